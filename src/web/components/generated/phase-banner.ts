// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Tag } from './tag.ts'
import type { Attributes } from '../attributes.ts'

export type PhaseBanner = {
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly tag: Tag
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
