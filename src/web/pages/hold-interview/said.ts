import type { AskedAndAnswered } from '../../../domain/episode/return-bodies.ts'
import { notSaidWords, type QuestionSet } from '../../../domain/interview/question-set.ts'
import { html, type Html } from '../../html.ts'

interface Shown {
  readonly answers: readonly AskedAndAnswered[]
  /** The edition that was asked, where it is there: it has the titles of the chapters. */
  readonly set?: QuestionSet
  /** A link behind an answer, while it can still be changed. */
  readonly change?: (question: string) => Html
}

/** What the child said, question by question, in the chapters in which it was asked. */
export function childsPart({ answers, ...how }: Shown): Html {
  return chapters({ ...how, answers: answers.filter(({ of }) => of === undefined) })
}

/** What the interviewer answered: apart, so that nobody reads it as the child's. */
export function interviewersPart({ answers, ...how }: Shown): Html {
  return chapters({ ...how, answers: answers.filter(({ of }) => of === 'interviewer') })
}

function chapters({ answers, set, change }: Shown): Html {
  const titled = (set?.chapters ?? []).map(({ chapter, title, questions }) => ({
    chapter,
    title,
    answers: answers.filter(({ question }) => questions.some(({ id }) => id === question)),
  }))
  const known = titled.flatMap((one) => one.answers)
  const rest = answers.filter((answer) => !known.includes(answer))
  return html`${titled
    .filter((one) => one.answers.length > 0)
    .map(
      (one) =>
        html`<h3 class="govuk-heading-s wa-said__chapter">${one.title}</h3>
          ${list(one.answers, change)}`,
    )}
  ${rest.length > 0 && list(rest, change)}`
}

function list(answers: readonly AskedAndAnswered[], change: Shown['change']): Html {
  return html`<dl class="wa-said">
    ${answers.map(
      (one) =>
        html`<div class="wa-said__one" id="answer-${one.question}">
          <dt>${one.asked}</dt>
          <dd>${saidWords(one)} ${change?.(one.question)}</dd>
        </div>`,
    )}
  </dl>`
}

function saidWords({ of, chosen = [], words, notSaid }: AskedAndAnswered): Html {
  if (notSaid) return html`<span class="wa-said__none">Answered: “${notSaidWords[of ?? 'child']}”</span>`
  if (chosen.length === 0 && words === undefined) return html`<span class="wa-said__none">Not answered</span>`
  return html`${chosen.join('; ')}${words !== undefined && html`${chosen.length > 0 && ': '}<q class="wa-said__words">${words}</q>`}`
}
