import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comeInByCode, handOverCode } from '../../src/application/child-sign-in.ts'
import { writeToUs } from '../../src/application/commands/write-to-us.ts'
import { newId } from '../../src/application/ids.ts'
import { besidePage, besideWhom, theirLooks, theirPage } from '../../src/application/queries/their-own.ts'
import type { EntryId } from '../../src/domain/episode/entry.ts'
import { createChildDoors } from '../../src/store/child-doors.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { maintained } from '../support/a-child-of-everything.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

const nina = { person: cast.advocate.person, post: cast.advocate.post }
const given = { view: 'He is fifteen', explained: 'Who reads it', language: 'English' }
const reviewBy = '2199-01-01' as never

/** A child with an advocate and a door of their own, who has written. */
async function aChildWho(database: TestDatabase, says: string, sharesWords: boolean) {
  await keepDirectory(database.maintainer, everyone)
  const { store } = database
  const app = { store, protocols, directory: () => store.directory() }
  const child = await new Child(maintained(database), cast['team-manager']).everybodys()
  await child.add('worker-allocated', {
    role: 'advocate',
    post: cast.advocate.post,
    ...(sharesWords && { sharesWords }),
  })
  const access = (await child.add('child-access-given', given)) as EntryId
  const comeIn = { child: child.id, access }
  const key = { id: newId<'command'>(), requestHash: says }
  assert.equal((await writeToUs(app, comeIn, key, { words: says, notSafe: true })).kind, 'done')
  return { app, child, comeIn, doors: createChildDoors(database.app) }
}

/** How many rows an advocate finds in each table of a record. */
async function rowsSeen({ app }: TestDatabase): Promise<Readonly<Record<string, number>>> {
  const client = await app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
      [nina.person, nina.post],
    )
    const found: Record<string, number> = {}
    for (const table of [
      'subject',
      'stream',
      'entry',
      'entry_content',
      'child_card',
      'episode_card',
      'duty',
    ]) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from whereabouts.${table}`,
      )
      found[table] = rows[0]!.n
    }
    return found
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('An advocate sees what the child sees and no row of the record, without their words unless the child wishes it.', () =>
  withDatabase(async (database) => {
    const { app, child, comeIn } = await aChildWho(database, 'Please ring Nina', false)
    assert.deepEqual(await besideWhom(app, nina), [{ child: child.id, name: 'Robin Ashby' }])
    const own = (await theirPage(app, comeIn))!
    const beside = (await besidePage(app, nina, child.id))!
    assert.deepEqual([beside.name, beside.workers, beside.absences], [own.name, own.workers, own.absences])
    assert.equal(own.workers.find(({ role }) => role === 'advocate')?.name, cast.advocate.name)
    assert.deepEqual([beside.messages, beside.words, beside.sharesWords], [[], [], false])
    // That the child wrote, and that they are not safe, shows to whoever reads what they wrote.
    assert.deepEqual(own.owed.map(({ duty }) => duty).toSorted(), [
      'answer-child',
      'speak-with-child-not-safe',
    ])
    assert.deepEqual(beside.owed, [])
    assert.deepEqual([...new Set(Object.values(await rowsSeen(database)))], [0])
    assert.ok((await theirLooks(app, comeIn))?.some(({ role }) => role === 'advocate'))
    // The child wishes it now: it is recorded, and counts from then on.
    await child.add('worker-allocated', { role: 'advocate', post: cast.advocate.post, sharesWords: true }, 5)
    const now = (await besidePage(app, nina, child.id))!
    assert.equal(now.messages[0]?.message.body.words, 'Please ring Nina')
    assert.equal(now.owed.length, 2)
    assert.deepEqual([...new Set(Object.values(await rowsSeen(database)))], [0])
  }))

test('An advocate hands over a code while they stand beside the child, and nobody else’s advocate does.', () =>
  withDatabase(async (database) => {
    const { app, child, doors, comeIn } = await aChildWho(database, 'Hello', true)
    const other = await new Child(maintained(database), cast['team-manager']).registered()
    assert.equal(await handOverCode(doors, nina, other.id), undefined)
    const somebody = { ...nina, person: newId<'person'>() }
    assert.equal(await handOverCode(doors, somebody, child.id), undefined)
    const code = (await handOverCode(doors, nina, child.id))!
    const chosen = { code, signIn: 'Otter 9', pin: '274918' }
    assert.deepEqual(await comeInByCode({ doors }, chosen), { kind: 'in', comeIn })
    // How the door stands is for those who keep it.
    assert.equal(await doors.standing(nina, child.id), undefined)
    await child.add('person-shut-out', {
      person: nina.person,
      name: cast.advocate.name,
      scope: { kind: 'section', section: 'health' },
      reason: 'A relative',
      reviewBy,
    })
    assert.equal(await handOverCode(doors, nina, child.id), undefined)
    assert.equal(await besidePage(app, nina, child.id), undefined)
    assert.deepEqual(await besideWhom(app, nina), [])
  }))

test('What the child sees of the times when they were away is when, and nothing else.', () =>
  withDatabase(async (database) => {
    const { app, child, comeIn } = await aChildWho(database, 'Hello', false)
    const episode = await child.episode(cast.carer)
    assert.deepEqual((await theirPage(app, comeIn))?.absences, [])
    await database.owner.query(
      `update whereabouts.episode_card set returned_at = from_at + interval '3 hours' where episode = $1`,
      [episode],
    )
    const [away, ...others] = (await besidePage(app, nina, child.id))!.absences
    assert.deepEqual([Object.keys(away!).toSorted(), others], [['from', 'returnedAt'], []])
  }))
