// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Details = {
  readonly summaryText?: string | undefined
  readonly summaryHtml?: Html | undefined
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
