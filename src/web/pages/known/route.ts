import { childPage } from '../../../application/queries/child-page.ts'
import { mayRegister } from '../../../domain/access/may.ts'
import { detailKindNames } from '../../../domain/child/detail-kinds.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { routesOf } from '../child-act/route.ts'
import { detailAct } from './form.ts'
import { knownPage } from './view.ts'

export const knownRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/known',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'child' },
    handle: show,
  },
  ...routesOf('known/:kind', 'detail-known', ({ params }) => {
    const kind = detailKindNames.find((one) => one === params['kind'])
    return kind && detailAct(kind)
  }),
]

async function show({ app, who, params, query, page }: Visit): Promise<Answer> {
  const id = parseId<'child'>(params['child'] ?? '')
  const shown = id && (await childPage(app, who.visitor, id))
  if (shown === undefined) return { kind: 'not-found' }
  // A shared device reads the record of a child and adds nothing to it.
  const adds = who.visitor.from === undefined && !shown.died
  const may = {
    add: adds && mayRegister(who.author, 'detail-known'),
    end: adds && mayRegister(who.author, 'detail-ended'),
  }
  return showing(knownPage(page, shown, may, query.has('recorded')))
}
