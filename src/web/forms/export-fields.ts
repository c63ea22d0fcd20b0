import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import type { PageVisit } from '../layout/visit.ts'
import { text } from './fields-text.ts'
import { showFields, type Asking, type Fields } from './fields.ts'

/** Asked before anything leaves, and on the record with it. */
export const exportFields = {
  purpose: text({
    label: 'What is it for?',
    hint: 'Whoever answers for the record reads this.',
    missing: 'Enter what the file is for',
  }),
  reference: text({
    label: 'Which case, request or order does it rest on?',
    hint: 'Its reference, for example SAR 2026/114.',
    missing: 'Enter the reference that the file rests on',
  }),
}

interface ExportForm {
  readonly visit: PageVisit
  readonly action: string
  readonly asking: Asking
  readonly button: string
  /** Asked before the purpose. */
  readonly before?: Fields
  /** What the page had been asked for. */
  readonly hidden?: readonly (readonly [name: string, value: string])[]
}

export function exportForm({ visit, action, asking, button, before = {}, hidden = [] }: ExportForm): Html {
  return html`<form class="wa-measure wa-on-screen" method="post" action="${action}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${showFields({ ...before, ...exportFields }, asking)}
    ${govuk('button', { text: button, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}
