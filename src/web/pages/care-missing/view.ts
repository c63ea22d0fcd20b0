import type { CareToReport } from '../../../application/queries/care-to-report.ts'
import { numbersToRing } from '../../components/numbers-to-ring.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import type { FieldError } from '../../components/errors.ts'
import { showFields } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { firstName, nameAndAge } from '../../words/child.ts'
import { asking, type Asked } from '../report/asked.ts'
import { possessive } from '../report/words.ts'
import { dangerFields, whatFields, type Danger } from './form.ts'

/** First of all. It is asked with an address and not sent: the answers go on with whatever is asked next. */
export function dangerPage(
  visit: PageVisit,
  shown: CareToReport,
  form: Form,
  errors: readonly FieldError[],
): Html {
  const heading = 'First of all: is anyone in danger, hurt or afraid?'
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="govuk-body-l">
      If yes, ring now. This page tells nobody, and looking for Care never takes the place of ringing.
    </p>
    ${numbersToRing({ dutyTeam: visit.dutyTeam })}
    <form method="get" action="/children/${shown.child}/care-missing/what" novalidate>
      ${showFields(dangerFields, { form, errors, now: shown.now })} ${govuk('button', { text: 'Continue' })}
    </form>`
  return page({ title: heading, visit, here: 'children', breadcrumbs: trail(shown), errors, main })
}

export function whatPage(visit: PageVisit, shown: CareToReport, danger: Danger, asked: Asked): Html {
  const heading = `What is missing from ${possessive(firstName(shown.record))} Care?`
  const { form, errors } = asked
  const body = html`<h1 class="govuk-heading-l">${heading}</h1>
    ${showFields(whatFields(shown), { form, errors, now: shown.now })}`
  const status = html`${danger.danger !== 'no' && ringNow(visit)} ${danger.harmByWorker && officer(shown)}
  ${danger.complaint && complaint()}`
  return page({
    title: heading,
    visit,
    here: 'children',
    breadcrumbs: trail(shown),
    errors,
    status,
    main: asking(asked, body, 'Record that this Care is missing', {
      danger: danger.danger,
      harm: danger.harmByWorker ? 'yes' : 'no',
      complaint: danger.complaint ? 'yes' : 'no',
    }),
  })
}

function trail({ child, record, now }: CareToReport) {
  return [{ text: nameAndAge(record, now), href: `/children/${child}` }]
}

function ringNow(visit: PageVisit): Html {
  return notice({
    kind: 'refused',
    title: 'Somebody may be in danger, hurt or afraid: ring now',
    body: html`<p>
        999 where it is happening now, otherwise the duty team or the front door. Then go on here.
      </p>
      ${numbersToRing({ dutyTeam: visit.dutyTeam })}`,
  })
}

function officer({ child }: CareToReport): Html {
  return notice({
    kind: 'refused',
    title: 'Tell the designated officer within one working day',
    body: html`<p>
      Do not ask the person about it, and do not tell them. They are shut out of this record, and so is their
      organisation until the designated officer says otherwise: whoever may do that does it
      <a class="govuk-link" href="/children/${child}">from the child’s record</a>.
    </p>`,
  })
}

function complaint(): Html {
  return notice({
    kind: 'plain',
    title: 'A complaint has a procedure of its own',
    body: html`<p>It is begun beside this, with an advocate for the child. Nothing here takes its place.</p>`,
  })
}
