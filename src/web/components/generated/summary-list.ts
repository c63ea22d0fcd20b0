// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type SummaryList = {
  readonly rows: readonly {
    readonly classes?: string | undefined
    readonly key: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly classes?: string | undefined
    }
    readonly value: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly classes?: string | undefined
    }
    readonly actions?: {
      readonly items?: readonly {
        readonly href: string
        readonly text?: string | undefined
        readonly html?: Html | undefined
        readonly visuallyHiddenText?: string | undefined
        readonly classes?: string | undefined
        readonly attributes?: Attributes | undefined
      }[] | undefined
      readonly classes?: string | undefined
    } | undefined
  }[]
  readonly card?: {
    readonly title?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly headingLevel?: number | undefined
      readonly classes?: string | undefined
    } | undefined
    readonly actions?: {
      readonly items?: readonly {
        readonly href: string
        readonly text?: string | undefined
        readonly html?: Html | undefined
        readonly visuallyHiddenText?: string | undefined
        readonly classes?: string | undefined
        readonly attributes?: Attributes | undefined
      }[] | undefined
      readonly classes?: string | undefined
    } | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
