import type { Html } from '../html.ts'
import { govuk } from './official.ts'

/** Something that the person can put right: the id of the field, and what to do in the field's words. */
export type FieldError = { readonly field: string; readonly message: string }

/** The list at the top of a page that asks again; nothing when there is nothing to put right. */
export function errorSummary(errors: readonly FieldError[]): Html | null {
  if (errors.length === 0) return null
  return govuk('error-summary', {
    titleText: 'There is a problem',
    errorList: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  })
}

/** The message for one field, as the components take it. */
export function errorOf(errors: readonly FieldError[], field: string): { readonly text: string } | undefined {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.message }
}
