export type SetRule =
  | 'dates'
  | 'neighbouring-editions'
  | 'opening'
  | 'chapters'
  | 'duplicate-question'
  | 'options'
  | 'condition'
  | 'unreachable'
  | 'factor'
  | 'risk-factor'

/** Why a set cannot be used, in words, and which rule says so. */
export interface SetProblem {
  readonly rule: SetRule
  readonly says: string
}

export function problem(rule: SetRule, says: string): SetProblem {
  return { rule, says }
}
