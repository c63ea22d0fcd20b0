import { childAt } from '../../domain/child/child-at.ts'
import type { NewChildEntry } from '../../domain/child/child.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { Chronology, NewEpisodeEntry } from '../../domain/episode/entries.ts'
import type { Author, EpisodeId } from '../../domain/episode/entry.ts'
import { asRecorded } from '../as-recorded.ts'
import { jointProtocols } from '../joint-protocols.ts'
import type { LoadedSubject, StreamAppend } from '../ports.ts'
import type { Protocols } from '../protocols.ts'
import { takeChild, type ChildToImport } from './import-child.ts'
import type { KnownWithEpisodes } from './import-question.ts'
import type { LandedRow, SaidOfRow } from './import-report.ts'
import { takeSpell } from './import-spell.ts'
import { joined, type Known } from './import-statement.ts'

/** What the import of one child or of many led to. */
export interface Imported {
  readonly landed: readonly LandedRow[]
  readonly warned: readonly SaidOfRow[]
  readonly asked: number
}

export interface Importer {
  readonly author: Author
  readonly directory: Directory
  readonly protocols: Protocols
}

/** Everything that one child's rows add to the record. The child comes first and then each spell, on what came before it:
    a question is asked in the episode that an earlier one opened. */
export function takeAll(
  importer: Importer,
  { child: stream, episodes, now }: Pick<LoadedSubject, 'child' | 'episodes' | 'now'>,
  child: ChildToImport,
): Imported & { readonly streams: readonly StreamAppend[] } {
  const known: Known = { child: child.id, stream, author: importer.author, now }
  const parts = [takeChild(known, child)]
  const added: StreamAppend[] = []
  let sofar = { ...known, stream: withEntries(known, parts[0]?.entries ?? []), episodes }
  for (const spell of child.spells) {
    const taken = takeSpell(withProtocol(importer, sofar), spell)
    parts.push(taken)
    added.push(...taken.episodes)
    sofar = {
      ...sofar,
      stream: withEntries(sofar, taken.entries),
      episodes: taken.episodes.reduce((before, append) => withAppend(before, append, sofar), sofar.episodes),
    }
  }
  const { entries, landed, warned } = joined(parts)
  return {
    streams: [{ kind: 'child' as const, stream: child.id, entries }, ...byStream(added)].filter(
      (append) => append.entries.length > 0,
    ),
    landed: onceEach(landed),
    warned,
    asked: added.flatMap((append) => append.entries).filter(({ type }) => type === 'asked').length,
  }
}

function withProtocol(
  { author, directory, protocols }: Importer,
  known: Omit<KnownWithEpisodes, 'joint'>,
): KnownWithEpisodes {
  const joint = () =>
    jointProtocols(protocols, directory, childAt(known.stream, known.now), author, known.now)
  return { ...known, joint }
}

/** The child's stream as it will stand. */
function withEntries({ child, stream, now }: Known, entries: readonly NewChildEntry[]): Known['stream'] {
  const recorded = entries.map((entry, index) => {
    const sequence = stream.length + index + 1
    return { ...entry, stream: child, sequence, recorded: now }
  })
  return [...stream, ...recorded]
}

function withAppend(
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  { stream, entries }: StreamAppend,
  { now }: Known,
): ReadonlyMap<EpisodeId, Chronology> {
  const episode = stream as EpisodeId
  const before = episodes.get(episode) ?? []
  const added = asRecorded(entries as readonly NewEpisodeEntry[], before.length, episode, now)
  return new Map(episodes).set(episode, [...before, ...added])
}

function byStream(appends: readonly StreamAppend[]): readonly StreamAppend[] {
  return [...Map.groupBy(appends, ({ stream }) => stream)].map(([stream, parts]) => ({
    kind: 'episode',
    stream,
    entries: parts.flatMap(({ entries }) => entries),
  }))
}

/** A row may say several things. It is new when all of them are, and changed when some were on record already. */
function onceEach(landed: readonly LandedRow[]): readonly LandedRow[] {
  const rows = Map.groupBy(landed, ({ file, line }) => JSON.stringify([file, line]))
  return [...rows.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const isOneKind = others.every(({ landing }) => landing === first.landing)
    return [isOneKind ? first : { ...first, landing: 'changed' as const }]
  })
}
