import type { EditionRef } from '../../src/domain/episode/entries.ts'
import type { Source } from '../../src/domain/protocol/protocol.ts'

export const edition: EditionRef = { protocol: 'missing-from-home-and-care', edition: '2024-03' }

export const guide: Source = {
  document: 'One-minute guide to missing from home and care, March 2024',
  verified: true,
}
export const framework = unverified('Missing children from care framework, as the guide follows it')
export const statutory = unverified('Statutory guidance on children who run away or go missing, January 2014')
export const police = unverified('Authorised professional practice on missing persons')
export const coventry = unverified('Coventry trigger plan')
export const fostering = unverified('A fostering agency handbook')
export const norfolk = unverified('Norfolk procedures, 2017')
export const torbay = unverified('Torbay procedures, 2016')
export const regulations = unverified('Children’s Homes Regulations 2015, regulation 40')
export const placement = unverified('Care Planning Regulations 2010, regulation 13')
export const together = unverified('Working Together to Safeguard Children, as recalled')
export const practice = unverified('Common local practice')
export const house = unverified('Whereabouts: a setting of this product')

/** The guide names the act and gives no time for it. */
export const guideSetting: Source = { ...guide, interval: 'setting' }

export function noted(source: Source, note: string): Source {
  return { ...source, note }
}

function unverified(document: string): Source {
  return { document, verified: false }
}
