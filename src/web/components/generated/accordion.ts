// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Attributes } from '../attributes.ts'
import type { Html } from '../../html.ts'

export type Accordion = {
  readonly id: string
  readonly headingLevel?: number | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly rememberExpanded?: boolean | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
  readonly showAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
  readonly items: readonly {
    readonly heading: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    }
    readonly summary?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
    readonly content: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    }
    readonly expanded?: boolean | undefined
  }[]
}
