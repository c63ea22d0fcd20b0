import type { LondonDate } from '../../kernel/london.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { clockKind } from '../../kernel/within.ts'
import type { Refusal } from './addition-refusal.ts'
import type { ChildBodies } from './child.ts'
import { planTextNames, type HoursOwnTime, type PlanDraft } from './plan-fields.ts'
import type { ChildRecord } from './record.ts'
import { secretIn } from './secret-in.ts'

export type Planned = {
  [T in 'plan-drafted' | 'plan-agreed-by' | 'plan-reviewed']: {
    readonly type: T
    readonly body: ChildBodies[T]
  }
}['plan-drafted' | 'plan-agreed-by' | 'plan-reviewed']

/** A plan is reviewed on a day to come, its hours are hours, and only the last version is agreed to. */
export function planRule(
  { type, body }: Planned,
  record: ChildRecord,
  today: LondonDate,
): Refusal | undefined {
  switch (type) {
    case 'plan-drafted':
      return draftRule(body, today)
    case 'plan-agreed-by':
      return record.plans.at(-1)?.entry === body.drafted ? undefined : { kind: 'plan-overtaken' }
    case 'plan-reviewed':
      if (body.reviewBy < today) return { kind: 'review-is-past' }
      return (record.plan ?? record.lapsedPlan)?.entry === body.plan ? undefined : { kind: 'no-such-plan' }
    default:
      return unreachable(type)
  }
}

function draftRule(draft: PlanDraft, today: LondonDate): Refusal | undefined {
  if (draft.reviewBy < today) return { kind: 'review-is-past' }
  if (clockKind(draft.reasonableTime) !== 'elapsed' || !(draft.hours ?? []).every(isAnHour))
    return { kind: 'not-an-hour' }
  for (const field of ['childsWords', ...planTextNames] as const) {
    const text = draft[field]
    const secret = text === undefined ? undefined : secretIn(text)
    if (secret !== undefined) return { kind: secret, field }
  }
  return undefined
}

function isAnHour({ fromHour, toHour, within }: HoursOwnTime): boolean {
  const isOfADay = (hour: number) => Number.isInteger(hour) && hour >= 0 && hour < 24
  return isOfADay(fromHour) && isOfADay(toHour) && fromHour !== toHour && clockKind(within) === 'elapsed'
}
