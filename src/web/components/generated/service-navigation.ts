// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type ServiceNavigation = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation: readonly {
    readonly current?: boolean | undefined
    readonly active?: boolean | undefined
    readonly html?: Html | undefined
    readonly text?: string | undefined
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  }[]
  readonly slots?: {
    readonly start?: Html | undefined
    readonly end?: Html | {
      readonly html?: Html | undefined
      readonly align?: string | undefined
    } | undefined
    readonly navigationStart?: Html | undefined
    readonly navigationEnd?: Html | undefined
  } | undefined
}
