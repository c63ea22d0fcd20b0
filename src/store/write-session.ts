import type { PoolClient } from 'pg'
import type { Append, CommandKey, LoadedSubject, StreamAppend, WriteSession } from '../application/ports.ts'
import type { ChildEntry, ChildStream, NewChildEntry } from '../domain/child/child.ts'
import type { Chronology, EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import { earliest, latest, type Moment } from '../kernel/moment.ts'
import { loadSubject, refusedByDatabase } from './load.ts'
import { projectionRows } from './projection-rows.ts'
import { prepared } from './query.ts'
import { inOrderBegun } from './read-cores.ts'
import { refuseUnstorable } from './storable.ts'
import { writtenEntry, type WrittenEntry } from './written-entry.ts'

/** What one write knows of a subject: as loaded, and then with what it appended. */
interface Held {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly now: Moment
  readonly command: CommandKey
  readonly isNew: boolean
}

/** One write transaction. `appended` says whether there is anything to keep. */
export interface OpenWrite {
  readonly session: WriteSession
  readonly appended: () => boolean
}

export function openWrite(client: PoolClient, recordedAt?: () => Moment): OpenWrite {
  const held = new Map<ChildId, Held>()
  let appended = false
  return {
    appended: () => appended,
    session: {
      load: async (subject, command): Promise<LoadedSubject> => {
        const loaded = asIfAt(recordedAt?.(), await loadSubject(client, subject, command))
        held.set(subject, { ...loaded, command, isNew: loaded.remembered.kind === 'new' })
        return loaded
      },
      append: async (append) => {
        const after = await store(client, append, heldFor(append, held))
        held.set(append.subject, after)
        appended = true
      },
    },
  }
}

/** The moment of a write in an invented past: never after the database's clock, never before what is recorded. */
function asIfAt(wanted: Moment | undefined, loaded: LoadedSubject): LoadedSubject {
  if (wanted === undefined) return loaded
  const recorded = [loaded.child, ...loaded.episodes.values()].flatMap((stream) =>
    stream.map((entry) => entry.recorded),
  )
  return { ...loaded, now: earliest(loaded.now, latest(wanted, ...recorded)) }
}

function heldFor({ subject, command }: Append, held: ReadonlyMap<ChildId, Held>): Held {
  const found = held.get(subject)
  if (found === undefined) throw new Error('A subject is loaded before anything is appended to it')
  if (found.command.id !== command.id || found.command.requestHash !== command.requestHash) {
    throw new Error('What is appended belongs to the command that the subject was loaded for')
  }
  if (!found.isNew) throw new Error('A command that was carried out before, or is another’s, appends nothing')
  return found
}

/** Sequence numbers and the recorded time come from what is held under the lock, so the commitments are made here. */
async function store(client: PoolClient, append: Append, held: Held): Promise<Held> {
  const written: WrittenEntry[] = []
  let { child } = held
  const episodes = new Map(held.episodes)
  const streams = append.streams.filter(({ entries }) => entries.length > 0)
  const types = new Map([child, ...episodes.values()].flat().map(({ id, type }) => [id, type]))
  for (const stream of streams) {
    const before = stream.kind === 'child' ? child : (episodes.get(stream.stream as EpisodeId) ?? [])
    const place = { subject: append.subject, stream: stream.stream, recorded: held.now, types }
    const added = stream.entries.map((entry: NewEpisodeEntry | NewChildEntry, index) => {
      types.set(entry.id, entry.type)
      return writtenEntry(entry, { ...place, kind: stream.kind, sequence: before.length + index + 1 })
    })
    written.push(...added)
    const cores = added.map(({ core }) => core)
    if (stream.kind === 'child') child = [...child, ...(cores as readonly ChildEntry[])]
    else episodes.set(stream.stream as EpisodeId, [...before, ...cores] as readonly EpisodeEntry[])
  }
  const after: Held = { ...held, child, episodes: inOrderBegun(episodes), isNew: false }
  const values = [payload(append, streams, written, after)]
  await prepared(client, 'select whereabouts.append($1)', values).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  return after
}

function payload(
  append: Append,
  streams: readonly StreamAppend[],
  written: readonly WrittenEntry[],
  { child, episodes, now }: Held,
): string {
  refuseUnstorable(append.answer, 'answer')
  const head = ({ kind, stream }: StreamAppend) =>
    kind === 'child' ? child.length : (episodes.get(stream as EpisodeId)?.length ?? 0)
  return JSON.stringify({
    subject: append.subject,
    recorded: now,
    command: { id: append.command.id, hash: append.command.requestHash, answer: append.answer },
    streams: streams.map((stream) => ({
      id: stream.stream,
      kind: stream.kind,
      head: head(stream),
      added: stream.entries.length,
    })),
    entries: written.map(({ row }) => row),
    content: written.flatMap(({ content }) => content),
    projection: projectionRows(append.project(child, episodes)),
  })
}
