// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Tag } from './tag.ts'
import type { Attributes } from '../attributes.ts'

export type TaskList = {
  readonly items: readonly {
    readonly title: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly classes?: string | undefined
    }
    readonly hint?: {
      readonly text?: string | undefined
      readonly html?: Html | undefined
    } | undefined
    readonly status: {
      readonly tag?: Tag | undefined
      readonly text?: string | undefined
      readonly html?: Html | undefined
      readonly classes?: string | undefined
    }
    readonly href?: string | undefined
    readonly classes?: string | undefined
  }[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly idPrefix?: string | undefined
}
