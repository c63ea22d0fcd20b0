import { join } from 'node:path'
import { readExpectedCare } from '../../src/exchange/care-files.ts'
import type { Evidence, EvidenceOf } from '../../src/domain/care/evidence.ts'
import type { ExpectedCare, Strand } from '../../src/domain/care/expected.ts'
import type { Life, Placement, PlacementKind } from '../../src/domain/care/life.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { at } from './at.ts'

const editions = await readExpectedCare(join(import.meta.dirname, '../../expected-care'))

/** The first edition of the Care that is expected. */
export const expectedCare: ExpectedCare = editions[0]!

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
