// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Breadcrumbs = {
  readonly items: readonly {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  }[]
  readonly classes?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly attributes?: Attributes | undefined
  readonly labelText?: string | undefined
}
