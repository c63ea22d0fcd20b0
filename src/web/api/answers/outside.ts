import type { Figures, Review } from '../../../application/queries/outside.ts'
import type { Emergency, Figure, ToReview } from '../../../application/outside.ts'
import { riskLevels } from '../../../domain/episode/entries.ts'
import { responses } from '../../../domain/episode/state.ts'
import {
  anyText,
  count,
  described,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  oneOf,
  type ValueOf,
} from '../shape.ts'

/** One shape of both answers, so that nothing but the answer tells them apart. */
export const missingAnswer = named(
  'MissingAnswer',
  object({
    answer: described(
      oneOf(['missing', 'not-known']),
      '`missing`: hold safely and ring. `not-known` does not mean that nobody misses the child.',
    ),
    ring: list(object({ name: anyText, telephone: anyText })),
  }),
)

const seen = { at: moment, child: id<'child'>(), person: id<'person'>(), post: id<'post'>() }

const toReview = object({ ...seen, text: anyText })

const emergency = object({
  ...seen,
  id: described(anyText, 'Of the opening.'),
  until: moment,
  reason: anyText,
  known: described(list(id<'person'>()), 'Who of those who answer for it has said that they know.'),
  told: described(
    list(object({ post: id<'post'>(), taken: maybe(moment), trouble: maybe(anyText) })),
    'Who is told by mail: when a server took it, or why none has.',
  ),
  looks: described(list(object({ at: moment, what: anyText })), 'What was read meanwhile.'),
  reviewed: maybe(object({ at: moment, by: id<'person'>(), said: anyText })),
})

export const reviewAnswer = named(
  'Review',
  object({
    now: moment,
    emergencies: list(emergency),
    questions: described(list(toReview), 'Asked whether a child is missing.'),
    revealed: described(list(toReview), 'Names that were shown to somebody who needs figures only.'),
  }),
)

export const figuresAnswer = named(
  'Figures',
  object({
    now: moment,
    episodes: described(
      list(
        object({
          episode: id<'episode'>(),
          initial: maybe(described(anyText, 'The first letter of the name.')),
          age: maybe(count),
          response: oneOf(responses),
          from: moment,
          returnedAt: maybe(moment),
          risk: maybe(oneOf(riskLevels)),
        }),
      ),
      'The latest first, five hundred at most.',
    ),
  }),
)

export function reviewAnswerOf({
  now,
  emergencies,
  questions,
  revealed,
}: Review): ValueOf<typeof reviewAnswer> {
  return {
    now,
    emergencies: emergencies.map(emergencyOf),
    questions: questions.map(toReviewOf),
    revealed: revealed.map(toReviewOf),
  }
}

function emergencyOf(one: Emergency): ValueOf<typeof emergency> {
  const { id: of, at, child, person, post, until, reason, known, told, looks, reviewed } = one
  return { id: of, at, child, person, post, until, reason, known, told, looks, ...(reviewed && { reviewed }) }
}

function toReviewOf({ at, child, person, post, text }: ToReview): ValueOf<typeof toReview> {
  return { at, child, person, post, text }
}

export function figuresAnswerOf({ now, rows }: Figures): ValueOf<typeof figuresAnswer> {
  return { now, episodes: rows.map(figureOf) }
}

function figureOf({ child: _child, ...figure }: Figure): ValueOf<typeof figuresAnswer>['episodes'][number] {
  return figure
}
