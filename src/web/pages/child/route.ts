import { mayRegister, mayUse } from '../../../domain/access/may.ts'
import { childPage, type ChildPage } from '../../../application/queries/child-page.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { additionsFor, childActs } from '../child-act/acts.ts'
import { childPageView, outOfSightPage } from './view.ts'

export const childRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'child' },
    handle: show,
  },
]

async function show({ app, who, params, query, page }: Visit): Promise<Answer> {
  const id = parseId<'child'>(params['child'] ?? '')
  const shown = id && (await childPage(app, who.visitor, id))
  const recorded = recordedInWords(query.text('recorded'))
  // The same for every address: that there is such a child is not said to whoever may not see one.
  if (shown === undefined)
    return recorded === undefined
      ? { kind: 'not-found' }
      : { kind: 'page', html: outOfSightPage(page), status: 404 }
  // A shared device reads the record of a child and adds nothing to it.
  const additions =
    who.visitor.from === undefined ? [...photograph(who, shown), ...additionsFor(who.author, shown)] : []
  const mayPrintGrabPack = who.visitor.from === undefined && mayUse(who.author, 'print-grab-pack')
  return showing(childPageView(page, shown, { additions, recorded, mayPrintGrabPack }))
}

function photograph({ author }: Visit['who'], { child, died }: ChildPage) {
  if (died || !mayRegister(author, 'photograph-added')) return []
  return [{ text: 'A photograph', href: `/children/${child}/photograph-added` }]
}

function recordedInWords(act: string): string | undefined {
  return act === 'photograph-added'
    ? 'Added: the photograph'
    : childActs.find(({ path }) => path === act)?.recorded
}
