import { occurred } from '../bodies.ts'
import { detailAnswered } from '../detail-shape.ts'
import { anyText, described, id, maybe, moment, named, object } from '../shape.ts'
import { author } from './entries.ts'

export const knownDetail = named(
  'KnownDetail',
  object({
    entry: id<'entry'>(),
    from: moment,
    until: maybe(moment),
    detail: detailAnswered,
    suppliedBy: anyText,
    said: occurred,
    by: author,
    confirmed: described(object({ at: moment, by: author }), 'Who last said that it is so, and when.'),
  }),
)
