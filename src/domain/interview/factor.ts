import type { LondonDate } from '../../kernel/london.ts'
import type { Source } from '../protocol/protocol.ts'

/** What drove a child away, what drew them, what was done to them, what the guide names as a risk, and what makes that
    weigh more. */
export const factorKinds = ['push', 'pull', 'harm', 'risk-factor', 'circumstance'] as const
export type FactorKind = (typeof factorKinds)[number]

/** Something that can be learned from an interview, under a code, so that it can be counted and acted on. */
export interface Factor {
  readonly code: string
  readonly kind: FactorKind
  readonly label: string
  readonly source: Source
}

/** One dated edition of the list of factors. */
export interface Factors {
  readonly edition: string
  readonly title: string
  readonly from: LondonDate
  readonly adoptedBy: string
  readonly factors: readonly Factor[]
}

/** Source: one-minute guide, "What are the risk factors when a child goes missing?" Each is asked by name. */
export const riskFactors = [
  'unsafe-places-or-adults',
  'substances',
  'offending',
  'trafficking-or-exploitation',
  'not-engaged',
] as const

/** Source: the same: "particularly where this is a sustained feature … and/or is connected with other types of
    vulnerability". */
export const circumstances = ['sustained', 'connected'] as const
