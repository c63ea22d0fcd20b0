// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type NotificationBanner = {
  readonly text?: string | undefined
  readonly html?: Html | undefined
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly titleHeadingLevel?: string | undefined
  readonly type?: string | undefined
  readonly role?: string | undefined
  readonly titleId?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
