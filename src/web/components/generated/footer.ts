// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Footer = {
  readonly meta?: {
    readonly visuallyHiddenTitle?: string | undefined
    readonly html?: Html | undefined
    readonly text?: string | undefined
    readonly items?: readonly {
      readonly text?: string | undefined
      readonly href: string
      readonly attributes?: Attributes | undefined
    }[] | undefined
  } | undefined
  readonly navigation?: readonly {
    readonly title: string
    readonly columns?: number | undefined
    readonly width?: string | undefined
    readonly items?: readonly {
      readonly text?: string | undefined
      readonly href: string
      readonly attributes?: Attributes | undefined
    }[] | undefined
  }[] | undefined
  readonly contentLicence?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
  } | undefined
  readonly copyright?: {
    readonly text?: string | undefined
    readonly html?: Html | undefined
  } | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
