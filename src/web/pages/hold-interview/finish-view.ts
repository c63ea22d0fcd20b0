import { asRecorded } from '../../../domain/interview/as-asked.ts'
import type { Factors } from '../../../domain/interview/factor.ts'
import type { FieldError } from '../../components/errors.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { afterField, partField, wholeField } from '../../draft-parts.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { About } from '../act/act.ts'
import { findingFields, pointedTo } from './finding-fields.ts'
import { finishForm } from './finish-form.ts'
import { framed, savedLine } from './frame.ts'
import { childsPart, interviewersPart } from './said.ts'
import { placeOf, type UnderWay } from './under-way.ts'
import { answeredOf, askedNoLonger } from './way.ts'

export interface Finish {
  readonly visit: PageVisit
  readonly about: About
  readonly under: UnderWay
  readonly factors: Factors | undefined
  readonly asking: Asking
  readonly page: string
  readonly writer: string
  readonly key: string
  readonly shown: number
  readonly status?: Html
}

/** Everything as it will be recorded, to be read through, and what is still to be said of the interview. */
export function finishPage(finish: Finish): Html {
  const { visit, about, under, asking, status } = finish
  const place = placeOf(about.page.id)
  const answers = asRecorded(under.set, under.answers)
  const change = (question: string) =>
    html`<a class="govuk-link wa-said__change" href="${place}/questions/${question}">Change</a>`
  const shown = { answers, set: under.set, change }
  return framed({
    title: 'Read it through and record it',
    visit,
    draft: under.draft,
    errors: asking.errors,
    main: html`<p class="wa-eyebrow">${about.child.full} · ${under.set.title}</p>
      <h1>Read it through and record it</h1>
      ${status} ${stillOpen(under, place)}
      <h2 class="govuk-heading-m">What ${about.child.first} said</h2>
      ${childsPart(shown)}
      <div class="wa-ask__apart">
        <h2 class="govuk-heading-m">Your own view, and what you answered</h2>
        ${interviewersPart(shown)}
      </div>
      ${formOf(finish)}
      <p><a class="govuk-link" href="${place}/answers">All questions</a></p>`,
  })
}

function stillOpen(under: UnderWay, place: string): Html | null {
  const { answered, of } = answeredOf(under)
  const gone = askedNoLonger(under).length
  return html`${
    answered < of &&
    html`<p class="wa-callout">
      ${of - answered} of about ${of} questions ${of - answered === 1 ? 'is' : 'are'} open. They are left out
      of the write-up. <a class="govuk-link" href="${place}/answers">See which</a>
    </p>`
  }${gone > 0 && html`<p class="wa-callout" id="no-longer">Some answers are to questions that are not asked any more. <a class="govuk-link" href="${place}/answers">Decide about them first</a></p>`}`
}

function formOf(finish: Finish): Html {
  const { visit, about, under, asking, page, writer, key, shown } = finish
  const hidden = {
    command: page,
    [wholeField]: under.draft.form,
    [partField]: '_finish',
    [afterField]: writer,
    shown: String(shown),
  }
  return html`<form id="act" method="post" action="?" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <h2 class="govuk-heading-m">
      ${under.interview === undefined ? 'The interview, for the record' : 'For the record'}
    </h2>
    ${finishForm(about, under).show(asking)} ${leadsTo(finish)} ${savedLine(under.draft, key)}
    ${govuk('button', { text: 'Record the interview', preventDoubleClick: true })}
  </form>`
}

/** What the answers point to, each to be confirmed or left by whoever held the interview. */
function leadsTo({ under, factors, asking }: Finish): Html {
  const pointed = pointedTo(under, factors)
  return html`<h2 class="govuk-heading-m" id="leads-to">What it leads to</h2>
    <p>
      ${
        pointed.length === 0
          ? 'No answer points to a factor by itself. What else was learned is recorded in the episode.'
          : 'The answers point to these. Say of each whether it is so: it is recorded as learned, and kept to those who read interviews. What else was learned is recorded in the episode.'
      }
    </p>
    ${showFields(findingFields(pointed), asking)}`
}

export function overtaken(): Html {
  return notice({
    kind: 'overtaken',
    title: 'Something was added to the episode while you were here. Nothing that you typed is lost',
    body: html`<p>Look at the episode. If all is still right, record the interview again.</p>`,
  })
}

export const usedError: FieldError = {
  field: 'act',
  message:
    'This interview was recorded before, and not with these words. Open the episode: what is missing there is added to it',
}
