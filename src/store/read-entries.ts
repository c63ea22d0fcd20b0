import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import type { CareStream } from '../domain/care/record.ts'
import type { ChildStream } from '../domain/child/child.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import type { Section } from '../domain/episode/sections.ts'
import { rowsOf, sqlOf } from './query.ts'
import { careEntry, childEntry, episodeEntry, type StoredEntry, type StreamKind } from './shapes.ts'

/** The child's own stream, each entry with the sections that the visitor may read. */
export async function readChild(client: PoolClient, child: ChildId): Promise<ChildStream> {
  const rows = await rowsOf(client, sectionsOf(child, 'child'))
  return storedEntries(rows).map(childEntry)
}

/** What is recorded of a child's Care, likewise. */
export async function readCare(client: PoolClient, stream: string): Promise<CareStream> {
  const rows = await rowsOf(client, sectionsOf(stream, 'care'))
  return storedEntries(rows).map(careEntry)
}

/** An episode and whose it is; undefined when the visitor may read none of it, or when there is none. */
export async function readChronology(
  client: PoolClient,
  episode: EpisodeId,
): Promise<{ readonly child: ChildId; readonly chronology: Chronology } | undefined> {
  const rows = await rowsOf(client, sectionsOf(episode, 'episode'))
  const [first] = rows
  const entries = storedEntries(rows)
  if (first === undefined || entries.length === 0) return undefined
  return { child: first.subject as ChildId, chronology: entries.map(episodeEntry) }
}

function sectionsOf(stream: string, kind: StreamKind) {
  return sqlOf
    .selectFrom('stream')
    .innerJoin('entry', (join) =>
      join.onRef('entry.subject', '=', 'stream.subject').onRef('entry.stream', '=', 'stream.id'),
    )
    .innerJoin('entry_content', (join) =>
      join.onRef('entry_content.subject', '=', 'entry.subject').onRef('entry_content.entry', '=', 'entry.id'),
    )
    .where('stream.id', '=', stream)
    .where('stream.kind', '=', kind)
    .orderBy('entry.sequence')
    .select(['stream.subject', 'stream.kind', 'stream.id as stream', 'entry.id', 'entry.sequence'])
    .select(['entry_content.section', sql<Section>`entry.sections[1]`.as('own')])
    .select([sql<string>`convert_from(entry_content.bytes, 'UTF8')`.as('text')])
}

interface SectionRow {
  readonly kind: StreamKind
  readonly stream: string
  readonly id: string
  readonly sequence: number
  readonly section: Section
  readonly own: Section
  readonly text: string
}

/** Rows of one entry stand together. An entry is hidden whole where the section is hidden in which it stands itself. */
function storedEntries(rows: readonly SectionRow[]): readonly StoredEntry[] {
  const entries = new Map<string, StoredEntry & { readonly sections: Map<Section, string> }>()
  for (const { section, text, ...place } of rows) {
    const entry = entries.get(place.id) ?? { ...place, sections: new Map<Section, string>() }
    entry.sections.set(section, text)
    entries.set(place.id, entry)
  }
  return [...entries.values()].filter(({ own, sections }) => sections.has(own))
}
