import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../child/child.ts'
import { corrected } from '../child/corrected.ts'
import { doorOf } from '../child/own-door.ts'
import { accessOf } from '../child/timeline.ts'
import type { Directory } from '../child/directory.ts'
import { joinedWith, noOthers, type OtherRecords } from '../child/joined.ts'
import type { Chronology } from '../episode/entries.ts'
import type { ChildId, EpisodeId } from '../episode/entry.ts'
import { episodeOf } from '../episode/evolve.ts'
import { asKnownAt } from '../episode/known.ts'
import type { Grant } from './grant.ts'
import type { Ladder } from './ladder.ts'
import { keptOutOf, narrowed } from './narrowed.ts'
import { byRota } from './on-duty.ts'
import { grantsOf } from './relationship.ts'
import { type Absence, throughCare } from './through-care.ts'
import { throughAnEpisode } from './through-an-episode.ts'
import { throughPassages } from './through-passages.ts'

export interface ForAccess {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly directory: Directory
  /** What every duty tells whom, if it stays silent. */
  readonly ladders?: readonly Ladder[]
  /** Other records of the child: who is shut out of one, or not named for one, is kept out of this one too. */
  readonly others?: OtherRecords
  /** As the relationships were known then: what somebody might read at that moment. Absent: as known now. */
  readonly knownAt?: Moment
}

/** Who may read what of one child's record, from when until when and why: computed from relationships with dates, and
    from nothing else. Pure; nobody for a child whose stream is empty. */
export function grantsFor({
  child,
  episodes,
  directory,
  ladders = [],
  others = noOthers,
  knownAt,
}: ForAccess): readonly Grant[] {
  const entries = corrected(child, knownAt)
  const subject = entries[0]?.stream as ChildId | undefined
  if (subject === undefined) return []
  const known = [...episodes].map(([episode, chronology]) => ({
    episode,
    chronology: knownAt === undefined ? chronology : asKnownAt(chronology, knownAt),
  }))
  const raisedBy = known.find(({ chronology }) => chronology.length > 0)?.chronology[0]?.by ?? entries[0]?.by
  const relationships = [
    ...throughCare({
      entries,
      directory,
      absences: known.flatMap(({ chronology }) => absencesIn(chronology)),
      ...(raisedBy !== undefined && { raisedBy: raisedBy.organisation }),
    }),
    ...known.flatMap((one) =>
      throughAnEpisode({
        ...one,
        child: subject,
        stream: entries,
        directory,
        ladders: ladders.filter(({ stream }) => stream === one.episode),
      }),
    ),
  ]
  const narrowing = {
    entries,
    directory,
    child: subject,
    episodes: known.map(({ episode }) => episode),
    joined: joinedWith(subject, child, others, knownAt),
  }
  const all = narrowed(
    [
      ...relationships.flatMap((relationship) => grantsOf(relationship, subject)),
      ...theirOwn(entries, subject),
    ],
    narrowing,
  )
  // Only whoever is left reads a passage, and may be shut out of passages alone.
  const passages = known.flatMap((one) => throughPassages({ ...one, directory, reading: all }))
  return withoutRepeats([
    ...byRota(all, narrowing),
    ...narrowed(passages, narrowing),
    ...keptOutOf(narrowing),
  ])
}

/** The child's own, while access is given. Nobody holds a post for it: the entry that gave it stands in its place. */
function theirOwn(entries: ChildStream, child: ChildId): readonly Grant[] {
  return accessOf(entries).map(({ entry, from, until }) => ({
    post: doorOf(entry),
    child,
    stream: child,
    section: 'theirs',
    from,
    ...(until !== undefined && { until }),
    because: 'the child may read what is theirs',
  }))
}

/** Also an episode that was closed without a return has ended: a child who died, or was found to be elsewhere for good. */
function absencesIn(chronology: Chronology): readonly Absence[] {
  const { raised, returned, voided, spans } = episodeOf(chronology)
  // Care that is missing is no absence of the child.
  if (raised === undefined || voided || raised.body.subject.kind === 'care') return []
  const from = raised.occurred.at
  const last = spans.at(-1)
  const until = returned?.occurred.at ?? (last?.response === 'closed' ? last.from : undefined)
  return until === undefined ? [{ from }] : [{ from, until }]
}

function withoutRepeats(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((grant) => [inOneLine(grant), grant])).values()]
}

/** All that tells two grants of one child apart; only the last has spaces in it. */
function inOneLine({ post, stream, section, from, until, because }: Grant): string {
  return `${post} ${stream ?? ''} ${section} ${from} ${until ?? ''} ${because}`
}
