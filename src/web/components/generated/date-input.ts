// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Hint } from './hint.ts'
import type { ErrorMessage } from './error-message.ts'
import type { Html } from '../../html.ts'
import type { Fieldset } from './fieldset.ts'

export type DateInput = {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly items?: readonly {
    readonly id?: string | undefined
    readonly name: string
    readonly label?: string | undefined
    readonly value?: string | undefined
    readonly error?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly pattern?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  }[] | undefined
  readonly hint?: Hint | undefined
  readonly errorMessage?: ErrorMessage | undefined
  readonly formGroup?: {
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
    readonly beforeInputs?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
    readonly afterInputs?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
  } | undefined
  readonly fieldset?: Fieldset | undefined
  readonly day?: {
    readonly id?: string | undefined
    readonly name: string
    readonly label?: string | undefined
    readonly value?: string | undefined
    readonly error?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly pattern?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly month?: {
    readonly id?: string | undefined
    readonly name: string
    readonly label?: string | undefined
    readonly value?: string | undefined
    readonly error?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly pattern?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly year?: {
    readonly id?: string | undefined
    readonly name: string
    readonly label?: string | undefined
    readonly value?: string | undefined
    readonly error?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly pattern?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly values?: {
    readonly day?: string | undefined
    readonly month?: string | undefined
    readonly year?: string | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
