import type { AskedAndAnswered, InterviewBodies } from '../../../domain/episode/return-bodies.ts'
import { html, type Piece } from '../../html.ts'

/** What was asked, as it was asked, with what was answered; then the interviewer's own view, apart. Nothing of it where
    the reader may not read interviews. */
export function answersWords(
  answers: readonly AskedAndAnswered[] | undefined,
  view: string | undefined,
  set: InterviewBodies['interview-written-up']['set'],
): Piece {
  if (answers === undefined && view === undefined) return ''
  return html`<dl class="wa-answers">
      ${(answers ?? []).map(
        (one) =>
          html`<dt>${one.asked}</dt>
            <dd>${answerWords(one)}</dd>`,
      )}
      ${
        view !== undefined &&
        html`<dt>The interviewer’s own view</dt>
          <dd>${view}</dd>`
      }
    </dl>
    ${set !== undefined && html`<p class="govuk-hint">Asked by ${set.set}, edition ${set.edition}.</p>`}`
}

function answerWords({ chosen, words, notSaid }: AskedAndAnswered): Piece {
  if (notSaid === true) return 'Did not want to say.'
  const [first, ...rest] = [...(chosen ?? []), words].filter((one) => one !== undefined)
  return first === undefined ? 'Not answered.' : [first, ...rest].join('; ')
}
