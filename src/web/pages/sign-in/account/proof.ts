import { errorOf, type FieldError } from '../../../components/errors.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html, type Piece } from '../../../html.ts'
import type { PageVisit } from '../../../layout/visit.ts'

/** The questions by which somebody shows who they are, for the pages that ask. */

export function passwordQuestion(errors: readonly FieldError[], label = 'Password'): Html {
  const error = errorOf(errors, 'password')
  return govuk('input', {
    id: 'password',
    type: 'password',
    name: 'password',
    label: { text: label },
    classes: 'govuk-input--width-20',
    spellcheck: false,
    autocomplete: label === 'Password' ? 'current-password' : 'new-password',
    ...(error && { errorMessage: error }),
  })
}

export function codeQuestion(errors: readonly FieldError[], hint: string): Html {
  const error = errorOf(errors, 'code')
  return govuk('input', {
    id: 'code',
    name: 'code',
    label: { text: 'Code' },
    hint: { text: hint },
    classes: 'govuk-input--width-20',
    autocomplete: 'one-time-code',
    spellcheck: false,
    ...(error && { errorMessage: error }),
  })
}

export const eitherCode = 'Six digits from the app on your telephone, or one of your recovery codes'

type PasskeyForm = {
  readonly visit: PageVisit
  /** Where the answer of the device is sent, and what goes with it. */
  readonly action: string
  readonly challenge: string
  readonly button: string
  readonly make?: boolean
  readonly more?: Piece
}

/** Shown by the script alone, in a browser that has passkeys. */
export function passkeyForm({ visit, action, challenge, button, make = false, more }: PasskeyForm): Html {
  return html`<form
    method="post"
    action="${action}"
    data-passkey="${make ? 'make' : 'use'}"
    data-challenge="${challenge}"
    hidden
  >
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" /><input
      type="hidden"
      name="passkey"
      value=""
    />
    ${more} ${govuk('button', { text: button, classes: 'govuk-button--secondary' })}
    <p class="govuk-body" role="status"></p>
  </form>`
}
