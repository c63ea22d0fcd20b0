// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type ErrorSummary = {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?: readonly {
    readonly href?: string | undefined
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly attributes?: Attributes | undefined
  }[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
