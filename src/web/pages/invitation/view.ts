import { shortestPassword } from '../../../application/passwords.ts'
import type { FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { enrolmentQuestions, type Enrolment } from '../sign-in/account/enrolment.ts'
import { passwordQuestion } from '../sign-in/account/proof.ts'

export interface Invitation {
  readonly name: string
  readonly signIn: string
  readonly enrolment: Enrolment
  readonly errors?: readonly FieldError[]
}

/** Where somebody sets what they will sign in with. */
export function invitationPage(visit: PageVisit, { name, signIn, enrolment, errors = [] }: Invitation): Html {
  const main = html`<h1 class="govuk-heading-l">Welcome, ${name}</h1>
    <p class="govuk-body">
      You will sign in as <strong>${signIn}</strong>, with a password and a code. If you are not ${name},
      close this page and tell whoever sent you the link.
    </p>
    <form method="post" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <h2 class="govuk-heading-m">Your password</h2>
      <p class="govuk-body">
        At least ${shortestPassword} characters. Three words that do not belong together are easy to keep in
        mind and hard to guess.
      </p>
      ${passwordQuestion(errors, 'New password')} ${enrolmentQuestions(enrolment, signIn, errors)}
      ${govuk('button', { text: 'Keep these and sign in' })}
    </form>`
  return page({ title: 'Your invitation', visit, errors, main })
}

/** The same for a link that was used, that is too old, and that never was one. */
export function noInvitationPage(visit: PageVisit): Html {
  const main = html`<h1 class="govuk-heading-l">This invitation is no longer good</h1>
    <p class="govuk-body">
      A link is good once, and only for some days. If you have used it,
      <a class="govuk-link" href="/sign-in">sign in</a>. Otherwise ask whoever sent it for another.
    </p>`
  return page({ title: 'This invitation is no longer good', visit, main })
}
