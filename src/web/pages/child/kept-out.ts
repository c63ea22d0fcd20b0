import type { ChildPage } from '../../../application/queries/child-page.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { panel } from '../../components/summary.ts'
import { html, type Html } from '../../html.ts'
import { shutOutWords } from '../../words/kept-out.ts'

/** Only whoever may know of it has anything to show here. */
export function keptOut({ record: { shutOut, restriction } }: ChildPage): Html | null {
  if (shutOut.length === 0 && restriction === undefined) return null
  const lines = [
    ...(restriction === undefined
      ? []
      : [
          `Only those named see this record. Review by ${dateInWords(restriction.reviewBy)}: ${restriction.reason}`,
        ]),
    ...shutOut.map((one) => `Kept out: ${shutOutWords(one)}. ${one.reason}`),
  ]
  return panel(
    'Who does not see this record',
    html`<ul class="govuk-list govuk-list--spaced">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`,
  )
}
