// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type CookieBanner = {
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly messages: readonly {
    readonly headingText?: string | undefined
    readonly headingHtml?: Html | undefined
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly actions?: readonly {
      readonly text?: string | undefined
      readonly type?: string | undefined
      readonly href?: string | undefined
      readonly name?: string | undefined
      readonly value?: string | undefined
      readonly classes?: string | undefined
      readonly attributes?: Attributes | undefined
    }[] | undefined
    readonly hidden?: boolean | undefined
    readonly role?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  }[]
}
