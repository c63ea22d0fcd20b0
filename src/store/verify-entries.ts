import type { PoolClient } from 'pg'
import type { Moment } from '../kernel/moment.ts'
import type { Section } from '../domain/episode/sections.ts'
import { commitmentOf, sectionHash } from './commitment.ts'
import { inPages } from './in-pages.ts'
import { anyEntry, type StreamKind } from './shapes.ts'
import type { FaultKind } from './fault-kinds.ts'

type Found = (kind: FaultKind, where: string) => void

interface EntryRow {
  readonly subject: string
  readonly id: string
  readonly stream: string
  readonly sequence: number
  readonly recorded: Moment
  readonly sections: readonly string[]
  readonly hashes: readonly Buffer[]
  readonly commitment: Buffer
  readonly kind: StreamKind | null
  readonly content: readonly Content[]
}

interface Content {
  readonly section: string
  readonly stream: string
  /** Hex: JSON carries no bytes. */
  readonly salt: string
  readonly bytes: string
}

const everyEntry = `
  select e.*, s.kind, coalesce((
    select jsonb_agg(jsonb_build_object('section', c.section, 'stream', c.stream,
      'salt', encode(c.salt, 'hex'), 'bytes', encode(c.bytes, 'hex')))
    from whereabouts.entry_content c where c.subject = e.subject and c.entry = e.id), '[]') as content
  from whereabouts.entry e
  left join whereabouts.stream s on s.subject = e.subject and s.id = e.stream`

const contentOfNoEntry = `
  select subject, entry from whereabouts.entry_content c
  where not exists (select from whereabouts.entry e where e.subject = c.subject and e.id = c.entry)`

/** Each entry's commitment from its place and its sections' hashes, and each hash from its salt and bytes. Gives how many
    sections have no content because it was disposed of. */
export async function verifyEntries(
  client: PoolClient,
  found: Found,
  onProgress: (done: number) => void,
  wasDisposed: WasDisposed,
): Promise<number> {
  let done = 0
  let disposed = 0
  for await (const page of inPages<EntryRow>(client, everyEntry, 500)) {
    for (const entry of page) disposed += verifyEntry(entry, found, wasDisposed)
    done += page.length
    onProgress(done)
  }
  for await (const page of inPages<{ subject: string; entry: string }>(client, contentOfNoEntry)) {
    for (const { subject, entry } of page) found('content-unknown', `entry ${entry} of subject ${subject}`)
  }
  return disposed
}

/** Whether the register names the content of this section as disposed of. */
export type WasDisposed = (subject: string, entry: string, section: string) => boolean

function verifyEntry(entry: EntryRow, found: Found, wasDisposed: WasDisposed): number {
  const where = `entry ${entry.id} of subject ${entry.subject}, ${entry.sequence} of stream ${entry.stream}`
  const hashes = new Map(
    entry.sections.map((section, place) => [section, entry.hashes[place] ?? Buffer.alloc(0)]),
  )
  const sections = [...hashes].map(([section, hash]) => ({ section, hash }))
  if (!commitmentOf({ ...entry, sections }).equals(entry.commitment)) found('commitment-differs', where)
  const sound = entry.content.filter((content) => {
    const at = `${where}, section ${content.section}`
    const expected = hashes.get(content.section)
    if (expected === undefined) found('content-unknown', at)
    else if (content.stream !== entry.stream || !hashOf(content).equals(expected))
      found('content-altered', at)
    else return true
    return false
  })
  const there = new Set(entry.content.map(({ section }) => section))
  const disposed = [...hashes.keys()].filter((section) => wasDisposed(entry.subject, entry.id, section))
  for (const section of hashes.keys())
    if (!there.has(section) && !disposed.includes(section))
      found('content-missing', `${where}, section ${section}`)
  for (const section of disposed)
    if (there.has(section)) found('disposed-and-there', `${where}, section ${section}`)
  if (sound.some(({ section }) => section === entry.sections[0])) verifyShape(entry, sound, where, found)
  return disposed.filter((section) => !there.has(section)).length
}

/** Bytes that are what was committed to are also something that this release can read, at the time that its row says. */
function verifyShape(entry: EntryRow, sound: readonly Content[], where: string, found: Found): void {
  const texts = sound.map(
    ({ section, bytes }) => [section as Section, Buffer.from(bytes, 'hex').toString()] as const,
  )
  try {
    const own = entry.sections[0] as Section
    const stored = { ...entry, kind: entry.kind ?? 'episode', own, sections: new Map(texts) }
    const { recorded } = anyEntry(stored)
    if (recorded !== entry.recorded) found('recorded-differs', where)
  } catch {
    found('unreadable', where)
  }
}

function hashOf({ salt, bytes }: Content): Buffer {
  return sectionHash(Buffer.from(salt, 'hex'), Buffer.from(bytes, 'hex'))
}
