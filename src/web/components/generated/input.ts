// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Label } from './label.ts'
import type { Hint } from './hint.ts'
import type { ErrorMessage } from './error-message.ts'
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Input = {
  readonly id?: string | undefined
  readonly name: string
  readonly type?: string | undefined
  readonly inputmode?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label: Label
  readonly hint?: Hint | undefined
  readonly errorMessage?: ErrorMessage | undefined
  readonly prefix?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly suffix?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
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
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocapitalize?: string | undefined
  readonly inputWrapper?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly attributes?: Attributes | undefined
}
