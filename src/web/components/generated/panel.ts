// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Panel = {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly headingLevel?: number | undefined
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly actions?: {
    readonly items?: readonly {
      readonly text?: string | undefined
      readonly type?: string | undefined
      readonly href?: string | undefined
      readonly classes?: string | undefined
      readonly attributes?: Attributes | undefined
    }[] | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
}
