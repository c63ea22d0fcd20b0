import type { Account, Passkey } from '../../../../application/accounts.ts'
import { errorOf, type FieldError } from '../../../components/errors.ts'
import { notice } from '../../../components/notice.ts'
import { govuk } from '../../../components/official.ts'
import { fullDate } from '../../../components/time.ts'
import { html, type Html } from '../../../html.ts'
import { page } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { enrolmentQuestions, type Enrolment } from '../../sign-in/account/enrolment.ts'
import { passkeyForm, passwordQuestion } from '../../sign-in/account/proof.ts'

export type Done = 'password' | 'codes' | 'passkey' | 'removed'

const doneWords: Readonly<Record<Done, string>> = {
  password: 'Your password is changed, and every other session of yours has ended',
  codes: 'Your authenticator and recovery codes are changed',
  passkey: 'The passkey is kept',
  removed: 'The passkey is removed',
}

interface AccountShown {
  readonly account: Account
  readonly passkeys: readonly Passkey[]
  readonly codesLeft: number
  readonly done?: Done
  readonly errors?: readonly FieldError[]
}

const breadcrumbs = [{ text: 'Your sign-in', href: '/you' }]
const nested = [...breadcrumbs, { text: 'Password and second factor', href: '/you/account' }]

/** What somebody signs in with. */
export function accountPage(visit: PageVisit, shown: AccountShown): Html {
  const { account, passkeys, codesLeft, done, errors = [] } = shown
  const row = (key: string, text: string, href?: string) => ({
    key: { text: key },
    value: { text },
    ...(href !== undefined && {
      actions: { items: [{ href, text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
    }),
  })
  const rows = [
    row('Sign-in name', account.signIn),
    row('Password', 'Set', '/you/account/password'),
    row('App that makes codes', account.totp === undefined ? 'None' : 'Set up', '/you/account/codes'),
    row('Recovery codes', `${codesLeft} left`, '/you/account/codes'),
  ]
  const nameError = errorOf(errors, 'name')
  const main = html`<h1 class="govuk-heading-l">Password and second factor</h1>
    ${govuk('summary-list', { rows })}
    <h2 class="govuk-heading-m">Passkeys</h2>
    ${
      passkeys.length === 0
        ? html`<p class="govuk-body">
            None. A passkey signs you in with the lock of your own telephone or computer, also while somebody
            else tries passwords in your name.
          </p>`
        : html`<ul class="govuk-list">
            ${passkeys.map((passkey) => passkeyLine(visit, passkey))}
          </ul>`
    }
    ${passkeyForm({
      visit,
      action: '/you/account/passkey',
      challenge: '/you/account/passkey/challenge',
      button: 'Add a passkey',
      make: true,
      more: govuk('input', {
        id: 'name',
        name: 'name',
        label: { text: 'Name of the device' },
        classes: 'govuk-input--width-20',
        ...(nameError && { errorMessage: nameError }),
      }),
    })}`
  const status = done && notice({ kind: 'done', title: doneWords[done] })
  return page({
    title: 'Password and second factor',
    visit,
    breadcrumbs,
    errors,
    main,
    ...(status && { status }),
  })
}

function passkeyLine(visit: PageVisit, { id, name, made, used }: Passkey): Html {
  const last = used === undefined ? 'not used yet' : `last used on ${fullDate(used)}`
  return html`<li>
    <form method="post" action="/you/account/passkey/remove">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" /><input
        type="hidden"
        name="id"
        value="${id}"
      />
      ${name}, made on ${fullDate(made)}, ${last}
      <button class="wa-plain">Remove<span class="govuk-visually-hidden"> ${name}</span></button>
    </form>
  </li>`
}

export function passwordPage(visit: PageVisit, errors: readonly FieldError[] = []): Html {
  const main = html`<h1 class="govuk-heading-l">Change your password</h1>
    <p class="govuk-body">Every other session of yours ends with the old one.</p>
    <form method="post" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${passwordQuestion(errors, 'New password')} ${govuk('button', { text: 'Change password' })}
    </form>`
  return page({ title: 'Change your password', visit, breadcrumbs: nested, errors, main })
}

interface Replacing {
  readonly signIn: string
  readonly enrolment: Enrolment
  readonly errors?: readonly FieldError[]
}

export function authenticatorPage(visit: PageVisit, { signIn, enrolment, errors = [] }: Replacing): Html {
  const main = html`<h1 class="govuk-heading-l">Change your second factor</h1>
    <p class="govuk-body">The old app and every old recovery code stop working when you send this.</p>
    <form method="post" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${enrolmentQuestions(enrolment, signIn, errors)} ${govuk('button', { text: 'Use these from now on' })}
    </form>`
  return page({ title: 'Change your second factor', visit, breadcrumbs: nested, errors, main })
}
