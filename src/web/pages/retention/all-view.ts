import type { RetentionAct } from '../../../domain/access/retention-review.ts'
import { govuk } from '../../components/official.ts'
import { whenWords } from '../../components/time.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { everyRecord } from '../../../application/retention.ts'
import { holdAllFields } from './form.ts'

/** A hold on everything that one organisation recorded, as an inquiry asks for. */
export function holdAllPage(
  visit: PageVisit,
  organisation: string,
  holds: readonly RetentionAct[],
  asking: Asking,
  command: string,
): Html {
  const title = `Hold every record of ${organisation}`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      Nothing in which ${organisation} recorded anything is disposed of by anybody while this stands.
    </p>
    ${holds.map(
      (hold) =>
        html`<form method="post" action="/retention/standing">
          <p class="govuk-body">On hold since ${whenWords(hold.at, visit.now)}: “${hold.reason}”</p>
          <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
          <input type="hidden" name="child" value="${everyRecord}" />
          <input type="hidden" name="kind" value="hold-ended" />
          <input type="hidden" name="about" value="${hold.id}" />
          ${govuk('button', { text: 'End this hold', classes: 'govuk-button--secondary', preventDoubleClick: true })}
        </form>`,
    )}
    <form class="wa-measure" method="post" action="/retention/all" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="command" value="${command}" />
      ${showFields(holdAllFields, asking)}
      ${govuk('button', { text: 'Hold every record', preventDoubleClick: true })}
    </form>`
  const breadcrumbs = [{ text: 'Due for review', href: '/retention' }]
  return page({ title, visit, here: 'children', breadcrumbs, errors: asking.errors, main })
}
