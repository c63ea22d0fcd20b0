import { parseWithin, type Within } from '../../kernel/within.ts'
import { roles } from '../episode/roles.ts'
import type { Source } from '../protocol/protocol.ts'
import { readSource, type Sources } from '../protocol/read-clause.ts'
import * as read from '../protocol/read-fields.ts'
import { readSources } from '../protocol/read.ts'
import { anchors, strandKinds, type ExpectedCare, type Rule, type Strand, type While } from './expected.ts'
import { placementKinds } from './life.ts'

export type ParsedCare =
  | { readonly kind: 'care'; readonly care: ExpectedCare }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** An edition of expected Care from its parsed file: plain values, as YAML gives them. Strict, and never throws. */
export function parseExpectedCare(value: unknown): ParsedCare {
  const place: read.Place = { at: 'expected care', problems: [] }
  const known = ['edition', 'title', 'from', 'until', 'adopted-by', 'sources', 'strands']
  const fields = read.fieldsOf(value, known, place)
  const sources = readSources(fields['sources'], read.within(place, 'sources'))
  const care: ExpectedCare = {
    edition: read.nameOf(fields, 'edition', place),
    title: read.textOf(fields, 'title', place),
    from: read.dayOf(fields, 'from', place),
    ...(fields['until'] !== undefined && { until: read.dayOf(fields, 'until', place) }),
    adoptedBy: read.textOf(fields, 'adopted-by', place),
    strands: read
      .listOf(fields['strands'])
      .map((one, index) => readStrand(one, sources, read.within(place, `strand ${index + 1}`))),
  }
  checkStrands(care.strands, place)
  return place.problems.length > 0 ? { kind: 'problems', problems: place.problems } : { kind: 'care', care }
}

const strandFields = [
  ...['strand', 'title', 'in-their-words', 'kind', 'holder', 'seen-by-child', 'for', 'expected'],
  ...['reasonable-actions', 'reasonable-time', 'source'],
]

function readStrand(value: unknown, sources: Sources, place: read.Place): Strand {
  const fields = read.fieldsOf(value, strandFields, place)
  const strand = read.nameOf(fields, 'strand', place)
  const here = strand === '' ? place : { ...place, at: strand }
  const source = readSource(fields['source'], sources, here)
  return {
    strand,
    title: read.textOf(fields, 'title', here),
    inTheirWords: read.textOf(fields, 'in-their-words', here),
    kind: read.oneOf(fields['kind'], strandKinds, 'a kind of strand', here) ?? 'act',
    holder: read.oneOf(fields['holder'], roles, 'a role', here) ?? 'social-worker',
    seenByChild: read.flagOf(fields, 'seen-by-child', false, here),
    for: readWhile(fields['for'], read.within(here, 'for')),
    rules: read
      .listOf(fields['expected'])
      .map((one, index) => readRule(one, sources, source, read.within(here, `rule ${index + 1}`))),
    reasonableActions: read
      .listOf(fields['reasonable-actions'])
      .map((says) => read.textOf({ says }, 'says', read.within(here, 'reasonable-actions'))),
    reasonableTime: read.withinOf(fields, 'reasonable-time', here),
    source,
  }
}

function readRule(value: unknown, sources: Sources, usual: Source, place: read.Place): Rule {
  const fields = read.fieldsOf(value, ['after', 'within', 'while', 'counts-before', 'source'], place)
  return {
    after: read.oneOf(fields['after'], anchors, 'something that Care is counted from', place) ?? 'sighting',
    within: read.withinOf(fields, 'within', place),
    while: readWhile(fields['while'], read.within(place, 'while')),
    ...(fields['counts-before'] !== undefined && { countsBefore: monthsOf(fields, place) }),
    source: fields['source'] === undefined ? usual : readSource(fields['source'], sources, place),
  }
}

/** Whole months, as P3M. */
function monthsOf(fields: read.Fields, place: read.Place): number {
  const said: Within | undefined = parseWithin(String(fields['counts-before']))
  const months = /^P(\d+)M$/u.exec(said ?? '')?.[1]
  if (months === undefined)
    read.report(place, `"counts-before" is ${read.shown(fields['counts-before'])}, not months such as P3M`)
  return Number(months ?? 0)
}

const flags = { 'first-year': 'firstYear', 'long-term': 'longTerm', 'child-agreed': 'childAgreed' } as const
const numbers = { 'age-under': 'ageUnder', 'age-from': 'ageFrom', sightings: 'sightings' } as const

function readWhile(value: unknown, place: read.Place): While {
  if (value === undefined) return {}
  const fields = read.fieldsOf(
    value,
    ['placement', 'before', ...Object.keys(flags), ...Object.keys(numbers)],
    place,
  )
  const placement = read
    .listOf(fields['placement'])
    .flatMap((one) => read.oneOf(one, placementKinds, 'a kind of placement', place) ?? [])
  return {
    ...(fields['placement'] !== undefined && { placement }),
    ...given(flags, fields, (key) => read.flagOf(fields, key, false, place)),
    ...given(numbers, fields, (key) => read.numberOf(fields, key, place)),
    ...(fields['before'] !== undefined && { before: read.nameOf(fields, 'before', place) }),
  }
}

function given<T>(names: Readonly<Record<string, string>>, fields: read.Fields, of: (key: string) => T) {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => (fields[key] === undefined ? [] : [[name, of(key)]])),
  )
}

function checkStrands(strands: readonly Strand[], place: read.Place): void {
  const names = strands.map(({ strand }) => strand)
  for (const name of names.filter((one, index) => names.indexOf(one) < index))
    read.report(place, `"${name}" stands twice`)
  for (const { strand, rules, reasonableActions, ...rest } of strands) {
    const here = { ...place, at: strand }
    if (reasonableActions.length === 0)
      read.report(here, 'says nothing that is done before it is reported missing')
    for (const asked of [rest.for, ...rules.map((rule) => rule.while)])
      if (asked.before !== undefined && !names.includes(asked.before))
        read.report(here, `waits for "${asked.before}", which is no strand`)
  }
}
