import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Application, carryOut } from '../../src/application/carry-out.ts'
import { addToChild } from '../../src/application/commands/register-child.ts'
import { hashOfChild } from '../../src/cli/generated/content-hash.ts'
import { generatedChild, type GeneratedChild } from '../../src/cli/generated/generate.ts'
import { partnershipOf } from '../../src/cli/generated/partnership.ts'
import type { ChildEntry, NewChildEntry } from '../../src/domain/child/child.ts'
import { commands, type CommandName } from '../../src/domain/episode/command.ts'
import type { EntryType, EpisodeEntry, NewEpisodeEntry } from '../../src/domain/episode/entries.ts'
import type { EpisodeId } from '../../src/domain/episode/entry.ts'
import { momentAt, type Moment } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { project } from '../../src/application/projections/project.ts'
import { type TestDatabase, withDatabase } from '../support/database.ts'
import { load, protocols, saidIn, small } from '../support/generated.ts'

/** Those of the last evening, and some more. */
const sample = 14

test('Performed by its people, command by command, a generated past is the record that was brought in at once.', () =>
  withDatabase(async (performed) => {
    const partnership = partnershipOf(small)
    await keepDirectory(performed.maintainer, partnership.directory)
    const children = Array.from({ length: sample }, (_, place) =>
      generatedChild(small, partnership, protocols, place),
    )
    const entries = await performAll(performed, children)
    assert.ok(entries > sample * 8, `${entries} entries`)
    await withDatabase(async (atOnce) => {
      await load(atOnce, small)
      const known = new Map((await saidIn(atOnce)).map((child) => [child.subject, child]))
      for (const child of await saidIn(performed)) {
        const same = (said: typeof child) =>
          hashOfChild({ ...said, entries: said.entries.map((entry) => ({ ...entry, command: '' })) })
        const other = known.get(child.subject)
        assert.ok(other !== undefined)
        assert.equal(same(child), same(other))
      }
    })
    const inputs = { protocols, directory: await performed.store.directory() }
    const { differences } = await rebuild(performed.maintainer, (...subject) => project(inputs, ...subject))
    assert.deepEqual(differences, [])
  }))

async function performAll(
  { maintainer }: TestDatabase,
  children: readonly GeneratedChild[],
): Promise<number> {
  let recordedAt: Moment = momentAt(0)
  const store = createStore({ app: maintainer, recordedAt: () => recordedAt })
  const app: Application = { store, protocols, directory: () => store.directory() }
  let done = 0
  for (const child of children)
    for (const entry of inOrder(child)) {
      recordedAt = entry.recorded
      const outcome = await perform(app, child, entry)
      const what = `${entry.type} at ${entry.recorded}`
      assert.equal(outcome.kind, 'done', `${what}: ${JSON.stringify(outcome)}`)
      done++
    }
  return done
}

/** As they were written down, whichever stream they are of; a child is registered before they are missed. */
function inOrder({ stream, episodes }: GeneratedChild): readonly (ChildEntry | EpisodeEntry)[] {
  const all = [...stream, ...[...episodes.values()].flat()]
  return all.toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0))
}

async function perform(
  app: Application,
  { id }: GeneratedChild,
  entry: ChildEntry | EpisodeEntry,
): Promise<{ readonly kind: string }> {
  const { sequence, recorded: _recorded, stream, ...proposed } = entry
  const { by } = entry
  const visitor = { person: by.person, post: by.post }
  const key = { id: entry.id, requestHash: 'performed' }
  if ((stream as string) === id) return addToChild(app, visitor, by, id, key, [proposed as NewChildEntry])
  const directory = await app.directory()
  return carryOut(app, {
    visitor,
    author: by,
    child: id,
    episode: stream as EpisodeId,
    key,
    shown: sequence - 1,
    levels: directory.organisations.find((one) => one.id === by.organisation)?.levels ?? [],
    commands: [{ name: nameOf(entry.type as EntryType), entry: proposed as NewEpisodeEntry }],
  })
}

function nameOf(type: EntryType): CommandName {
  const found = Object.entries(commands).find(([, entry]) => entry === type)?.[0]
  assert.ok(found !== undefined)
  return found as CommandName
}
