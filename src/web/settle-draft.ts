import type { FastifyRequest } from 'fastify'
import { parseId } from '../kernel/ids.ts'
import { wholeField } from './draft-parts.ts'
import type { DraftsHere } from './drafts-here.ts'
import type { Form } from './forms/form.ts'
import type { Answer } from './route.ts'

/** A form that was taken is a draft no longer, and one that is asked again is one: also without a script. */
export async function settleDraft(
  here: DraftsHere,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  form: Form,
  answer: Answer,
): Promise<void> {
  const id = parseId<'command'>(form.text('command'))
  // Pages that write one draft together settle it themselves: a part that was sent is not all of it.
  if (method !== 'POST' || id === undefined || form.has(wholeField)) return
  if (answer.kind === 'see') await here.drop(url, id)
  if (answer.kind === 'page' && (answer.status === 400 || answer.status === 409)) await here.keep(url, form)
}
