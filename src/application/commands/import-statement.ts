import { isDeepStrictEqual } from 'node:util'
import type { Moment } from '../../kernel/moment.ts'
import {
  childEntryVersions,
  type ChildBodies,
  type ChildEntryType,
  type ChildStream,
  type NewChildEntry,
} from '../../domain/child/child.ts'
import type { Author, ChildId, EntryId, Occurred } from '../../domain/episode/entry.ts'
import { idFrom } from '../ids.ts'
import type { LandedRow, Landing, RowAt, SaidOfRow } from './import-report.ts'

/** One fact as a return gives it. Its key names it in every year's return, whatever it says. */
export interface Statement<T extends ChildEntryType> {
  readonly type: T
  readonly key: readonly string[]
  readonly occurred: Occurred
  /** When is not part of what the return says: the moment of the first import is kept. */
  readonly timeless?: boolean
  readonly body: ChildBodies[T]
}

/** The child as on record, and who imports. */
export interface Known {
  readonly child: ChildId
  readonly stream: ChildStream
  readonly author: Author
  readonly now: Moment
}

/** What the record takes from a return, and what became of the rows that said it. */
export interface Taken {
  readonly entries: readonly NewChildEntry[]
  readonly landed: readonly LandedRow[]
  readonly warned: readonly SaidOfRow[]
}

/** The id of an imported fact follows from whose and which it is, so that the same row is the same entry in every run;
    `time` counts from one what a later return said of it. */
export function importedId(child: ChildId, key: readonly string[], time = 0): EntryId {
  return idFrom<'entry'>('imported', child, ...key, ...(time === 0 ? [] : [`${time}`]))
}

export function stands({ child, stream }: Known, key: readonly string[]): boolean {
  const id = importedId(child, key)
  return stream.some((entry) => entry.id === id)
}

/**
 * A fact that is not on record is added. One that an earlier return gave otherwise is corrected by a new entry. It is
 * compared with what returns have said, never with what people have recorded since: a return that repeats itself does
 * not overrule them.
 */
export function landed<T extends ChildEntryType>(
  known: Known,
  statement: Statement<T>,
  rows: readonly RowAt[],
): Taken {
  const said = saidBefore(known, statement.key)
  if (said === undefined) return taken(rows, 'new', [newEntry(known, statement)])
  const occurred =
    statement.timeless !== true && !isDeepStrictEqual(said.occurred, statement.occurred)
      ? { occurred: statement.occurred }
      : {}
  const changes = changesBetween(said.body, { ...statement.body })
  if (Object.keys(changes).length === 0 && Object.keys(occurred).length === 0)
    return taken(rows, 'already-there')
  const corrects = importedId(known.child, statement.key)
  const correction = {
    corrects,
    ...occurred,
    ...(Object.keys(changes).length > 0 && { changes }),
    reason: 'A later file of the return says otherwise',
  }
  const id = importedId(known.child, statement.key, said.times + 1)
  return taken(rows, 'changed', [entryOf(known, 'entry-corrected', id, atNow(known), correction)])
}

export function taken(
  rows: readonly RowAt[],
  landing: Landing,
  entries: readonly NewChildEntry[] = [],
): Taken {
  return { entries, landed: rows.map(({ file, line }) => ({ file, line, landing })), warned: [] }
}

export function joined(parts: readonly Taken[]): Taken {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    landed: parts.flatMap((part) => part.landed),
    warned: parts.flatMap(({ warned }) => warned),
  }
}

function newEntry<T extends ChildEntryType>(known: Known, statement: Statement<T>): NewChildEntry {
  const { type, key, occurred, body } = statement
  return entryOf(known, type, importedId(known.child, key), occurred, body)
}

export function entryOf<T extends ChildEntryType>(
  { author: by }: Known,
  type: T,
  id: EntryId,
  occurred: Occurred,
  body: ChildBodies[T],
): NewChildEntry {
  return { id, type, version: childEntryVersions[type], occurred, by, body } as NewChildEntry
}

export function atNow({ now }: Pick<Known, 'now'>): Occurred {
  return { at: now, precision: 'minute' }
}

interface Said {
  readonly body: Readonly<Record<string, unknown>>
  readonly occurred: Occurred
  /** How often a later return has changed it. */
  readonly times: number
}

/** The fact by the returns alone: the entry, and what later returns changed of it, in their order. */
function saidBefore({ child, stream }: Known, key: readonly string[]): Said | undefined {
  const first = stream.find(({ id }) => id === importedId(child, key))
  if (first === undefined) return undefined
  let said: Said = { body: { ...first.body }, occurred: first.occurred, times: 0 }
  for (;;) {
    const next = importedId(child, key, said.times + 1)
    const later = stream.find(({ id }) => id === next)
    if (later?.type !== 'entry-corrected') return said
    const { occurred = said.occurred, changes = {} } = later.body
    const body = Object.fromEntries(
      Object.entries({ ...said.body, ...changes }).filter(([, value]) => value !== null),
    )
    said = { body, occurred, times: said.times + 1 }
  }
}

/** By field; null takes away a field that is no longer given. */
function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]))
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? null]))
}
