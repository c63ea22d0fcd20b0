import type { Answer } from '../../../domain/interview/answers.ts'
import { notSaidWords, other, type Question } from '../../../domain/interview/question-set.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { afterField, partField, wholeField } from '../../draft-parts.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { framed, savedLine } from './frame.ts'
import { notSaidValue, type UnderWay } from './under-way.ts'
import { isApart, type Standing } from './way.ts'

export interface Asking {
  readonly visit: PageVisit
  readonly under: UnderWay
  readonly at: Standing
  /** As it was typed, also where it is no answer yet. */
  readonly answer: Answer
  /** This page, made anew each time that the question is shown. */
  readonly page: string
  /** Who wrote the answer last. */
  readonly writer: string
  /** What else was typed here, by a page that had not seen it. */
  readonly beside: readonly string[]
  readonly errors: readonly FieldError[]
  readonly key: string
}

/** What the buttons beside Continue do with what was typed: it is saved whichever is pressed. */
export const ways = {
  back: 'Back',
  skip: 'Skip for now',
  list: 'All questions',
  stop: 'Stop for now',
} as const
export type Way = keyof typeof ways

/** One question, for whoever sits beside the child and for the child: large, with little on it. */
export function questionPage(asking: Asking): Html {
  const { visit, under, at, page, writer, errors, key } = asking
  const { question, chapter, number, of } = at
  const hidden = {
    command: page,
    [wholeField]: under.draft.form,
    [partField]: question.id,
    [afterField]: writer,
  }
  return framed({
    title: question.asks,
    visit,
    draft: under.draft,
    errors,
    isAskedOfAChild: question.of === 'child',
    main: html`<p class="wa-eyebrow">Question ${number} of about ${of} · ${chapter.title}</p>
      ${question.of === 'interviewer' && html`<p class="wa-ask__whose">${whose(chapter)}</p>`}
      <form method="post" action="?" class="wa-ask" novalidate>
        <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
        ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${fieldsOf(asking)} ${besideLine(asking)}
        ${question.note !== undefined && html`<p class="wa-ask__note"><strong>For whoever asks:</strong> ${question.note}</p>`}
        ${savedLine(under.draft, key)} ${govuk('button', { text: 'Continue' })}
        <div class="wa-ask__ways">
          ${Object.entries(ways).map(
            ([way, text]) =>
              html`<button class="wa-ask__way" type="submit" name="_go" value="${way}">${text}</button>`,
          )}
        </div>
      </form>`,
  })
}

function whose(chapter: Standing['chapter']): string {
  return isApart(chapter) ? 'Your own view, without the child' : 'For you to answer, not the child'
}

function fieldsOf(asking: Asking): Html {
  const { question } = asking.at
  if (question.kind === 'words') return html`${words(asking, question.asks)} ${notSaidAlone(asking)}`
  return html`${options(asking)} ${words(asking)}`
}

function options({ at: { question }, answer, errors }: Asking): Html {
  const { asks, kind, of, options: listed } = question
  const { chosen = [], notSaid = false } = answer
  const error = errorOf(errors, 'chosen')
  const common = {
    name: 'chosen',
    idPrefix: 'chosen',
    fieldset: {
      legend: {
        html: html`<h1 class="govuk-fieldset__heading">${asks}</h1>`,
        classes: 'govuk-fieldset__legend--l',
      },
    },
    ...(error && { errorMessage: error }),
  }
  const items = [
    ...listed.map(({ id, says }) => ({ value: id, text: says, checked: chosen.includes(id) })),
    { value: notSaidValue, text: notSaidWords[of], checked: notSaid },
  ]
  return kind === 'many-of'
    ? govuk('checkboxes', { ...common, hint: { text: 'You can choose more than one.' }, items })
    : govuk('radios', { ...common, items })
}

/** The question itself where it is asked for words; beside options, what they want to add. */
function words({ at: { question }, answer, errors }: Asking, heading?: string): Html {
  const error = errorOf(errors, 'words')
  const isListed = question.options.some(({ id }) => id === other)
  return govuk('textarea', {
    id: 'words',
    name: 'words',
    rows: heading === undefined ? '2' : '4',
    value: answer.words ?? '',
    label:
      heading === undefined
        ? { text: ownWords(question), classes: 'govuk-label--s' }
        : { text: heading, isPageHeading: true, classes: 'govuk-label--l' },
    ...(isListed && { hint: { text: 'If it is something else, say it here.' } }),
    ...(error && { errorMessage: error }),
  })
}

function ownWords({ of }: Question): string {
  return of === 'child' ? 'Your own words' : 'In your own words'
}

function notSaidAlone({ at: { question }, answer, errors }: Asking): Html {
  const error = errorOf(errors, 'chosen')
  return govuk('checkboxes', {
    name: 'chosen',
    idPrefix: 'chosen',
    items: [{ value: notSaidValue, text: notSaidWords[question.of], checked: answer.notSaid === true }],
    ...(error && { errorMessage: error }),
  })
}

function besideLine({ beside, at: { question } }: Asking): Html | null {
  if (beside.length === 0) return null
  const says = (typed: string) =>
    typed === notSaidValue
      ? notSaidWords[question.of]
      : (question.options.find(({ id }) => id === typed)?.says ?? typed)
  return html`<div class="wa-callout">
    <p>
      Also typed here, on another page or device. Add what belongs to the answer; when you continue, this
      goes.
    </p>
    ${beside.map((one) => html`<p><q>${says(one)}</q></p>`)}
  </div>`
}
