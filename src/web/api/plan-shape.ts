import {
  planTextNames,
  questionOf,
  type HoursOwnTime,
  type PlanDraft,
} from '../../domain/child/plan-fields.ts'
import type { Within } from '../../kernel/within.ts'
import { planLengths } from '../../domain/child/plan-fields.ts'
import { constant, count, day, described, flag, list, maybe, object, oneOf, type Shape } from './shape.ts'

export const hoursOwnTime: Shape<HoursOwnTime> = object({
  fromHour: described(count, 'From 0 to 23, by London’s clock.'),
  toHour: described(count, 'Past midnight where it is the earlier.'),
  within: oneOf<Within>(planLengths),
})

/** A version of a plan: `said` is a text as it is sent, or as the record holds it. */
export function planShape(said: Shape<string>): Shape<PlanDraft> {
  const texts = planTextNames.map((name) => {
    const { label, hint, needed } = questionOf(name)
    const shape = described(said, hint === undefined ? label : `${label}. ${hint}`)
    return [name, needed === true ? shape : maybe(shape)] as const
  })
  return object({
    childsWords: maybe(described(said, 'The child’s own account, to the letter.')),
    reasonableTime: described(
      oneOf<Within>(planLengths),
      'How long may be looked before police are told, at most. It can shorten what the protocol allows, never lengthen it.',
    ),
    hours: maybe(described(list(hoursOwnTime), 'Hours that have a time of their own.')),
    reviewBy: described(day, 'Until then it holds, once it is agreed.'),
    easyWords: maybe(described(constant(true), 'Short questions in easy words suit the child better.')),
    policeAsked: maybe(described(flag, 'Police are asked to agree too.')),
    ...Object.fromEntries(texts),
  }) as unknown as Shape<PlanDraft>
}
