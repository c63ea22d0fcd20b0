import { asRecorded } from '../../../domain/interview/as-asked.ts'
import { suggestedFindings } from '../../../domain/interview/suggested.ts'
import type { Factors } from '../../../domain/interview/factor.ts'
import type { FieldError } from '../../components/errors.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { afterField, partField, wholeField } from '../../draft-parts.ts'
import type { Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { About } from '../act/act.ts'
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
      ${formOf(finish)} ${leadsTo(finish)}
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

function formOf({ visit, about, under, asking, page, writer, key, shown }: Finish): Html {
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
    ${finishForm(about, under).show(asking)} ${savedLine(under.draft, key)}
    ${govuk('button', { text: 'Record the interview', preventDoubleClick: true })}
  </form>`
}

/** Nothing of it is decided here. */
function leadsTo({ about, under, factors }: Finish): Html {
  const labels = new Map(factors?.factors.map(({ code, label }) => [code, label]))
  const suggested = suggestedFindings(under.set, under.answers)
  return html`<section class="wa-ask__leads" aria-labelledby="leads-to">
    <h2 class="govuk-heading-m" id="leads-to">What it leads to</h2>
    ${
      suggested.length === 0
        ? html`<p>No answer points to a factor by itself.</p>`
        : html`<p>These answers point to something. People decide whether it is so.</p>
            <ul class="govuk-list govuk-list--bullet">
              ${suggested.map(
                ({ code, asked, answered }) =>
                  html`<li>
                    ${labels.get(code) ?? code}
                    <span class="govuk-hint wa-ask__because">${asked} ${answered}</span>
                  </li>`,
              )}
            </ul>`
    }
    <p>
      What has to be done about it is recorded
      <a class="govuk-link" href="/episodes/${about.page.id}">in the episode</a>.
    </p>
  </section>`
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
