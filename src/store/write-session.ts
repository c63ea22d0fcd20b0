import type { OtherRecords } from '../domain/child/joined.ts'
import { atRest } from '../application/projections/at-rest.ts'
import type { Append, CommandKey, LoadedSubject, WriteSession } from '../application/ports.ts'
import type { ChildEntry, ChildStream, NewChildEntry } from '../domain/child/child.ts'
import type { Chronology, EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import type { Said } from '../domain/episode/lies-in.ts'
import { earliest, latest, type Moment } from '../kernel/moment.ts'
import { loadJoined, readOthers } from './joined.ts'
import { loadSubject } from './load.ts'
import { changesOf, type Prints } from './prints.ts'
import { projectionRows } from './projection-rows.ts'
import { prepared } from './query.ts'
import { careStored, careWritten, puttingCare } from './care-session.ts'
import { inOrderBegun, type Cores, type Projected } from './read-cores.ts'
import { readChronology } from './read-entries.ts'
import { rowsBytes } from './row-bytes.ts'
import { shapesOn, type RowShapes } from './row-shapes.ts'
import { refuseUnstorable } from './storable.ts'
import type { Through } from './through.ts'
import { writtenEntry, type WrittenEntry } from './written-entry.ts'

/** What one write knows of a subject: as loaded, and then with what it appended. */
interface Held {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly now: Moment
  readonly command: CommandKey
  readonly isNew: boolean
  readonly stands: Prints
  readonly shapes: RowShapes
}

/** One write transaction. `appended` says whether there is anything to keep. */
export interface OpenWrite {
  readonly session: WriteSession
  /** After the work: what a child is owed of Care where their own record was written to. */
  readonly finish: () => Promise<void>
  readonly appended: () => boolean
}

export function openWrite(through: Through): OpenWrite {
  const { client, send, directory, recordedAt } = through
  const held = new Map<ChildId, Held>()
  const joined = new Map<ChildId, Projected & Pick<Held, 'stands' | 'shapes'>>()
  /** What other records say of who is kept out: as read, then as loaded, then as written. */
  const known = new Map<ChildId, ChildStream>()
  /** Of whom something was written that says what Care they are owed. */
  const lives = new Map<ChildId, ChildStream>()
  let appended = false
  return {
    appended: () => appended,
    finish: async () => {
      for (const [child, stream] of lives) await workCareAnew(through, child, stream)
    },
    session: {
      load: async (subject, command): Promise<LoadedSubject> => {
        const { stands, ...loaded } = asIfAt(recordedAt?.(), await loadSubject(client, subject, command))
        const shapes = await shapesOn(client)
        held.set(subject, { ...loaded, stands, shapes, command, isNew: loaded.remembered.kind === 'new' })
        for (const [other, stream] of await readOthers(client, subject, loaded.child))
          if (!known.has(other)) known.set(other, stream)
        known.set(subject, loaded.child)
        return { ...loaded, directory: await directory.at(loaded.directory, client) }
      },
      asRead: async (episode) => (await readChronology(client, episode))?.chronology ?? [],
      append: (append) => {
        const { after, values } = written(append, heldFor(append, held), known)
        send(appending, values)
        held.set(append.subject, after)
        known.set(append.subject, after.child)
        if (append.streams.some(({ kind }) => kind === 'child')) lives.set(append.subject, after.child)
        appended = true
      },
      keepFile: (subject, entry, bytes) => {
        send('select whereabouts.keep_file($1, $2, $3)', [subject, entry, bytes])
      },
      lockJoined: async (subjects) => {
        await prepared(client, 'select whereabouts.lock_joined($1::uuid[])', [subjects])
      },
      loadJoined: async (of, subject) => {
        const loaded = { ...(await loadJoined(client, of, subject)), shapes: await shapesOn(client) }
        joined.set(subject, loaded)
        known.set(subject, loaded.child)
        return loaded.child
      },
      rework: ({ of, subject, project }) => {
        const found = joined.get(subject)
        if (found === undefined) throw new Error('A joined record is loaded before it is worked anew')
        const projected = project(found.child, found.atRest ? new Map() : found.episodes, known)
        const rows = projectionRows(found.atRest ? atRest(projected) : projected)
        const { gone, come } = changesOf(found.stands, rows, found.shapes)
        send(reworking, [of, subject, ...gone, ...come])
      },
    },
  }
}

/** Nothing is asked of a child who was never looked after: a report of somebody unknown costs what it did. */
async function workCareAnew(
  { client, send, projectCare }: Through,
  child: ChildId,
  stream: ChildStream,
): Promise<void> {
  if (projectCare === undefined || !stream.some(({ type }) => type === 'looked-after-from')) return
  const rows = projectCare(child, stream, await careWritten(client, child))
  send(puttingCare, [child, rowsBytes((await shapesOn(client))('care_strand'), careStored(rows))])
}

/** The moment of a write in an invented past: never after the database's clock, never before what is recorded. */
function asIfAt<L extends Pick<Cores, 'child' | 'episodes'> & { readonly now: Moment }>(
  wanted: Moment | undefined,
  loaded: L,
): L {
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
function written(
  append: Append,
  held: Held,
  known: OtherRecords,
): { readonly after: Held; readonly values: readonly unknown[] } {
  const entries: WrittenEntry[] = []
  let { child } = held
  const episodes = new Map(held.episodes)
  const others = new Map<string, Said>([child, ...episodes.values()].flat().map((entry) => [entry.id, entry]))
  for (const stream of append.streams.filter(({ entries }) => entries.length > 0)) {
    const before = stream.kind === 'child' ? child : (episodes.get(stream.stream as EpisodeId) ?? [])
    const { subject, command } = append
    const place = { subject, stream: stream.stream, command: command.id, recorded: held.now, others }
    const added = stream.entries.map((entry: NewEpisodeEntry | NewChildEntry, index) => {
      others.set(entry.id, entry)
      return writtenEntry(entry, { ...place, kind: stream.kind, sequence: before.length + index + 1 })
    })
    entries.push(...added)
    const cores = added.map(({ core }) => core)
    if (stream.kind === 'child') child = [...child, ...(cores as readonly ChildEntry[])]
    else episodes.set(stream.stream as EpisodeId, [...before, ...cores] as readonly EpisodeEntry[])
  }
  const after: Held = { ...held, child, episodes: inOrderBegun(episodes), isNew: false }
  return { after, values: valuesOf(append, entries, after, known) }
}

const placesOf = (count: number) => Array.from({ length: count }, (_, place) => `$${place + 1}`).join()
const appending = `select whereabouts.append(${placesOf(17)})`
const reworking = `select whereabouts.rework(${placesOf(12)})`

/** What `appending` takes, in its order. */
function valuesOf(
  { subject, command, answer, project }: Append,
  written: readonly WrittenEntry[],
  { child, episodes, now, stands, shapes }: Held,
  known: OtherRecords,
): readonly unknown[] {
  refuseUnstorable(answer, 'answer')
  const { gone, come } = changesOf(stands, projectionRows(project(child, episodes, known)), shapes)
  return [
    subject,
    now,
    command.id,
    command.requestHash,
    JSON.stringify(answer),
    rowsBytes(
      shapes('entry'),
      written.map(({ row }) => row),
    ),
    rowsBytes(
      shapes('entry_content'),
      written.flatMap(({ content }) => content),
    ),
    ...gone,
    ...come,
  ]
}
