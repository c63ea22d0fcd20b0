import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Evidence, EvidenceOf } from '../../src/domain/care/evidence.ts'
import type { ExpectedCare, Strand } from '../../src/domain/care/expected.ts'
import type { Life, Placement, PlacementKind } from '../../src/domain/care/life.ts'
import { parseExpectedCare } from '../../src/domain/care/read-expected.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { at } from './at.ts'

const file = new URL('../../expected-care/2026-01.yaml', import.meta.url)

/** The first edition of the Care that is expected. */
export const expectedCare = firstEdition()

function firstEdition(): ExpectedCare {
  const parsed = parseExpectedCare(parse(readFileSync(file, 'utf8')))
  assert.ok(parsed.kind === 'care', parsed.kind === 'problems' ? parsed.problems.join('\n') : '')
  return parsed.care
}

export function strandOf(name: string, care: ExpectedCare = expectedCare): Strand {
  return care.strands.find(({ strand }) => strand === name)!
}

export const day = (text: string) => text as LondonDate

/** London, at noon. */
export const noon = (date: string): Moment => at(`${date}T12:00`)

export const seenOn = (date: string): Evidence => ({
  at: noon(date),
  by: 'other',
  there: true,
  childSaw: true,
})

/** A child looked after, and placed, from a day on. */
export function lifeFrom(date: string, more: Partial<Life> & { readonly kind?: PlacementKind } = {}): Life {
  const { kind = 'foster', ...rest } = more
  const placements: readonly Placement[] = [{ kind, from: noon(date) }]
  return { bornOn: day('2012-05-04'), lookedAfter: [{ from: noon(date) }], placements, ...rest }
}

/** Evidence of one strand. */
export function evidenceOf(strand: string, ...evidence: readonly Evidence[]): EvidenceOf {
  return { [strand]: evidence }
}
