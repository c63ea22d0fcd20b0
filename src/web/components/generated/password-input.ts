// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Label } from './label.ts'
import type { Hint } from './hint.ts'
import type { ErrorMessage } from './error-message.ts'
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type PasswordInput = {
  readonly id?: string | undefined
  readonly name: string
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: Label
  readonly hint?: Hint | undefined
  readonly errorMessage?: ErrorMessage | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInput?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
    readonly afterInput?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
  readonly button?: {
    readonly classes?: string | undefined
  } | undefined
}
