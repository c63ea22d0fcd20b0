import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { grantsFor } from '../../domain/access/grants.ts'
import type { ExpectedCare } from '../../domain/care/expected.ts'
import type { CareStream } from '../../domain/care/record.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Directory } from '../../domain/child/directory.ts'
import { noOthers, type OtherRecords } from '../../domain/child/joined.ts'
import { factsAt, type EarlierEpisode } from '../../domain/child/facts.ts'
import { ownEntriesOf } from '../../domain/child/own-door.ts'
import type { Chronology, EditionRef } from '../../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import { lookForTheSame } from '../../domain/episode/same-search.ts'
import { inCore } from '../../domain/episode/lies-in.ts'
import { episodeVoidIn } from '../../domain/episode/voids.ts'
import type { Episode } from '../../domain/episode/state.ts'
import { workOf } from '../../domain/protocol/work-of.ts'
import type { Edition } from '../../domain/protocol/protocol.ts'
import type { FactsAt } from '../../domain/protocol/facts.ts'
import { isOwnType } from '../../domain/protocol/own-record.ts'
import { ownShownOverdue, shownOverdue, type OverdueOnRecord } from '../../domain/protocol/shown-overdue.ts'
import type { WholeReadSide } from '../ports.ts'
import { editionOf, type Protocols } from '../protocols.ts'
import { careRowsOf } from './care.ts'
import { countedOf } from './counted.ts'
import { boardRowOf, cardOf, episodeCardOf } from './cards.ts'
import type { DutyRow } from './rows.ts'

export interface ProjectionInputs {
  readonly protocols: Protocols
  readonly directory: Directory
  /** Left out where no Care is expected. */
  readonly expectedCare?: readonly ExpectedCare[]
}

/** A projection holds what lasts until something ends it, so it is read at a moment after everything that is known. */
const openEnded = endOfLondonDay('2199-12-30' as LondonDate)

/** The whole read side of one child, from their stream and every episode of theirs, from what other records of the
    child say of who is kept out, and, where it is given, from what is recorded of their Care. Pure: the same entries give the same rows, which is what a rebuild compares. */
export function project(
  inputs: ProjectionInputs,
  subject: ChildId,
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  others: OtherRecords = noOthers,
  care?: CareStream,
): WholeReadSide {
  const record = childAt(child, openEnded)
  const states = [...episodes].map(([id, chronology]) => ({ id, chronology, episode: episodeOf(chronology) }))
  const begun = states.filter(({ episode }) => episode.raised !== undefined)
  const owed = begun.map(({ id, chronology, episode }) => {
    const [facts, learned] = [factsOf(child, episodes, id), learnedOf(child, episodes, id)]
    return { id, chronology, episode, shown: shownOf(inputs.protocols, chronology, episode, facts, learned) }
  })
  const duties = owed.flatMap(({ id, shown }) => ofEpisode(shown, subject, id))
  const all = [...duties, ...ownDutyRows(inputs.protocols, subject, child, episodes)]
  return {
    card: cardOf(subject, record),
    // A list says how long the record is that everyone reads, and not that there is more.
    episodes: owed.map(({ id, chronology, episode, shown }) => ({
      ...episodeCardOf(subject, id, episodeOf(inCore(chronology))),
      ...(isOfAChild(episode) && countedOf(child, episode, shown.steps)),
    })),
    // Care that is missing is shown beside the children, and counted with none of them.
    board: begun
      .filter(({ episode }) => isOfAChild(episode))
      .flatMap(({ id, episode, chronology }) => boardRowOf(subject, id, record, episode, chronology)),
    duties: all,
    grants: grantsFor({ child, episodes, directory: inputs.directory, ladders: all, others }),
    ...(care && { care: careRowsOf(inputs.expectedCare ?? [], subject, child, care) }),
  }
}

function isOfAChild({ raised }: Episode): boolean {
  return raised?.body.subject.kind !== 'care'
}

/** What the protocol may ask about the child during one episode: the other episodes that look for the same are its
    history. Without one, all of the child's own are. */
export function factsOf(
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  except?: EpisodeId,
): FactsAt {
  const own = except && episodeOf(episodes.get(except) ?? []).raised?.body
  const concern = own ?? { subject: { kind: 'child' as const, child: '' as ChildId } }
  const earlier = [...episodes].flatMap(([episode, chronology]): readonly EarlierEpisode[] => {
    const raised = episodeOf(chronology).raised
    if (episode === except || raised === undefined) return []
    if (!lookForTheSame(concern, raised.body)) return []
    const voidedAt = episodeVoidIn(chronology)?.since
    return [{ episode, from: raised.occurred.at, recorded: raised.recorded, ...(voidedAt && { voidedAt }) }]
  })
  return factsAt(child, earlier)
}

/** The moments at which what `factsOf` answers may have changed. */
export function learnedOf(
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  except: EpisodeId,
): readonly Moment[] {
  const others = [...episodes].filter(([episode]) => episode !== except)
  const counted = others.flatMap(([, chronology]) => [
    episodeOf(chronology).raised?.recorded,
    episodeVoidIn(chronology)?.since,
  ])
  return [...child.map(({ recorded }) => recorded), ...counted].filter((moment) => moment !== undefined)
}

/** The duties of an episode as rows of times, with what was ever shown overdue, also where nothing lays it any more.
    `learned` as `learnedOf` gives it. */
export function dutyRows(
  protocols: Protocols,
  child: ChildId,
  id: EpisodeId,
  chronology: Chronology,
  episode: Episode,
  facts: FactsAt,
  learned: readonly Moment[] = [],
): readonly DutyRow[] {
  return ofEpisode(shownOf(protocols, chronology, episode, facts, learned), child, id)
}

function shownOf(
  protocols: Protocols,
  chronology: Chronology,
  episode: Episode,
  facts: FactsAt,
  learned: readonly Moment[],
) {
  const refs = episode.raised?.body.editions ?? []
  const editions = refs.map((ref) => editionOf(protocols, ref))
  return { ...shownOverdue(chronology, editions, facts, englandCalendar, learned), editions }
}

function ofEpisode(shown: ReturnType<typeof shownOf>, child: ChildId, stream: EpisodeId): readonly DutyRow[] {
  return rowsOf(shown, { child, stream, section: 'core' }, shown.editions)
}

/** What is owed on the child's own record, outside every episode: to whoever may read what the child wrote. */
function ownDutyRows(
  protocols: Protocols,
  child: ChildId,
  stream: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
): readonly DutyRow[] {
  if (!stream.some(({ type }) => isOwnType(type))) return []
  const own = {
    written: stream,
    asKnownAt: (known: Moment) => ownEntriesOf(stream, known),
    editionOf: (ref: EditionRef) => editionOf(protocols, ref),
  }
  const shown = ownShownOverdue(own, factsOf(stream, episodes), englandCalendar)
  const refs = stream.flatMap((entry) => (entry.type === 'child-wrote' ? entry.body.editions : []))
  const editions = refs.map((ref) => editionOf(protocols, ref))
  return rowsOf(shown, { child, stream: child, section: 'care-childs-account' }, editions)
}

function rowsOf(
  shown: OverdueOnRecord,
  where: Pick<DutyRow, 'child' | 'stream' | 'section'>,
  editions: readonly Edition[],
): readonly DutyRow[] {
  return [...shown.laid, ...shown.noLongerLaid].map((obligation) => ({
    ...where,
    workIn: workOf(obligation.duty, editions),
    id: obligation.id,
    duty: obligation.duty,
    title: obligation.title,
    keeper: obligation.keeper,
    owedBy: obligation.owedBy,
    covered: obligation.covered,
    startsAt: obligation.startsAt,
    dueAt: obligation.dueAt,
    endOfDay: obligation.endOfDay,
    provisional: obligation.provisional,
    because: obligation.because,
    ...(obligation.met && { metAt: obligation.met.at, metBy: obligation.met.entry }),
    ...(obligation.discharged && { dischargedAt: obligation.discharged.at }),
    ...(obligation.cancelled && { cancelledAt: obligation.cancelled.at }),
    edition: `${obligation.edition.protocol} ${obligation.edition.edition}`,
    verified: obligation.source.verified && obligation.source.interval === undefined,
    rungs: obligation.rungs.map(({ tell, at, acknowledged }) => ({
      tell,
      at,
      ...(acknowledged && { acknowledgedBy: acknowledged.by }),
    })),
    shownOverdue: shown.spans.get(obligation.id) ?? [],
  }))
}
