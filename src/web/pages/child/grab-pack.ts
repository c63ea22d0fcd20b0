import type { ChildPage } from '../../../application/queries/child-page.ts'
import { panel } from '../../components/summary.ts'
import { html, type Html } from '../../html.ts'

export function grabPack({ child, died }: ChildPage): Html | null {
  if (died) return null
  return panel(
    'For the safe',
    html`<p>
      <a class="govuk-link" href="/children/${child}/grab-pack">Grab pack (PDF)</a>, with its date. It says
      nowhere where anybody else lives.
    </p>`,
  )
}
