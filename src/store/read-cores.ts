import type { PoolClient } from 'pg'
import type { CareEntry, CareStream } from '../domain/care/record.ts'
import type { ChildEntry, ChildStream } from '../domain/child/child.ts'
import type { Chronology, EpisodeEntry } from '../domain/episode/entries.ts'
import type { EpisodeId } from '../domain/episode/entry.ts'
import { prepared } from './query.ts'
import { careEntry, childEntry, episodeEntry, type StreamKind } from './shapes.ts'

/** Every entry of one subject's whole record, in the section where it stands itself and without what is kept apart. */
export interface Cores {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  /** Empty where only what a write rests on was read. */
  readonly care: CareStream
}

export interface CoreRow {
  readonly stream: string
  readonly kind: StreamKind
  readonly id: string
  readonly sequence: number
  readonly content: string
}

/** Rows of one subject in the order of their streams, as entries. */
export function coresOf(rows: readonly CoreRow[]): Cores {
  const child: ChildEntry[] = []
  const care: CareEntry[] = []
  const episodes = new Map<EpisodeId, EpisodeEntry[]>()
  for (const { content, ...place } of rows) {
    const stored = { ...place, own: 'core', sections: new Map([['core', content] as const]) } as const
    if (stored.kind === 'child') {
      child.push(childEntry(stored))
      continue
    }
    if (stored.kind === 'care') {
      care.push(careEntry(stored))
      continue
    }
    const episode = stored.stream as EpisodeId
    const chronology = episodes.get(episode) ?? []
    chronology.push(episodeEntry(stored))
    episodes.set(episode, chronology)
  }
  return { child, episodes: inOrderBegun(episodes), care }
}

/** Episodes in the order in which they were begun, so that the same entries always give the same projection. */
export function inOrderBegun<E extends Chronology>(episodes: ReadonlyMap<EpisodeId, E>): Map<EpisodeId, E> {
  const begun = ([id, chronology]: [EpisodeId, E]) => `${chronology[0]?.recorded ?? ''} ${id}`
  return new Map([...episodes].toSorted((a, b) => (begun(a) < begun(b) ? -1 : 1)))
}

/** A record as far as it is projected. */
export interface Projected extends Cores {
  /** A part of it was disposed of. */
  readonly atRest: boolean
}

/** The cores of many subjects at once, for a role that may read them all. A subject without entries is not there, and
    of one of which a part was disposed of its own stream alone, which goes with the last part. */
export async function readCores(
  client: PoolClient,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Projected>> {
  const { rows } = await prepared<CoreRow & { readonly subject: string; readonly at_rest: boolean }>(
    client,
    `select e.subject, e.stream, s.kind, e.id, e.sequence, convert_from(c.bytes, 'UTF8') as content,
       rest.at_rest
     from whereabouts.entry e
     cross join lateral (
       select exists (select from whereabouts.disposal d where d.subject = e.subject) as at_rest) rest
     join whereabouts.stream s on s.subject = e.subject and s.id = e.stream
     join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
     where e.subject = any($1) and (e.stream = e.subject or not rest.at_rest)
     order by e.subject, e.stream, e.sequence`,
    [subjects],
  )
  return new Map(
    [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, own]) => [
      subject,
      { ...coresOf(own), atRest: own.some(({ at_rest }) => at_rest) },
    ]),
  )
}
