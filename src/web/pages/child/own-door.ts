import type { ChildPage } from '../../../application/queries/child-page.ts'
import { panel } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'

/** For whoever reads what the child writes: nobody else's record has access or messages in it. */
export function ownDoor({ child, record, now }: ChildPage): Html | null {
  const { access, messages } = record
  if (access === undefined && messages.length === 0) return null
  const open = messages.filter(({ answers }) => answers.length === 0).length
  const body = html`<p class="govuk-body">
      ${access === undefined ? 'No way in at the moment.' : `May come in since ${whenWords(access.from, now, 'day')}.`}
    </p>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/children/${child}/messages">What the child wrote</a>
        ${open > 0 && html`<strong>(${open} not answered)</strong>`}
      </li>
      ${access !== undefined && html`<li><a class="govuk-link" href="/children/${child}/code">Hand over a code</a></li>`}
    </ul>`
  return panel('The child’s own door', body)
}
