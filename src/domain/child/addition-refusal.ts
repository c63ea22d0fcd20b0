import type { Moment } from '../../kernel/moment.ts'

/** Why an addition does not stand as it is said. */
export type Refusal =
  | { readonly kind: 'in-the-future'; readonly at: Moment }
  | { readonly kind: 'time-needed' }
  | { readonly kind: 'says-nothing' }
  | { readonly kind: 'not-a-childs-age' }
  | { readonly kind: 'nothing-to-end' }
  | { readonly kind: 'before-it-began'; readonly from: Moment }
  | { readonly kind: 'not-in-the-directory'; readonly field: string }
  | { readonly kind: 'review-is-past' }
  | { readonly kind: 'taken-in-the-future' }
  | { readonly kind: 'is-this-record' }
  | { readonly kind: 'nobody-at-night' }
  | { readonly kind: 'no-duty-team' }
  | { readonly kind: 'grading-needed' }
  | { readonly kind: 'expires-before-review' }
  | { readonly kind: 'already-given' }
  | { readonly kind: 'no-such-message' }
  | { readonly kind: 'before-they-wrote'; readonly at: Moment }
  | { readonly kind: 'detail-says-nothing'; readonly field: string }
  | { readonly kind: 'card-number'; readonly field: string }
  | { readonly kind: 'password'; readonly field: string }
  | { readonly kind: 'not-an-imei' }
  | { readonly kind: 'not-known-now' }
  | { readonly kind: 'plan-overtaken' }
  | { readonly kind: 'no-such-plan' }
  | { readonly kind: 'not-an-hour' }
