import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../../src/application/projections/project.ts'
import { loadDemonstration } from '../../src/cli/demonstration/load.ts'
import { hashOfAll, hashOfChild } from '../../src/cli/generated/content-hash.ts'
import { eveningStates } from '../../src/cli/generated/last-evening.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { aldermoor } from '../support/a-directory.ts'
import { type TestDatabase, withDatabase } from '../support/database.ts'
import { expectedCare, projectCare } from '../support/care-editions.ts'
import { load, protocols, saidIn, small } from '../support/generated.ts'
import { concern, newChild, newEpisode, registered, write } from './writing.ts'

const count = async ({ owner }: TestDatabase, table: string): Promise<number> =>
  (await owner.query(`select from whereabouts.${table}`)).rowCount ?? NaN

test('The same seed gives the same record in another database, to the byte but for the salts.', async () => {
  const [first, second, other] = await Promise.all(
    [small, small, { ...small, seed: 'another' }].map((asked) =>
      withDatabase(async (database) => {
        const loaded = await load(database, asked)
        assert.ok(loaded.kind === 'loaded')
        const said = await saidIn(database)
        const ofChildren = new Map(said.map((child) => [child.subject, hashOfChild(child)]))
        const stored = hashOfAll(await database.store.directory(), ofChildren)
        const { rows } = await database.owner.query<{ salt: string }>(
          `select encode(salt, 'hex') as salt from whereabouts.entry_content order by entry, section limit 20`,
        )
        return { loaded, stored, salts: rows.map(({ salt }) => salt) }
      }),
    ),
  )
  assert.ok(first !== undefined && second !== undefined && other !== undefined)
  assert.deepEqual(first.loaded, second.loaded)
  assert.equal(first.stored, first.loaded.hash)
  assert.notDeepEqual(first.salts, second.salts)
  assert.notEqual(other.stored, first.stored)
})

test('What is brought in verifies, its read side is what its entries lead to, and every state is there.', () =>
  withDatabase(async (database) => {
    const { maintainer, owner, store } = database
    await load(database, small)
    const { entries, faults } = await verify(maintainer)
    assert.deepEqual(faults, [])
    assert.ok(entries > small.children * 8)
    const inputs = { protocols, directory: await store.directory(), expectedCare }
    const rebuilt = await rebuild(maintainer, (...subject) => project(inputs, ...subject))
    assert.deepEqual(rebuilt.differences, [])
    assert.equal(rebuilt.subjects, small.children)
    const { rows } = await owner.query<{ state: string }>(
      `select distinct case when voided then 'voided' else response end as state from whereabouts.episode_card`,
    )
    const states = ['closed', 'concern', 'reported', 'returned', 'searching', 'voided']
    assert.deepEqual(rows.map(({ state }) => state).toSorted(), states)
    assert.ok(small.children > eveningStates.length)
  }))

test('A run that was broken off is finished by the next, which then adds nothing.', () =>
  withDatabase(async (database) => {
    const cut = new Error('cut short')
    let writes = 0
    const cutShort = () => {
      if (++writes > 1) throw cut
    }
    await assert.rejects(load(database, small, cutShort), cut)
    const some = await count(database, 'child_card')
    assert.ok(some > 0 && some < small.children, `${some} children`)
    const finished = await load(database, small)
    assert.equal(await count(database, 'child_card'), small.children)
    assert.deepEqual(await load(database, small), finished)
    assert.equal(await count(database, 'maintenance'), 1)
    await withDatabase(async (whole) => assert.deepEqual(await load(whole, small), finished))
  }))

test('The hand-made night is no stranger: either may come first, and neither changes the other.', () =>
  withDatabase(async (database) => {
    const handMade = () =>
      loadDemonstration({
        applicationAt: (recordedAt) => {
          const store = createStore({ app: database.maintainer, projectCare, recordedAt })
          return Promise.resolve({ store, protocols, expectedCare, directory: () => store.directory() })
        },
        keepDirectory: (directory) => keepDirectory(database.maintainer, directory),
        progress: () => undefined,
      })
    await handMade()
    const written = await count(database, 'entry')
    const first = await load(database, small)
    assert.ok(first.kind === 'loaded')
    assert.equal(await count(database, 'entry'), written + first.entries)
    await handMade()
    assert.deepEqual(await load(database, small), first)
    assert.equal(await count(database, 'entry'), written + first.entries)
    assert.deepEqual((await verify(database.maintainer)).faults, [])
  }))

test('It goes neither among live records, nor into a directory of others, nor over another seed.', async () => {
  await withDatabase(async (database) => {
    await write(database.store, {
      subject: newChild(),
      ofChild: [registered('Somebody Real')],
      episodes: { [newEpisode()]: [concern()] },
    })
    assert.deepEqual(await load(database, small), { kind: 'live-records' })
    assert.equal(await count(database, 'organisation'), 0)
  })
  await withDatabase(async (database) => {
    const { force: _, ...organisation } = aldermoor
    await keepDirectory(database.maintainer, { organisations: [organisation], posts: [] })
    assert.deepEqual(await load(database, small), { kind: 'live-records' })
    assert.equal(await count(database, 'child_card'), 0)
  })
  await withDatabase(async (database) => {
    await load(database, small)
    const before = await count(database, 'entry')
    const refused = await load(database, { ...small, seed: 'another' })
    const asked = `--children ${small.children} --months ${small.months} --seed ${small.seed} --until ${small.until}`
    assert.deepEqual(refused, { kind: 'another', asked })
    assert.equal(await count(database, 'entry'), before)
  })
})
