import { newId } from '../../application/ids.ts'
import { parseId, type Id } from '../../kernel/ids.ts'
import { seeing, type Answer, type Visit } from '../route.ts'
import type { Form } from './form.ts'

type Handle = (visit: Visit) => Promise<Answer>

/** The id of the command that the form on a page will be stands in the page's own address. No browser keeps our pages, so
    its way back asks for the page again, with what was typed: under a fresh id a second press would record it twice. */
export function withFormId(handle: Handle): Handle {
  return (visit) => {
    if (formIdIn(visit.query) !== undefined) return handle(visit)
    const query = visit.query.entries().flatMap(([name, values]) => values.map((value) => [name, value]))
    return Promise.resolve(seeing(`?${new URLSearchParams([...query, ['form', newId()]]).toString()}`))
  }
}

export function formIdIn(query: Form): Id<'command'> | undefined {
  return parseId<'command'>(query.text('form'))
}
