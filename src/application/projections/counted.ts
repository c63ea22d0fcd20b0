import { ageOn, londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import { childAt } from '../../domain/child/child-at.ts'
import { backAsKnown } from '../../domain/patterns/as-known.ts'
import type { Episode } from '../../domain/episode/state.ts'
import { statuses } from '../../domain/protocol/protocol.ts'
import type { KnownStep } from '../../domain/protocol/shown-overdue.ts'
import type { CountedReturn, EpisodeCard } from './rows.ts'

/** What figures count of one episode: times, from each moment at which they became known. */
export function countedOf(
  child: ChildStream,
  { returned, raised }: Episode,
  steps: readonly KnownStep[],
): Pick<EpisodeCard, 'counted'> {
  const history = backAsKnown(steps)
  const when = returned ?? raised
  if (history.length === 0 || when === undefined) return {}
  return { counted: { ...groupsOf(child, when.occurred.at), history } }
}

/** Of several that hold at once, the one that comes last in their order says most. */
function groupsOf(child: ChildStream, at: Moment): Omit<CountedReturn, 'history'> {
  const record = childAt(child, at)
  const age = record.bornOn === undefined ? record.approximateAge : ageOn(record.bornOn, londonDate(at))
  return {
    ...(record.responsibleCouncil !== undefined && { council: record.responsibleCouncil }),
    ...(record.placement !== undefined && { setting: record.placement.setting.kind }),
    status: statuses.findLast((one) => record.statuses.includes(one)) ?? 'not-known',
    ...(age !== undefined && { age }),
  }
}
