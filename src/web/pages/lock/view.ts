import type { How } from '../../../application/sessions.ts'
import type { FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { passwordQuestion } from '../sign-in/account/proof.ts'

interface Locked {
  readonly name: string
  readonly to: string
  readonly how: How | undefined
  /** For whoever signed in by an organisation's own directory. */
  readonly there: Html | null
  readonly errors: readonly FieldError[]
}

/** Nothing of what was open stands here, only whose it is. */
export function lockedPage(visit: PageVisit, { name, to, how, there, errors }: Locked): Html {
  const token = html`<input type="hidden" name="_csrf" value="${visit.csrfToken}" />`
  const main = html`<h1 class="govuk-heading-l">Locked by ${name}</h1>
    <p class="govuk-body">
      Nothing is shown until ${name} is back. If you are somebody else, sign in as yourself: it ends their
      session on this device, and nothing that they recorded is lost.
    </p>
    ${
      there ??
      html`<form method="post" action="/locked" novalidate>
        ${token}<input type="hidden" name="to" value="${to}" />
        ${how === 'demonstration' ? null : passwordQuestion(errors)}
        ${govuk('button', { text: `Unlock as ${name}` })}
      </form>`
    }
    <form method="post" action="/sign-out">
      ${token}
      ${govuk('button', { text: 'Sign in again, or as somebody else', classes: 'govuk-button--secondary' })}
    </form>`
  return page({ title: 'Locked', visit, errors, main })
}
