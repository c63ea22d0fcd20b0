import {
  authenticatorUri,
  isAuthenticator,
  newAuthenticator,
  newRecoveryCodes,
  recoveryCodeHash,
  stepOf,
} from '../../../../application/authenticator.ts'
import type { Credentials } from '../../../../application/accounts.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import type { FieldError } from '../../../components/errors.ts'
import { qrSquare } from '../../../components/qr-square.ts'
import type { Form } from '../../../forms/form.ts'
import { html, type Html } from '../../../html.ts'
import { codeQuestion } from './proof.ts'

/** A second factor that is being set up: it travels with the form, and is kept when its code has confirmed it. */
export interface Enrolment {
  readonly totp: string
  readonly recoveryCodes: readonly string[]
}

export function newEnrolment(): Enrolment {
  return { totp: newAuthenticator(), recoveryCodes: newRecoveryCodes() }
}

/** The one that a form carries, or a new one where it carries none that was ours. */
export function enrolmentIn(form: Form): Enrolment {
  const [totp, recoveryCodes] = [form.text('authenticator'), form.text('codes').split(' ')]
  const hashes = new Set(recoveryCodes.map((code) => recoveryCodeHash(code)?.toString('hex')))
  const isOurs =
    isAuthenticator(totp) && recoveryCodes.length === 10 && hashes.size === 10 && !hashes.has(undefined)
  return isOurs ? { totp, recoveryCodes } : newEnrolment()
}

type Confirmed = Omit<Credentials, 'password'>

/** The enrolment once its code is right, or what is wrong with the code. */
export function confirmedBy(form: Form, now: Moment): Confirmed | FieldError {
  const enrolment = enrolmentIn(form)
  const code = form.text('code')
  if (code === '') return { field: 'code', message: 'Enter the six digits that the app shows' }
  const step = stepOf(enrolment.totp, code, now)
  if (step === undefined) {
    const message =
      'That is not the code that the app shows for this square. Wait for the next one and enter it'
    return { field: 'code', message }
  }
  return { ...enrolment, step }
}

export function enrolmentQuestions(
  { totp, recoveryCodes }: Enrolment,
  signIn: string,
  errors: readonly FieldError[],
): Html {
  const spaced = totp.match(/.{4}/g)?.join(' ') ?? totp
  return html`<h2 class="govuk-heading-m">An app that makes codes</h2>
    <p class="govuk-body">
      Point an authenticator app on your telephone at this square. It then shows six digits, new ones each
      half minute.
    </p>
    ${qrSquare(authenticatorUri(totp, signIn), 'A square for the camera of an authenticator app')}
    <p class="govuk-body">
      Without a camera, type this key into the app: <code class="wa-key">${spaced}</code>
    </p>
    <input type="hidden" name="authenticator" value="${totp}" /><input
      type="hidden"
      name="codes"
      value="${recoveryCodes.join(' ')}"
    />
    ${codeQuestion(errors, 'The six digits that the app shows now')}
    <h2 class="govuk-heading-m">Recovery codes</h2>
    <p class="govuk-body">
      For the day on which the telephone is lost. Each signs you in once, with your password. Print this page
      or write them down, and keep them where you keep keys: they are not shown again.
    </p>
    <ul class="govuk-list wa-codes">
      ${recoveryCodes.map((code) => html`<li><code class="wa-key">${code}</code></li>`)}
    </ul>`
}
