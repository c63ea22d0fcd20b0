import { childPage } from '../../../application/queries/child-page.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { childPageView } from './view.ts'

export const childRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'child' },
    handle: show,
  },
]

async function show(visit: Visit): Promise<Answer> {
  const id = parseId<'child'>(visit.params['child'] ?? '')
  const shown = id && (await childPage(visit.app, visit.who.visitor, id))
  return shown === undefined ? { kind: 'not-found' } : showing(childPageView(visit.page, shown))
}
