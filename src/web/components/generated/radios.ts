// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Fieldset } from './fieldset.ts'
import type { Hint } from './hint.ts'
import type { ErrorMessage } from './error-message.ts'
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type Radios = {
  readonly fieldset?: Fieldset | undefined
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
  readonly idPrefix?: string | undefined
  readonly name: string
  readonly items: readonly ({
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly id?: string | undefined
    readonly value: string
    readonly label?: {
      readonly classes?: string | undefined
      readonly attributes?: Attributes | undefined
    } | undefined
    readonly hint?: Hint | undefined
    readonly checked?: boolean | undefined
    readonly conditional?: {
      readonly html?: Html | undefined
    } | undefined
    readonly disabled?: boolean | undefined
    readonly attributes?: Attributes | undefined
  } | { readonly divider: string })[]
  readonly value?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
