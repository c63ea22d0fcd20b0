import type { Source } from '../protocol/protocol.ts'
import { readSource, type Sources } from '../protocol/read-clause.ts'
import * as read from '../protocol/read-fields.ts'
import { readSources } from '../protocol/read.ts'
import { chapterNames, type Chapter, type QuestionSet } from './question-set.ts'
import { readQuestion } from './read-question.ts'

export type ParsedSet =
  | { readonly kind: 'set'; readonly set: QuestionSet }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

const setFields = [
  ...[
    'set',
    'edition',
    'title',
    'meant-for',
    'ages',
    'from',
    'until',
    'adopted-by',
    'factors',
    'reading-age',
  ],
  ...['sources', 'opening', 'chapters'],
]

/** A set of questions from its parsed file: plain values, as YAML gives them. Strict: a name that is not known is a
    problem in words, never a thing left out. Never throws. Whether the set is a good one is for `checkSet` to say. */
export function parseSet(value: unknown): ParsedSet {
  const place: read.Place = { at: 'set', problems: [] }
  const fields = read.fieldsOf(value, setFields, place)
  const sources = readSources(fields['sources'], read.within(place, 'sources'))
  const set: QuestionSet = {
    set: read.nameOf(fields, 'set', place),
    edition: read.nameOf(fields, 'edition', place),
    title: read.textOf(fields, 'title', place),
    meantFor: read.textOf(fields, 'meant-for', place),
    ...(fields['ages'] !== undefined && { ages: readAges(fields['ages'], read.within(place, 'ages')) }),
    from: read.dayOf(fields, 'from', place),
    ...(fields['until'] !== undefined && { until: read.dayOf(fields, 'until', place) }),
    adoptedBy: read.textOf(fields, 'adopted-by', place),
    factors: read.nameOf(fields, 'factors', place),
    readingAge: read.numberOf(fields, 'reading-age', place),
    sources: Object.values(sources),
    opening: read
      .listOf(fields['opening'])
      .map((says) => read.textOf({ says }, 'says', read.within(place, 'opening'))),
    chapters: read
      .listOf(fields['chapters'])
      .map((one, index) => readChapter(one, sources, read.within(place, `chapter ${index + 1}`))),
  }
  return place.problems.length > 0 ? { kind: 'problems', problems: place.problems } : { kind: 'set', set }
}

function readAges(value: unknown, place: read.Place): NonNullable<QuestionSet['ages']> {
  const fields = read.fieldsOf(value, ['from', 'to'], place)
  return {
    ...(fields['from'] !== undefined && { from: read.numberOf(fields, 'from', place) }),
    ...(fields['to'] !== undefined && { to: read.numberOf(fields, 'to', place) }),
  }
}

function readChapter(value: unknown, sources: Sources, place: read.Place): Chapter {
  const fields = read.fieldsOf(value, ['chapter', 'title', 'source', 'questions'], place)
  const usual: Source | undefined =
    fields['source'] === undefined ? undefined : readSource(fields['source'], sources, place)
  return {
    chapter: read.oneOf(fields['chapter'], chapterNames, 'a chapter of an interview', place) ?? 'before',
    title: read.textOf(fields, 'title', place),
    questions: read
      .listOf(fields['questions'])
      .map((one, index) => readQuestion(one, sources, usual, read.within(place, `question ${index + 1}`))),
  }
}
