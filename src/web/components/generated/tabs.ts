// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type Tabs = {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items: readonly {
    readonly id: string
    readonly label: string
    readonly attributes?: Attributes | undefined
    readonly panel: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly attributes?: Attributes | undefined
    }
  }[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
