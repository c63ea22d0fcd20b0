import { govuk } from '../../components/official.ts'
import type { FieldError } from '../../components/errors.ts'
import { showFields, type Asking, type Fields } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'

interface Asked {
  readonly visit: PageVisit
  readonly title: string
  readonly above: Html
  readonly action: string
  readonly fields: Fields
  readonly button: string
  readonly asking: Asking
  /** Made with the page, where a second press must be the same request. */
  readonly command?: string
  readonly errors?: readonly FieldError[]
}

/** One page that asks, for what lies outside one's own relationships. */
export function askingPage({ visit, title, above, action, fields, button, asking, command }: Asked): Html {
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${above}
    <form class="wa-measure" method="post" action="${action}" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${command !== undefined && html`<input type="hidden" name="command" value="${command}" />`}
      ${showFields(fields, asking)} ${govuk('button', { text: button, preventDoubleClick: true })}
    </form>`
  return page({ title, visit, here: 'children', errors: asking.errors, main })
}
