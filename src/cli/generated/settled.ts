import { factsOf } from '../../application/projections/project.ts'
import { editionOf, type Protocols } from '../../application/protocols.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { Chronology, EpisodeEntry } from '../../domain/episode/entries.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import { merged, obligations } from '../../domain/protocol/obligations.ts'
import { hasEnded, timesOf } from '../../domain/protocol/standing.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { momentAt, type Moment } from '../../kernel/moment.ts'
import { type Draft, entryFields } from './drafts.ts'
import type { Minute } from './minutes.ts'
import { words } from './words.ts'

/** What an episode stands among when its entries get their places. */
export interface Among {
  readonly protocols: Protocols
  readonly episode: EpisodeId
  readonly child: ChildStream
  /** Those before it. */
  readonly others: ReadonlyMap<EpisodeId, Chronology>
  readonly end: Minute
}

/** The drafts in the order in which they were written, as far as they were written before the end. A closing gives a
    reason for each duty that is still owed when it is written, as the rules ask. */
export function settled(drafts: readonly Draft[], among: Among): Chronology {
  const kept = drafts.filter(({ written }) => written < among.end).toSorted((a, b) => a.written - b.written)
  const chronology: EpisodeEntry[] = []
  for (const draft of kept) {
    // Half a minute past the last whole one: whatever is typed in a minute is written down within it.
    const recorded = momentAt(draft.written * 60_000 + 30_000)
    const entry = {
      ...entryFields(draft),
      stream: among.episode,
      sequence: chronology.length + 1,
      recorded,
    } as EpisodeEntry
    chronology.push(
      entry.type === 'episode-closed' ? withReasons(entry, [...chronology], among, recorded) : entry,
    )
  }
  return chronology
}

function withReasons(
  entry: Extract<EpisodeEntry, { readonly type: 'episode-closed' }>,
  chronology: Chronology,
  among: Among,
  now: Moment,
): EpisodeEntry {
  const owed = stillOwed(chronology, among, now)
  const leftOpen = Object.fromEntries(owed.map((duty) => [duty, reasonFor(duty)]))
  return { ...entry, body: { ...entry.body, leftOpen } }
}

/** By clause, as one writes it: one reason for all of a kind. */
function stillOwed(chronology: Chronology, { child, others, episode, protocols }: Among, now: Moment) {
  const known = child.filter(({ recorded }) => recorded <= now)
  const facts = factsOf(known, others, episode)
  const raised = chronology.find((entry) => entry.type === 'concern-raised')
  const laid = merged(
    (raised?.body.editions ?? []).map((ref) =>
      obligations(chronology, editionOf(protocols, ref), facts, englandCalendar),
    ),
  )
  const owed = laid.filter((duty) => !duty.keeper && !hasEnded(timesOf(duty)) && duty.startsAt <= now)
  return new Set(owed.map(({ duty }) => duty)).values().toArray()
}

function reasonFor(duty: string): string {
  const reasons: Readonly<Record<string, string>> = words.leftOpen
  return reasons[duty] ?? words.leftOpen.other
}
