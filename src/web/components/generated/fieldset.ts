// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Fieldset = {
  readonly describedBy?: string | undefined
  readonly legend?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly classes?: string | undefined
    readonly isPageHeading?: boolean | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly role?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly html?: Html | undefined
}
