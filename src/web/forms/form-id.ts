import type { Draft } from '../../application/drafts.ts'
import { newId } from '../../application/ids.ts'
import { parseId, type Id } from '../../kernel/ids.ts'
import { continueAt, formOf } from '../drafts-here.ts'
import type { DraftShown } from '../layout/visit.ts'
import { seeing, type Answer, type Visit } from '../route.ts'
import type { Form } from './form.ts'

type Handle = (visit: Visit) => Promise<Answer>

/** The id of the command that the form on a page will be stands in the page's own address. No browser keeps our pages, so
    its way back asks for the page again, with what was typed: under a fresh id a second press would record it twice. What
    was typed under that id and not sent fills the form again; what was typed under another is offered. */
export function withFormId(handle: Handle): Handle {
  return async (visit) => {
    const form = formIdIn(visit.query)
    if (form === undefined) return seeing(withANewForm(visit))
    if (visit.drafts === undefined) return handle(visit)
    const all = await visit.drafts.found()
    const continued = all.find((draft) => draft.form === form)
    const drafts = {
      ...(continued && { continued: shownOf(continued) }),
      others: all.filter((draft) => draft !== continued).map(shownOf),
      key: visit.drafts.key,
    }
    return handle({
      ...visit,
      ...(continued && { typed: formOf(continued) }),
      page: { ...visit.page, drafts },
    })
  }
}

function withANewForm({ query }: Visit): string {
  const asked = query.entries().flatMap(([name, values]) => values.map((value) => [name, value]))
  return `?${new URLSearchParams([...asked, ['form', newId()]]).toString()}`
}

function shownOf(draft: Draft): DraftShown {
  const { form, began, address } = draft
  return { form, began, address, href: continueAt(draft) }
}

export function formIdIn(query: Form): Id<'command'> | undefined {
  return parseId<'command'>(query.text('form'))
}
