import { millisecondsOf, type Moment } from '../../../kernel/moment.ts'
import type { EntryOf, EntryType, EpisodeBodies } from '../entries.ts'
import { historyPhrase } from '../history.ts'
import { gradesBefore } from './grade.ts'
import type { Question, Rule } from './question.ts'

/** "The fact that a vulnerable child has a history of going missing (including any occurrences of absence) does not
    mitigate risk" (one-minute guide). So a reason is read where it is for less: any grade below high, a longer clock, no worry,
    nobody told, nothing done. Where it is for more it is never read. */
export const historyIsNoReason: Rule = (question) => {
  const phrase = reasonsForLess(question)
    .map((reason) => historyPhrase(reason))
    .find((found) => found !== undefined)
  return phrase === undefined ? undefined : { kind: 'history-is-no-reason', phrase }
}

type Reasons = {
  readonly [T in EntryType]?: (body: EpisodeBodies[T], question: Question) => readonly (string | undefined)[]
}

const forLess: Reasons = {
  'threshold-assessed': ({ worriedNow, why }) => (worriedNow ? [] : [why]),
  'risk-assessed': (body, question) =>
    isForLess(body, question) ? [body.reason, body.accountOf, body.firstActions, ...body.indicators] : [],
  'risk-view-given': ({ level, reason }) => (isLow(level) ? [reason] : []),
  // A challenge that is answered leaves the grade as it was.
  'challenge-answered': ({ answer }) => [answer],
  'agency-informed': ({ told }) => (told.kind === 'told' ? [] : [told.because]),
  'prevention-check-not-possible': ({ because }) => [because],
  'no-action-decided': ({ open, restricted, intelligence }) => [open, restricted, intelligence],
  'action-ended': ({ open, restricted, intelligence }) => [open, restricted, intelligence],
  'harm-considered': ({ answer, reason }) => (answer === 'neither' ? [reason] : []),
  'enquiry-concluded': ({ outcome, reason }) => (outcome === 'at-risk' ? [] : [reason]),
  'significance-considered': ({ significant, reason }) => (significant ? [] : [reason]),
  'episode-closed': ({ leftOpen }) => Object.values(leftOpen),
}

/** The reasons that this entry gives for doing less, if it is for less. */
export function reasonsForLess(question: Question): readonly string[] {
  const { type, body } = question.entry
  // The reader and the body have one type, which TypeScript cannot see through an index.
  const reasons = forLess[type] as
    ((body: unknown, question: Question) => readonly (string | undefined)[]) | undefined
  return (reasons?.(body, question) ?? []).filter((reason) => reason !== undefined)
}

function isForLess({ level, nextReview }: EpisodeBodies['risk-assessed'], question: Question): boolean {
  const own = clock(nextReview, question.entry)
  return (
    level !== 'high' || gradesBefore(question).some((before) => own > clock(before.body.nextReview, before))
  )
}

function clock(nextReview: Moment, { occurred }: Pick<EntryOf<'risk-assessed'>, 'occurred'>): number {
  return millisecondsOf(nextReview) - millisecondsOf(occurred.at)
}

function isLow(level: EpisodeBodies['risk-assessed']['level']): boolean {
  return level === 'low' || level === 'no-apparent-risk'
}
