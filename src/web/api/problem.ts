import type { Refusal as AdditionRefusal } from '../../domain/child/addition-refusal.ts'
import { additionRefusedInWords } from '../../domain/child/addition-words.ts'
import type { Refusal } from '../../domain/episode/command.ts'
import { refusalInWords } from '../../domain/episode/refusals.ts'
import type { Wrong } from './take.ts'

/** Why something was not done (RFC 9457). `type` leads to the list of all of them. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly Wrong[]
  readonly [more: string]: unknown
}

/** Everything that is not a rule of the field, with its HTTP status. */
export const problemKinds = {
  'not-readable': { status: 400, title: 'What was sent cannot be read' },
  'not-authenticated': { status: 401, title: 'No token, or none that is known' },
  'may-not': { status: 403, title: 'This post may not do this' },
  'not-found': { status: 404, title: 'Not there, or not for this post to see' },
  'key-used': { status: 409, title: 'The idempotency key belongs to another request' },
  'may-be-known': { status: 409, title: 'The child may be known here already' },
  'already-reviewed': { status: 409, title: 'Somebody has reviewed it' },
  overtaken: { status: 412, title: 'Someone else was first' },
  'too-large': { status: 413, title: 'What was sent is too large' },
  'not-json': { status: 415, title: 'Only JSON is read' },
  'not-valid': { status: 422, title: 'Something in what was sent is not as it should be' },
  'too-many': { status: 429, title: 'Too many requests in a minute' },
  'if-match-needed': { status: 428, title: 'A decision needs If-Match' },
  defect: { status: 500, title: 'We are wrong' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>

export type ProblemKind = keyof typeof problemKinds

/** Rules of the field that said no: one status for all of them, told apart by their type. */
export const refusedStatus = 409

/** A refusal that the field gains does not compile until it is here too. */
const everyRefusal: Readonly<Record<Refusal['kind'], true>> = {
  'in-the-future': true,
  'time-needed': true,
  'left-blank': true,
  'before-the-last-sighting': true,
  'before-the-concern': true,
  'not-begun': true,
  'already-begun': true,
  'already-open': true,
  'already-reported': true,
  'already-returned': true,
  'not-returned': true,
  closed: true,
  'not-closed': true,
  voided: true,
  'has-died': true,
  'death-is-established': true,
  'police-accept-reports': true,
  'police-grade-risk': true,
  'not-a-level-of-this-force': true,
  'supervisor-needed': true,
  'history-is-no-reason': true,
  'review-not-after-grade': true,
  'not-of-care': true,
  'not-of-a-child': true,
  'holds-what-is-missing': true,
  'care-not-back': true,
  'no-such-entry': true,
  'not-a-challenge': true,
  'not-an-interview': true,
  'not-held-elsewhere': true,
  'serves-a-closed-episode': true,
  'before-a-return-that-it-serves': true,
  'not-written-up': true,
  'not-the-latest': true,
  'already-written-up': true,
  'findings-not-marked': true,
  'not-an-answer': true,
  'no-such-questions': true,
  'before-what-it-answers': true,
  'not-asked-of-a-host': true,
  'not-a-telling': true,
  'not-where-they-work': true,
  'not-a-source': true,
  'not-a-finding': true,
  'not-an-action': true,
  'not-an-enquiry': true,
  'enquiry-already-concluded': true,
  'not-as-narrow': true,
  'kept-by-police': true,
  'not-for-police': true,
  'not-their-kind': true,
  'action-already-ended': true,
  'due-before-agreed': true,
  'compared-with-itself': true,
  'home-before-agreed': true,
  'cares-for-the-child': true,
  'allocated-worker-needs-reason': true,
  'not-the-childs-own-answer': true,
  'interview-not-offered': true,
  'later-than-recorded': true,
  'evidence-needed': true,
  'corrects-nothing': true,
  'corrects-a-correction': true,
  'not-a-field': true,
  'concern-is-the-episode': true,
  'second-person-needed': true,
  'duties-open': true,
}

const everyRefusalOfAnAddition: Readonly<Record<AdditionRefusal['kind'], true>> = {
  'in-the-future': true,
  'time-needed': true,
  'says-nothing': true,
  'not-a-childs-age': true,
  'nothing-to-end': true,
  'before-it-began': true,
  'not-in-the-directory': true,
  'review-is-past': true,
  'taken-in-the-future': true,
  'is-this-record': true,
  'nobody-at-night': true,
  'no-duty-team': true,
  'grading-needed': true,
  'expires-before-review': true,
  'detail-says-nothing': true,
  'card-number': true,
  password: true,
  'not-an-imei': true,
  'not-known-now': true,
  'plan-overtaken': true,
  'no-such-plan': true,
  'not-an-hour': true,
  'already-given': true,
  'no-such-message': true,
  'before-they-wrote': true,
}

/** Each once, though one may be said of an episode and of a child's own record. */
export const refusalKinds: readonly string[] = Object.keys({ ...everyRefusal, ...everyRefusalOfAnAddition })

export function problem(
  kind: ProblemKind,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): Problem {
  const { status, title } = problemKinds[kind]
  return { type: typeOf(kind), title, status, detail, ...more }
}

export function notValid(errors: readonly Wrong[]): Problem {
  return problem('not-valid', 'Each place that is wrong is listed in errors.', { errors })
}

/** A rule of the field said no: its words, and what it knows. */
export function refusalProblem(refusal: Refusal): Problem {
  return refused(refusal, refusalInWords(refusal))
}

/** The same of what was to be added to a child's own record. */
export function additionProblem(refusal: AdditionRefusal): Problem {
  return refused(refusal, additionRefusedInWords(refusal))
}

function refused(refusal: Refusal | AdditionRefusal, detail: string): Problem {
  const type = typeOf(`refused-${refusal.kind}`)
  return { type, title: refusedTitle, status: refusedStatus, detail, refusal }
}

export const refusedTitle = 'A rule of the field says no'

/** An address relative to the server, which answers there with the list. */
export function typeOf(name: string): string {
  return `/api/v1/problems#${name}`
}
