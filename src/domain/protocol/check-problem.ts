export type CheckRule =
  | 'dates'
  | 'neighbouring-editions'
  | 'duplicate-duty'
  | 'no-source'
  | 'empty-ladder'
  | 'ladder-order'
  | 'ladder-tells-owner'
  | 'unknown-field'
  | 'cannot-start'
  | 'cannot-be-met'
  | 'cannot-be-prevented'
  | 'condition'
  | 'reasonable-time'
  | 'repeated-absence'
  | 'keeper-can-end'
  | 'keeper-ladder'
  | 'no-keeper'
  | 'two-records'
  | 'own-record'
  | 'child-unanswered'
  | 'of-its-subject'
  | 'search-lead'

/** Why an edition cannot be adopted, in words, and which rule says so. */
export interface Problem {
  readonly rule: CheckRule
  readonly duty?: string
  readonly says: string
}

export function problem(rule: CheckRule, duty: string, says: string): Problem {
  return { rule, duty, says: `${duty}: ${says}` }
}
