import { readSource, type Sources } from '../protocol/read-clause.ts'
import * as read from '../protocol/read-fields.ts'
import { readSources } from '../protocol/read.ts'
import { factorKinds, type Factor, type Factors } from './factor.ts'

export type ParsedFactors =
  | { readonly kind: 'factors'; readonly factors: Factors }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** An edition of the factors from its parsed file: plain values, as YAML gives them. Strict, and never throws. */
export function parseFactors(value: unknown): ParsedFactors {
  const place: read.Place = { at: 'factors', problems: [] }
  const fields = read.fieldsOf(value, ['edition', 'title', 'from', 'adopted-by', 'sources', 'factors'], place)
  const sources = readSources(fields['sources'], read.within(place, 'sources'))
  const factors: Factors = {
    edition: read.nameOf(fields, 'edition', place),
    title: read.textOf(fields, 'title', place),
    from: read.dayOf(fields, 'from', place),
    adoptedBy: read.textOf(fields, 'adopted-by', place),
    factors: read
      .listOf(fields['factors'])
      .map((one, index) => readFactor(one, sources, read.within(place, `factor ${index + 1}`))),
  }
  const codes = factors.factors.map(({ code }) => code)
  for (const code of codes.filter((one, index) => codes.indexOf(one) < index))
    read.report(place, `"${code}" stands twice`)
  return place.problems.length > 0
    ? { kind: 'problems', problems: place.problems }
    : { kind: 'factors', factors }
}

function readFactor(value: unknown, sources: Sources, place: read.Place): Factor {
  const fields = read.fieldsOf(value, ['code', 'kind', 'label', 'source'], place)
  return {
    code: read.nameOf(fields, 'code', place),
    kind: read.oneOf(fields['kind'], factorKinds, 'a kind of factor', place) ?? 'push',
    label: read.textOf(fields, 'label', place),
    source: readSource(fields['source'], sources, place),
  }
}
