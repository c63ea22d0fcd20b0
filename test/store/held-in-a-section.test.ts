import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { addToRecord } from '../../src/application/commands/add-to-record.ts'
import { childEntryOf } from '../../src/application/commands/register-child.ts'
import { writeToUs } from '../../src/application/commands/write-to-us.ts'
import { newId } from '../../src/application/ids.ts'
import { myDuties } from '../../src/application/queries/my-duties.ts'
import { theirPage } from '../../src/application/queries/their-own.ts'
import { dutyNow } from '../../src/application/who-holds.ts'
import type { AddedType } from '../../src/domain/child/addition.ts'
import type { ChildBodies, ShutOutOf } from '../../src/domain/child/child.ts'
import type { ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

const worker = cast['social-worker']
const visitorOf = ({ person, post }: typeof worker) => ({ person, post })

interface Told {
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly shutOut: (scope: ShutOutOf) => Promise<void>
  /** Who holds each open duty of the social worker's, as the duty team reads it: by stream and section. */
  readonly holders: () => Promise<readonly { readonly of: string; readonly name: string }[]>
  /** Who the child is told works with them. */
  readonly theirWorker: () => Promise<string | undefined>
  /** Where what the worker is asked to do lies. */
  readonly asked: () => Promise<readonly string[]>
}

/** A child who is missing, and who wrote before that. */
async function withAMessage(work: (told: Told) => Promise<void>): Promise<void> {
  await withDatabase(async ({ maintainer, store }) => {
    await keepDirectory(maintainer, everyone)
    const app: Application = { store, protocols, directory: () => store.directory() }
    const maintained = { ...app, store: createStore({ app: maintainer }) }
    const made = await new Child(maintained, cast['team-manager']).everybodys()
    const child = made.id
    const add = async <T extends AddedType>(type: T, body: ChildBodies[T], by = worker) => {
      const at = await store.read(visitorOf(by), (session) => session.now())
      const entry = childEntryOf(by, type, { at, precision: 'minute' }, body)
      const key = { id: newId(), requestHash: 'x' }
      const outcome = await addToRecord(app, { visitor: visitorOf(by), author: by, child, key, entry })
      assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
      return entry.id
    }
    const access = await add('child-access-given', {
      view: 'She is fifteen',
      explained: 'Who reads it',
      language: 'English',
    })
    const written = { words: 'Can I see my brother?', notSafe: false }
    await writeToUs(app, { child, access }, { id: newId(), requestHash: 'wrote' }, written)
    const episode = await made.episode(cast.carer, cast.police)
    const directory = await store.directory()
    const post = directory.posts.find(({ id }) => id === worker.post)!
    await work({
      child,
      episode,
      shutOut: async (scope) => {
        const reason = { reason: 'A relative', reviewBy: '2199-01-01' as LondonDate }
        const { person, name } = worker
        await add('person-shut-out', { person, name, scope, ...reason }, cast['team-manager'])
      },
      holders: () =>
        store.read(visitorOf(cast['duty-team']), async (session) => {
          const now = await session.now()
          const card = (await session.card(child))!
          const rows = (await session.openDuties([child])).filter(({ owedBy }) => owedBy === 'social-worker')
          return rows.map((row) => ({
            of: row.stream === episode ? 'episode' : row.section,
            // By day: at night the duty team holds what it covers.
            name: dutyNow({ ...row, covered: false }, card.answerable, directory, now).holder.name,
          }))
        }),
      theirWorker: async () =>
        (await theirPage(app, { child, access }))?.workers.find(({ role }) => role === 'social-worker')?.name,
      asked: async () =>
        (await myDuties(app, visitorOf(worker), post)).owed.map(({ duty: { row } }) =>
          row.stream === episode ? 'episode' : row.section,
        ),
    })
  })
}

const namesIn = (held: Awaited<ReturnType<Told['holders']>>, wanted: string) =>
  new Set(held.flatMap(({ of, name }) => (of === wanted ? [name] : [])))

test('Whoever is shut out of what the child says holds none of it any more, and holds the rest.', () =>
  withAMessage(async ({ shutOut, holders, asked }) => {
    assert.deepEqual(namesIn(await holders(), 'care-childs-account'), new Set([worker.name]))
    await shutOut({ kind: 'section', section: 'care-childs-account' })
    const passed = namesIn(await holders(), 'care-childs-account')
    assert.equal(passed.size, 1)
    assert.ok(!passed.has(worker.name))
    assert.ok(!(await asked()).includes('care-childs-account'))
    assert.deepEqual(namesIn(await holders(), 'episode'), new Set([worker.name]))
  }))

test('Whoever is shut out of one episode holds nothing of it, and what lies outside it stays theirs.', () =>
  withAMessage(async ({ shutOut, holders, asked, episode }) => {
    await shutOut({ kind: 'episode', episode })
    const passed = namesIn(await holders(), 'episode')
    assert.ok(passed.size > 0 && !passed.has(worker.name))
    assert.ok(!(await asked()).includes('episode'))
    assert.deepEqual(namesIn(await holders(), 'care-childs-account'), new Set([worker.name]))
  }))

test('A child is not told that somebody works with them who is shut out of their record.', () =>
  withAMessage(async ({ shutOut, theirWorker }) => {
    await shutOut({ kind: 'section', section: 'health' })
    assert.equal(await theirWorker(), worker.name)
    await shutOut({ kind: 'record' })
    assert.equal(await theirWorker(), undefined)
  }))
