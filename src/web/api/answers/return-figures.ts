import type {
  ReturnFigures,
  ReturnsAsked,
  ReturnsKnown,
} from '../../../application/queries/return-figures.ts'
import {
  countOf,
  denominatorOf,
  figureNames,
  figuresOf,
  parts,
  type Counting,
  type Figure,
} from '../../../domain/patterns/figures.ts'
import type { CountedRow } from '../../../application/queries/return-figures.ts'
import {
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
  type ValueOf,
} from '../shape.ts'

const counting = named(
  'CountedAs',
  object({
    as: described(oneOf(parts), 'What each of these returns counts as in this figure.'),
    count,
    episodes: list(id<'episode'>()),
  }),
)

const figure = named(
  'ReturnFigure',
  object({
    name: oneOf(figureNames),
    numerator: count,
    denominator: described(count, 'The numerator and the rest. Where it is 0 there is no share.'),
    counted: described(list(counting), 'What is on the numerator.'),
    rest: described(list(counting), 'What is of the denominator and not on the numerator.'),
    excluded: described(
      list(counting),
      'What the figure is not of, and why: with the denominator it is every return of those days.',
    ),
  }),
)

const known = named(
  'ReturnsKnown',
  object({
    at: described(moment, 'As it was known at this moment.'),
    returns: described(count, 'Returns to a place of safety in those days.'),
    figures: list(figure),
  }),
)

export const returnFiguresAnswer = named(
  'ReturnFigures',
  object({
    from: day,
    until: described(day, 'Both days are counted.'),
    now: known,
    then: maybe(described(known, 'As it was known at the end of the day that was asked for.')),
  }),
)

export function returnFiguresAnswerOf(
  { now, then }: ReturnFigures,
  { from, until }: ReturnsAsked,
): ValueOf<typeof returnFiguresAnswer> {
  return { from, until, now: knownOf(now), ...(then && { then: knownOf(then) }) }
}

function knownOf({ at, returns }: ReturnsKnown): ValueOf<typeof known> {
  return { at, returns: returns.length, figures: figuresOf(returns, at).map(figureOf) }
}

function figureOf(one: Figure<CountedRow>): ValueOf<typeof figure> {
  return {
    name: one.name,
    numerator: countOf(one.numerator),
    denominator: denominatorOf(one),
    counted: one.numerator.map(countingOf),
    rest: one.rest.map(countingOf),
    excluded: one.excluded.map(countingOf),
  }
}

function countingOf({ part, returns }: Counting<CountedRow>): ValueOf<typeof counting> {
  return { as: part, count: returns.length, episodes: returns.map(({ episode }) => episode) }
}
