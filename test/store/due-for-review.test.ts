import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { dueForReview } from '../../src/application/queries/retention.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import { expireQuestions } from '../../src/store/disposal/expire-questions.ts'
import type { TestDatabase } from '../support/database.ts'
import { agree, anOldRecord, decide, deciders, ofChild, withRetention } from './disposing.ts'
import { newChild, visitorAs, write } from './writing.ts'

const [wilma] = deciders.council

function page({ store }: TestDatabase, after?: ChildId) {
  return dueForReview({ store } as Application, visitorAs(wilma), wilma, after)
}

/** Nobody knows when they were born, and they were written about today: they may be due by what is asked first. */
async function notDue({ store }: TestDatabase): Promise<void> {
  const registered = ofChild('child-registered', { otherNames: [], pronoun: 'they', approximateAge: 15 })
  await write(store, { subject: newChild(), ofChild: [registered] })
}

test('What is due is found behind any number of records that are not, a page at a time.', () =>
  withRetention(async (made) => {
    for (let count = 0; count < 210; count++) await notDue(made)
    const old: ChildId[] = []
    for (let count = 0; count < 55; count++) old.push((await anOldRecord(made)).child)
    const first = await page(made)
    assert.equal(first.due.length, 50)
    assert.ok(first.next)
    const second = await page(made, first.next)
    assert.equal(second.next, undefined)
    const shown = [...first.due, ...second.due].map(({ child }) => child)
    assert.deepEqual(shown.toSorted(), old.toSorted())
    const { rows } = await made.owner.query<{ children: string[] }>(
      `select children from whereabouts.look where what = 'due for review' order by at`,
    )
    assert.deepEqual(
      rows.map(({ children }) => children.length),
      [50, 5],
    )
  }))

test('What was decided about is on the first page, whether or not it is due, and what is disposed of on none.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    await notDue(made)
    await decide(made, wilma, { child, kind: 'hold', reason: 'an inquiry' })
    await agree(made, deciders.council, other)
    const { due, decided, held } = await page(made)
    const ids = (some: typeof due) => some.map((one) => one.child)
    assert.deepEqual([ids(due), ids(decided), ids(held)], [[], [other], [child]])
    const later = await page(made, 'ffffffff-ffff-ffff-ffff-ffffffffffff' as ChildId)
    assert.deepEqual([later.due, later.decided, later.held], [[], [], []])
  }))

test('The words of a question that fitted no child go when the shortest class of record is over, and it is on record.', () =>
  withRetention(async ({ owner, maintainer }) => {
    const asked = (text: string, ago: string, subject: string | null) =>
      owner.query(
        `insert into whereabouts.missing_question (at, person, post, asked, subject)
         values (whereabouts.clock() - $2::interval, gen_random_uuid(), gen_random_uuid(), $1, $3)`,
        [text, ago, subject],
      )
    await asked('Quillfeather, about 14', '6 years 1 day', null)
    await asked('Larkfield, about 15', '5 years 364 days', null)
    await asked('known', '20 years', newChild())
    assert.equal(await expireQuestions(maintainer), 1)
    assert.equal(await expireQuestions(maintainer), 0)
    const left = await owner.query<{ asked: string }>(
      'select asked from whereabouts.missing_question order by at',
    )
    assert.deepEqual(
      left.rows.map((row) => row.asked),
      ['known', 'Larkfield, about 15'],
    )
    const runs = await owner.query<{ reason: string }>(
      `select reason from whereabouts.maintenance where verb = 'expired'`,
    )
    assert.deepEqual(
      runs.rows.map(({ reason }) => reason),
      ['1 questions that fitted no child, older than 6 years'],
    )
  }))
