import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Difference } from '../../src/store/differences.ts'
import type { Project } from '../../src/store/read-side.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import {
  aMissingChild,
  back,
  carer,
  concern,
  everySection,
  newEpisode,
  simpleProjection,
  write,
} from './writing.ts'

const project: Project = (subject, child, episodes) =>
  simpleProjection(subject, everySection(cast.carer, subject))(child, episodes)

async function aReadSide({ store }: TestDatabase) {
  const { child, episode } = await aMissingChild(store)
  const second = newEpisode()
  await write(store, { subject: child, episodes: { [episode]: [back()], [second]: [concern()] } })
  await aMissingChild(store)
  return { child, episode, second }
}

test('What was written is what a rebuild gives: no difference.', () =>
  withDatabase(async (database) => {
    await aReadSide(database)
    const progress: [number, number][] = []
    const options = { onProgress: (done: number, total: number) => progress.push([done, total]) }
    assert.deepEqual(await rebuild(database.maintainer, project, options), {
      subjects: 2,
      differences: [],
      repaired: 0,
    })
    assert.deepEqual(progress, [[2, 2]])
  }))

const grantOfTheFirst = `select * from whereabouts.access_grant order by subject, section limit 1`

/** What is done to the read side, and what must be said of it. */
const planted: readonly (readonly [string, string, Partial<Difference>])[] = [
  [
    'a due time altered',
    `update whereabouts.duty set due_at = due_at + interval '1 hour' where episode = $1`,
    { kind: 'altered', table: 'duty', columns: ['due_at'] },
  ],
  [
    'a text altered by one letter',
    `update whereabouts.board set reference = reference || 'x' where episode = $1`,
    { kind: 'altered', table: 'board', columns: ['reference'] },
  ],
  [
    'a grant made to last longer',
    `update whereabouts.access_grant set until_at = '2199-01-01' where ctid = (select ctid from whereabouts.access_grant limit 1)`,
    { kind: 'altered', table: 'access_grant', columns: ['until_at'] },
  ],
  [
    'a duty dropped',
    `delete from whereabouts.duty where episode = $1`,
    { kind: 'missing', table: 'duty', columns: [] },
  ],
  [
    'a child dropped from search',
    `delete from whereabouts.child_card where subject = (select subject from whereabouts.board where episode = $1)`,
    { kind: 'missing', table: 'child_card', columns: [] },
  ],
  [
    'a grant doubled',
    `insert into whereabouts.access_grant ${grantOfTheFirst}`,
    { kind: 'doubled', table: 'access_grant', columns: [] },
  ],
  [
    'a grant added for a stranger',
    `insert into whereabouts.access_grant (subject, post, section, from_at, because)
     select subject, gen_random_uuid(), section, from_at, 'planted' from (${grantOfTheFirst}) as first`,
    { kind: 'extra', table: 'access_grant', columns: [] },
  ],
  [
    'an episode doubled under another id',
    `insert into whereabouts.episode_card (subject, episode, reference, response, voided, from_at, sequence)
     select subject, gen_random_uuid(), reference, response, voided, from_at, sequence from whereabouts.episode_card
     where episode = $1`,
    { kind: 'extra', table: 'episode_card', columns: [] },
  ],
  [
    'a row for a child of whom nothing is recorded',
    `insert into whereabouts.episode_card (subject, episode, reference, response, voided, from_at, sequence)
     select gen_random_uuid(), episode, reference, response, voided, from_at, sequence from whereabouts.episode_card
     where episode = $1`,
    { kind: 'extra', table: 'episode_card', columns: [] },
  ],
]

describe('A difference is named, left alone, and put right when that is asked for', () => {
  for (const [what, statement, expected] of planted) {
    test(what, () =>
      withDatabase(async (database) => {
        const { episode } = await aReadSide(database)
        const values = statement.includes('$1') ? [episode] : []
        assert.equal((await database.owner.query(statement, values)).rowCount, 1)
        for (const asked of ['only named', 'only named again']) {
          const { differences, repaired } = await rebuild(database.maintainer, project)
          assert.equal(differences.length, 1, asked)
          const [{ kind, table, columns } = {}] = differences
          assert.deepEqual([{ kind, table, columns }, repaired], [expected, 0])
        }
        const repair = await rebuild(database.maintainer, project, { repair: true })
        assert.deepEqual([repair.differences.length, repair.repaired], [1, 1])
        assert.deepEqual((await rebuild(database.maintainer, project)).differences, [])
      }),
    )
  }
})

test('A whole read side that was lost is built again, and reads as before.', () =>
  withDatabase(async (database) => {
    const { child, second } = await aReadSide(database)
    const pages = () =>
      database.store.read(carer, async (read) => [
        await read.board(),
        await read.openDuties(),
        await read.dutiesOf(second),
        await read.episodesOf(child),
        await read.card(child),
      ])
    const before = await pages()
    for (const table of ['child_card', 'episode_card', 'board', 'duty', 'access_grant']) {
      await database.owner.query(`delete from whereabouts.${table}`)
    }
    assert.notDeepEqual(await pages(), before)
    const { repaired } = await rebuild(database.maintainer, project, { repair: true })
    assert.equal(repaired, 2)
    assert.deepEqual(await pages(), before)
  }))

test('A repair does not undo what is written while it runs.', () =>
  withDatabase(async (database) => {
    const { child, second } = await aReadSide(database)
    await database.owner.query('delete from whereabouts.duty')
    // Compared with a projection that is out of date by the time the repair takes the child's lock.
    let written: Promise<void> | undefined
    const late: Project = (subject, own, episodes) => {
      written ??= write(database.store, { subject: child, episodes: { [second]: [back()] } })
      return project(subject, own, episodes)
    }
    await rebuild(database.maintainer, late, { repair: true })
    await written
    assert.deepEqual((await rebuild(database.maintainer, project)).differences, [])
  }))
