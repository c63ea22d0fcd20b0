import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { loadDemonstration } from '../../src/cli/demonstration/load.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { type TestDatabase, withDatabase } from '../support/database.ts'
import { expectedCare, projectCare } from '../support/care-editions.ts'

const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))

async function load({ maintainer }: TestDatabase): Promise<readonly number[]> {
  const shown: number[] = []
  await loadDemonstration({
    applicationAt: (recordedAt) => {
      const store = createStore({ app: maintainer, projectCare, recordedAt })
      return Promise.resolve({
        store,
        protocols: { editions },
        expectedCare,
        directory: () => store.directory(),
      })
    },
    keepDirectory: (directory) => keepDirectory(maintainer, directory),
    progress: (done) => shown.push(done),
  })
  return shown
}

test('The demonstration is accepted by every rule, and loading it again does nothing.', () =>
  withDatabase(async (database) => {
    const shown = await load(database)
    const count = async () => (await database.owner.query('select from whereabouts.entry')).rowCount
    const written = await count()
    assert.deepEqual(shown, [...shown.keys()])
    assert.deepEqual(await load(database), [])
    assert.equal(await count(), written)
  }))

test('Each sees the children of their own part, and nobody those of another.', () =>
  withDatabase(async (database) => {
    await load(database)
    const board = async ({ author: { person, post } }: (typeof cast)[keyof typeof cast]) => {
      const rows = await database.store.read({ person, post }, (read) => read.board())
      return rows.map(({ name }) => name ?? 'no name').toSorted()
    }
    assert.deepEqual(await board(cast.ruth), ['Jay Mercer', 'Reece Appleton', 'Tyler Boothe'])
    assert.deepEqual(await board(cast.joyce), ['Leah Novak', 'Poppy Lane'])
    assert.deepEqual(await board(cast.ann), ['Rosie Penn'])
    assert.deepEqual(await board(cast.curtis), [])
    assert.deepEqual(await board(cast.ben), ['Dominic Vale', 'Nadia Karim'])
    const told = await board(cast.lena)
    assert.ok(told.includes('no name') && told.includes('Jay Mercer'))
    assert.ok(
      !told.includes('Zara Whitlock') && !told.includes('Callum Reed') && !told.includes('Luca Ferrant'),
    )
  }))

test('There is an episode in every state, and what an interviewer was told stays apart.', () =>
  withDatabase(async (database) => {
    await load(database)
    const { rows } = await database.owner.query<{ response: string; voided: boolean }>(
      'select distinct response, voided from whereabouts.episode_card',
    )
    const states = rows.map(({ response, voided }) => (voided ? 'voided' : response))
    for (const state of ['concern', 'searching', 'reported', 'returned', 'closed', 'voided'])
      assert.ok(states.includes(state), state)
    const heard = async ({ author: { person, post } }: (typeof cast)[keyof typeof cast]) => {
      const found = await database.store.read({ person, post }, (read) =>
        read.chronology(episodeIdOf('jay, closed late')),
      )
      const held = found?.chronology.find(({ type }) => type === 'interview-held')
      return held?.type === 'interview-held'
        ? [held.body.childsWords, held.body.shared].map((text) => text !== undefined)
        : []
    }
    assert.deepEqual(await heard(cast.noor), [true, true])
    assert.deepEqual(await heard(cast.lena), [false, true])
    assert.deepEqual(await heard(cast.ruth), [false, false])
    assert.equal(
      await database.store.read({ person: cast.ann.post.person, post: cast.ann.post.id }, (read) =>
        read.card(childIdOf('jay')),
      ),
      undefined,
    )
  }))
