import type { PackPage } from '../../../application/queries/pack.ts'
import {
  anyText,
  count,
  day,
  described,
  flag,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  type ValueOf,
} from '../shape.ts'

const part = named(
  'PackPart',
  object({
    heading: anyText,
    note: maybe(anyText),
    facts: list(
      object({
        asks: anyText,
        says: described(list(anyText), 'Empty: not known, which is not evidence that there is none.'),
      }),
    ),
  }),
)

export const packAnswer = named(
  'Pack',
  object({
    now: moment,
    child: id<'child'>(),
    title: anyText,
    reported: described(flag, 'Whether police have been told.'),
    parts: list(part),
    notKnown: list(anyText),
    photograph: maybe(
      object({
        entry: id<'entry'>(),
        taken: day,
        shows: anyText,
        suppliedBy: anyText,
        sha256: anyText,
        width: count,
        height: count,
      }),
    ),
    frozen: described(
      list(object({ entry: id<'entry'>(), at: moment, by: anyText, sha256: anyText })),
      'Packs that were kept as they were, the newest first: those after it are superseded.',
    ),
  }),
)

export function packAnswerOf({ now, child, pack, reported, frozen }: PackPage): ValueOf<typeof packAnswer> {
  const { title, parts, notKnown, photograph } = pack
  return {
    now,
    child,
    title,
    reported,
    parts: parts.map(({ heading, note, facts }) => ({
      heading,
      ...(note !== undefined && { note }),
      facts: facts.map(({ asks, says }) => ({ asks, says: [...says] })),
    })),
    notKnown: [...notKnown],
    ...(photograph && {
      photograph: {
        entry: photograph.entry,
        taken: photograph.taken,
        shows: photograph.shows,
        suppliedBy: photograph.suppliedBy,
        sha256: photograph.sha256,
        width: photograph.width,
        height: photograph.height,
      },
    }),
    frozen: frozen.map(({ entry, at, by, sha256 }) => ({ entry, at, by, sha256 })),
  }
}
