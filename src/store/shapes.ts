import { careEntryVersions, type CareEntry } from '../domain/care/record.ts'
import { childEntryVersions, type ChildEntry } from '../domain/child/child.ts'
import { entryVersions, type EpisodeEntry } from '../domain/episode/entries.ts'
import type { Section } from '../domain/episode/sections.ts'
import { joined } from './sections.ts'

export type StreamKind = 'child' | 'episode' | 'care'

/** Everything that an entry says in its core, as stored. */
interface Core {
  readonly type: string
  readonly version: number
  readonly body: Readonly<Record<string, unknown>>
}

/** An entry as its rows hold it: where it stands, and the canonical text of each section that the reader may have. */
export interface StoredEntry {
  readonly kind: StreamKind
  readonly stream: string
  readonly id: string
  readonly sequence: number
  /** Where the entry itself stands, mostly `core`. */
  readonly own: Section
  readonly sections: ReadonlyMap<Section, string>
}

/** Turns one version of a body into the next. A shape that has landed is never rewritten, only read through these. */
type Upcast = (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** By stream kind, type and the version that it starts from. None yet: every shape is the first. */
const upcasts: Readonly<Record<StreamKind, Readonly<Record<string, Readonly<Record<number, Upcast>>>>>> = {
  child: {},
  episode: {},
  care: {},
}

/** The entry was written by a newer release, or its bytes are not what this product writes. */
export class UnknownShape extends Error {
  constructor({ kind, id, stream }: StoredEntry, { type, version }: Pick<Core, 'type' | 'version'>) {
    const here = currentVersion(kind, type)
    const known = here === undefined ? 'no such type is known here' : `this release knows up to ${here}`
    super(`Entry ${id} of ${kind} ${stream} is ${type} in version ${version}: ${known}`)
    this.name = 'UnknownShape'
  }
}

/** Reads an entry of a child's own stream. Throws UnknownShape, also when the entry itself may not be read. */
export function childEntry(stored: StoredEntry): ChildEntry {
  return entryOf(stored) as unknown as ChildEntry
}

/** Reads an entry of an episode. Throws UnknownShape, also when the entry itself may not be read. */
export function episodeEntry(stored: StoredEntry): EpisodeEntry {
  return entryOf(stored) as unknown as EpisodeEntry
}

function saysMore(section: Section): number {
  return section === 'other-children' ? 2 : Number(section !== 'interview-passage')
}

/** Reads an entry of the record of a child's Care. Throws UnknownShape, also when the entry itself may not be read. */
export function careEntry(stored: StoredEntry): CareEntry {
  return entryOf(stored) as unknown as CareEntry
}

/** Reads an entry of whatever stream. Throws UnknownShape, also when the entry itself may not be read. */
export function anyEntry(stored: StoredEntry): ChildEntry | EpisodeEntry | CareEntry {
  return entryOf(stored) as unknown as ChildEntry | EpisodeEntry | CareEntry
}

function entryOf(stored: StoredEntry): Core {
  const core = JSON.parse(
    stored.sections.get(stored.own) ?? '{"type":"nothing readable","version":0}',
  ) as Core
  const current = currentVersion(stored.kind, core.type)
  if (current === undefined || core.version > current || core.version < 1)
    throw new UnknownShape(stored, core)
  // What names other children stands in a wider section too, without the names: what names them comes last, and is read.
  const apart = [...stored.sections]
    .filter(([section]) => section !== stored.own)
    .toSorted(([a], [b]) => saysMore(a) - saysMore(b))
    .map(([, text]) => JSON.parse(text) as Core['body'])
  let body = joined([core.body, ...apart])
  for (let version = core.version; version < current; version++) {
    const upcast = upcasts[stored.kind][core.type]?.[version]
    if (upcast === undefined) throw new UnknownShape(stored, { ...core, version })
    body = upcast(body)
  }
  const { id, stream, sequence } = stored
  return { ...core, id, stream, sequence, version: current, body } as Core
}

function currentVersion(kind: StreamKind, type: string): number | undefined {
  const versions: Readonly<Record<string, number>> = versionsOf[kind]
  return Object.hasOwn(versions, type) ? versions[type] : undefined
}

const versionsOf = {
  child: childEntryVersions,
  episode: entryVersions,
  care: careEntryVersions,
} as const satisfies Record<StreamKind, Readonly<Record<string, number>>>
