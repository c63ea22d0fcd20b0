import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from './child.ts'
import { entriesOf } from './corrected.ts'
import { isCurrentOn, planVersionsOf, reviewsOf } from './plan.ts'
import type { ChildRecord, Placement, Plan } from './record.ts'
import { beginsAt } from './span.ts'

/** The plan in force: the last that came into force, whether it was agreed here, version by version, or told as a whole.
    Past its review it is the lapsed one. */
export function planAt(
  entries: ChildStream,
  placements: readonly Placement[],
  at: Moment,
): Pick<ChildRecord, 'plan' | 'lapsedPlan' | 'plans'> {
  const plans = planVersionsOf(entries, placements, at)
  const reviews = reviewsOf(entries, at)
  const told = entriesOf(entries, 'plan-agreed')
    .filter(({ occurred }) => beginsAt(occurred) <= at)
    .map(({ id, body, occurred }) => ({
      from: beginsAt(occurred),
      plan: { entry: id, ...body, reviewBy: reviews.get(id) ?? body.reviewBy },
    }))
  const agreed = plans.flatMap(({ entry, version, draft, inForceFrom, reviewBy }) => {
    if (inForceFrom === undefined) return []
    const { reasonableTime, hours, callFirst, easyWords } = draft
    const plan: Plan = {
      entry,
      version,
      reasonableTime,
      ...(hours !== undefined && { hours }),
      reviewBy,
      ...(easyWords !== undefined && { easyWords }),
      says: `Call first: ${callFirst}`,
    }
    return [{ from: inForceFrom, plan }]
  })
  const inOrder = [...told, ...agreed].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const last = inOrder.at(-1)?.plan
  if (last === undefined) return { plans }
  return isCurrentOn(last.reviewBy, at) ? { plans, plan: last } : { plans, lapsedPlan: last }
}
