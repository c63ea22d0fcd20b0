import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { careEntryOf, recordCare } from '../../src/application/commands/record-care.ts'
import { careRowsOf, type ProjectCare } from '../../src/application/projections/care.ts'
import { project } from '../../src/application/projections/project.ts'
import { careOf, carePage } from '../../src/application/queries/care.ts'
import type { CareBodies, CareEntryType } from '../../src/domain/care/record.ts'
import { whereaboutsAt } from '../../src/domain/care/standing.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createPublisher } from '../../src/store/publisher.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { maintained } from '../support/a-child-of-everything.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { expectedCare } from '../support/expected-care.ts'
import { protocols } from '../support/generated.ts'

const projectCare: ProjectCare = (...record) => careRowsOf([expectedCare], ...record)
const ago = (minutes: number) => ({
  at: momentOf(Temporal.Now.instant().subtract({ minutes })),
  precision: 'minute' as const,
})
const visit = 'social-worker-visit'
const seen = { strand: visit, who: 'Daniel Osei', inPerson: true, childSaw: true }

async function aChildInCare(database: TestDatabase) {
  await keepDirectory(database.maintainer, everyone)
  const store = createStore({ app: database.app, projectCare })
  const app: Application = {
    store,
    protocols,
    expectedCare: [expectedCare],
    directory: () => store.directory(),
  }
  const asMaintainer = createStore({ app: database.maintainer, projectCare })
  const child = await new Child(
    { ...maintained(database), store: asMaintainer },
    cast['team-manager'],
  ).everybodys()
  await child.add('looked-after-from', { legalStatus: 'C2' })
  const record = <T extends CareEntryType>(
    author: Author,
    type: T,
    minutes: number,
    body: CareBodies[T],
    key = { id: randomUUID(), requestHash: 'as asked' },
  ) =>
    recordCare(app, {
      visitor: { person: author.person, post: author.post },
      author,
      child: child.id,
      key,
      entry: careEntryOf(author, type, ago(minutes), body),
    })
  const page = async (author: Author) =>
    (await carePage(app, { person: author.person, post: author.post }, child.id))!
  return { app, child, record, page, store }
}

async function agrees(database: TestDatabase): Promise<void> {
  const inputs = { protocols, directory: everyone, expectedCare: [expectedCare] }
  const { differences } = await rebuild(database.maintainer, (...of) => project(inputs, ...of))
  assert.deepEqual(differences, [])
}

test('A sighting is recorded, is read by whoever may, and the read side is what the entries lead to.', () =>
  withDatabase(async (database) => {
    const { child, record, page, store } = await aChildInCare(database)
    const worker = cast['social-worker']
    const { strands } = await page(worker)
    assert.ok(strands.length > 15 && strands.every(({ whereabouts }) => whereabouts === 'not-recorded'))
    const key = { id: randomUUID(), requestHash: 'as asked' }
    const done = { kind: 'done', child: child.id }
    assert.deepEqual(await record(worker, 'care-seen', 0, { ...seen, childsWords: 'He listened' }, key), done)
    assert.deepEqual(await record(worker, 'care-seen', 0, seen, key), done, 'a retry is answered as it was')
    assert.deepEqual(await record(worker, 'care-seen', 0, seen, { ...key, requestHash: 'other' }), {
      kind: 'command-taken',
    })
    const now = await page(worker)
    const strandOf = (shown: typeof now) => shown.strands.find(({ code }) => code === visit)
    assert.equal(now.known.entries.length, 1)
    assert.equal(strandOf(now)?.whereabouts, 'where-expected')
    const wordsIn = (shown: typeof now) => shown.known.entries.map(({ body }) => 'childsWords' in body)
    assert.deepEqual(wordsIn(now), [true])
    assert.deepEqual(
      wordsIn(await page(cast.carer)),
      [false],
      'a home reads Care and not the child’s account',
    )
    const rows = await store.read({ person: worker.person, post: worker.post }, (read) =>
      read.careRows([child.id]),
    )
    assert.deepEqual(
      rows.map((row) => [row.strand, whereaboutsAt(row, now.now)]),
      now.strands.map(({ code, whereabouts }) => [code, whereabouts]).toSorted(),
    )
    const [stream, care] = await store.read({ person: worker.person, post: worker.post }, async (read) => [
      await read.child(child.id),
      await read.care(child.id),
    ])
    assert.deepEqual(careOf({ expectedCare: [expectedCare] }, stream, care, now.now), now.strands)
    await agrees(database)
  }))

test('What the child says is read by those who read it, and counts for them alone.', () =>
  withDatabase(async (database) => {
    const { child, record, page, store } = await aChildInCare(database)
    const [worker, home] = [cast['social-worker'], cast.carer]
    await record(worker, 'care-seen', 9, seen)
    assert.equal(
      (await record(worker, 'care-childs-word', 5, { strand: visit, word: 'was-not', words: 'No' })).kind,
      'done',
    )
    const whereIn = async (author: Author) => [
      (await page(author)).strands.find(({ code }) => code === visit)?.whereabouts,
      ...(await store.read({ person: author.person, post: author.post }, (read) => read.careRows([child.id])))
        .filter(({ strand }) => strand === visit)
        .map((row) => whereaboutsAt(row, momentOf(Temporal.Now.instant()))),
    ]
    assert.deepEqual(await whereIn(worker), ['unknown', 'unknown'])
    assert.deepEqual(await whereIn(home), ['where-expected', 'where-expected'])
    await agrees(database)
  }))

test('Who may not record it, or says what the rules refuse, changes nothing.', () =>
  withDatabase(async (database) => {
    const { record, page } = await aChildInCare(database)
    assert.deepEqual(await record(cast.police, 'care-seen', 0, seen), { kind: 'may-not' })
    assert.deepEqual(await record(cast.carer, 'care-childs-word', 0, { strand: visit, word: 'was-there' }), {
      kind: 'may-not',
    })
    assert.deepEqual(await record(cast['social-worker'], 'care-seen', 0, { ...seen, strand: 'tea' }), {
      kind: 'refused',
      refusal: { kind: 'no-such-strand', strand: 'tea' },
    })
    assert.deepEqual((await page(cast['social-worker'])).known.entries, [])
  }))

test('Where a child lives says what they are owed: a move is on the read side with nothing written of Care.', () =>
  withDatabase(async (database) => {
    const { child, record, store } = await aChildInCare(database)
    const worker = cast['social-worker']
    await record(worker, 'care-seen', 0, seen)
    await child.add('placed', { setting: { name: 'Elsewhere', kind: 'supported-accommodation' } })
    const rows = await store.read({ person: worker.person, post: worker.post }, (read) =>
      read.careRows([child.id]),
    )
    assert.deepEqual([...new Set(rows.map(({ place }) => place))], ['Elsewhere'])
    assert.ok(!rows.some(({ strand }) => strand === 'independent-person'))
    await agrees(database)
  }))

test('A write about an episode never reads Care, and the whole is whole.', () =>
  withDatabase(async (database) => {
    const { child, record, store } = await aChildInCare(database)
    const worker = cast['social-worker']
    await record(worker, 'care-seen', 0, seen)
    const loaded = await store.write({ person: worker.person, post: worker.post }, (session) =>
      session.load(child.id, { id: randomUUID(), requestHash: 'none' }),
    )
    assert.deepEqual([...loaded.episodes.keys()], [])
    const publisher = createPublisher({ worker: database.worker })
    await publisher.stop()
    const { faults } = await verify(database.maintainer)
    assert.deepEqual(
      faults.filter(({ kind }) => kind !== 'never-published'),
      [],
    )
  }))
