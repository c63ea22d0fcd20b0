import type { Directory } from '../../../../domain/child/directory.ts'
import { errorOf, type FieldError } from '../../../components/errors.ts'
import { guideLinks } from '../../../components/guide-links.ts'
import { numbersAtTheDoor } from '../../../components/numbers-at-the-door.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html } from '../../../html.ts'
import { page } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { endedNotice, type Ended } from '../ended.ts'
import { codeQuestion, eitherCode, passkeyForm, passwordQuestion } from './proof.ts'

export interface SigningIn {
  readonly to: string
  readonly ended: Ended
  readonly directory: Directory
  /** Organisations' own sign-in, where there is any. */
  readonly choices: Html | null
  readonly signIn?: string
  readonly errors?: readonly FieldError[]
}

/** The door of real people. What it says is the same whether there is such an account or not. */
export function accountSignInPage(visit: PageVisit, asked: SigningIn): Html {
  const { to, ended, directory, choices, signIn = '', errors = [] } = asked
  const hidden = html`<input type="hidden" name="to" value="${to}" />`
  const nameError = errorOf(errors, 'sign-in')
  const isReporting = to.startsWith('/report')
  const ringing = html`<h2 class="govuk-heading-m">If a child is missing now, do not wait to sign in</h2>
    ${numbersAtTheDoor(directory, visit.now)} ${guideLinks(directory)}`
  const main = html`<h1 class="govuk-heading-l">Sign in</h1>
    ${isReporting && ringing}
    ${
      choices &&
      html`${choices}
        <h2 class="govuk-heading-m">With an account of your own here</h2>`
    }
    <form method="post" action="/sign-in" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />${hidden}
      ${govuk('input', {
        id: 'sign-in',
        name: 'sign-in',
        label: { text: 'Sign-in name' },
        hint: { text: 'Usually your address for mail at work' },
        value: signIn,
        autocomplete: 'username',
        spellcheck: false,
        ...(nameError && { errorMessage: nameError }),
      })}
      ${passwordQuestion(errors)} ${codeQuestion(errors, eitherCode)} ${govuk('button', { text: 'Sign in' })}
    </form>
    ${passkeyForm({
      visit,
      action: '/sign-in/passkey',
      challenge: '/sign-in/passkey/challenge',
      button: 'Sign in with a passkey',
      more: hidden,
    })}
    <h2 class="govuk-heading-m">If you cannot sign in</h2>
    <p class="govuk-body">
      For a new invitation, ask whoever keeps the accounts of your organisation. A device that was enrolled
      for a home, a carer or a room <a class="govuk-link" href="/here/enrol">is made one with a code</a>.
    </p>
    ${isReporting ? null : ringing}`
  const status = endedNotice(ended)
  return page({ title: 'Sign in', visit, errors, main, ...(status && { status }) })
}
