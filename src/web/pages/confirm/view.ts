import type { FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { SignedIn } from '../../route.ts'
import { codeQuestion, eitherCode, passkeyForm, passwordQuestion } from '../sign-in/account/proof.ts'

interface Confirming {
  readonly who: SignedIn
  readonly to: string
  /** For whoever signed in by an organisation's own directory. */
  readonly there: Html | null
  readonly errors?: readonly FieldError[]
}

/** Asked before what must not be done at somebody else's open page. */
export function confirmPage(visit: PageVisit, { who, to, there, errors = [] }: Confirming): Html {
  const hidden = html`<input type="hidden" name="to" value="${to}" />`
  const how = who.session?.how
  const asksNothing = how === 'demonstration'
  const main = html`<h1 class="govuk-heading-l">Is it still you, ${who.author.name}?</h1>
    <p class="govuk-body">
      What comes next is asked only of somebody who has just shown who they are. It is recorded that you did.
    </p>
    ${
      there ??
      html`<form method="post" action="/confirm" novalidate>
        <input type="hidden" name="_csrf" value="${visit.csrfToken}" />${hidden}
        ${asksNothing ? null : html`${passwordQuestion(errors)} ${codeQuestion(errors, eitherCode)}`}
        ${govuk('button', { text: 'Yes, go on' })}
      </form>`
    }
    ${
      asksNothing || there !== null
        ? null
        : passkeyForm({
            visit,
            action: '/confirm/passkey',
            challenge: '/confirm/passkey/challenge',
            button: 'Use a passkey',
            more: hidden,
          })
    }`
  return page({ title: 'Is it still you?', visit, errors, main })
}
