// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type Pagination = {
  readonly items?: readonly {
    readonly number?: string | undefined
    readonly visuallyHiddenText?: string | undefined
    readonly href?: string | undefined
    readonly current?: boolean | undefined
    readonly ellipsis?: boolean | undefined
    readonly attributes?: Attributes | undefined
  }[] | undefined
  readonly previous?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly labelText?: string | undefined
    readonly href: string
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly next?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly labelText?: string | undefined
    readonly href: string
    readonly attributes?: Attributes | undefined
  } | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
