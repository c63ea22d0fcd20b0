import { occurred } from '../bodies.ts'
import { hoursOwnTime, planShape } from '../plan-shape.ts'
import {
  anyText,
  constant,
  count,
  day,
  described,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  oneOf,
  within,
} from '../shape.ts'
import { author } from './entries.ts'

const side = oneOf(['home', 'council', 'police'])

export const planVersion = named(
  'PlanVersion',
  object({
    entry: id<'entry'>(),
    version: count,
    drafted: occurred,
    by: author,
    draft: planShape(anyText),
    agreed: list(object({ side, at: moment, by: author })),
    awaited: described(list(side), 'Who has still to agree. Until then it holds nothing.'),
    inForceFrom: maybe(moment),
    reviewBy: described(day, 'As the last review set it.'),
  }),
)

export const plan = named(
  'Plan',
  object({
    entry: id<'entry'>(),
    reasonableTime: described(within, 'How long may be looked before police are told, at most.'),
    reviewBy: day,
    says: anyText,
    easyWords: maybe(constant(true)),
    hours: maybe(list(hoursOwnTime)),
    version: maybe(described(count, 'Of a plan that was drafted here.')),
  }),
)
