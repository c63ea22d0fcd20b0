// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type LanguageNavigation = {
  readonly items: readonly {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly lang: string
    readonly hrefLang?: string | undefined
    readonly dir?: string | undefined
    readonly href?: string | undefined
    readonly current?: boolean | undefined
    readonly languageDescriptionText?: string | undefined
    readonly classes?: string | undefined
    readonly attributes?: Attributes | undefined
  }[]
  readonly ariaLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
