import { anyText, constant, day, described, id, maybe, named, object, within } from '../shape.ts'

export const plan = named(
  'Plan',
  object({
    entry: id<'entry'>(),
    reasonableTime: described(within, 'How long may be looked before police are told, at most.'),
    reviewBy: day,
    says: anyText,
    easyWords: maybe(constant(true)),
  }),
)
