import { addDays, fromLondon, londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { EpisodeId } from '../episode/entry.ts'
import type { Facts, FactsAt } from '../protocol/facts.ts'
import { childAt } from './child-at.ts'
import type { ChildStream } from './child.ts'
import { ownTimeAt } from './plan.ts'
import type { ChildRecord, Placement } from './record.ts'

/** Another episode of the child, as far as a count needs it. */
export interface EarlierEpisode {
  readonly episode: EpisodeId
  readonly from: Moment
  readonly recorded: Moment
  /** When it was recorded in error: from then on it leaves every count. */
  readonly voidedAt?: Moment
}

/** What the protocol may ask about this child. Two questions with the same `knownAt` get the same answer for ever:
    what is recorded later, corrections included, changes only what is known later. The same knowledge of the same moment
    is answered with the same object: a duty's start is asked about by every clause, at every step of what was known. */
export function factsAt(stream: ChildStream, earlier: readonly EarlierEpisode[]): FactsAt {
  const answered = new Map<string, Facts>()
  return (validAt, knownAt) => {
    const counted = earlier.map((one) => one.from < validAt && countedAt(one, knownAt))
    const known = stream.filter(({ recorded }) => knownAt === undefined || recorded <= knownAt).length
    const key = `${validAt} ${known} ${counted.map(Number).join('')}`
    const answer =
      answered.get(key) ??
      factsOf(
        childAt(stream, validAt, knownAt),
        validAt,
        earlier.filter((_, nth) => counted[nth]),
      )
    answered.set(key, answer)
    return answer
  }
}

function factsOf(child: ChildRecord, validAt: Moment, earlier: readonly EarlierEpisode[]): Facts {
  return {
    ...(child.bornOn === undefined ? {} : { bornOn: child.bornOn }),
    ...(child.approximateAge === undefined ? {} : { approximateAge: child.approximateAge }),
    statuses: child.statuses,
    placedOutOfArea: child.hostCouncil !== undefined,
    ...reasonableTimeAt(child, validAt),
    earlierEpisodes: earlier.map(({ episode, from }) => ({ episode, from })),
  }
}

/** None with a plan past its review, none on the first night of a placement, where nobody knows the child yet, and none
    that is not so many hours and minutes: then the shortest time that the edition knows holds. Else that of the hour. */
function reasonableTimeAt({ plan, placement }: ChildRecord, at: Moment): Pick<Facts, 'reasonableTime'> {
  const own = plan && ownTimeAt(plan, at)
  if (own === undefined) return {}
  return placement !== undefined && isFirstNight(placement, at) ? {} : { reasonableTime: own }
}

/** Until noon of the day after the placement began, whatever the hour at which it began. */
function isFirstNight({ from }: Placement, at: Moment): boolean {
  const noon = fromLondon(addDays(londonDate(from), 1), '12:00')
  return noon?.kind === 'once' && at < noon.at
}

function countedAt({ recorded, voidedAt }: EarlierEpisode, knownAt: Moment | undefined): boolean {
  if (knownAt === undefined) return voidedAt === undefined
  return recorded <= knownAt && (voidedAt === undefined || voidedAt > knownAt)
}
