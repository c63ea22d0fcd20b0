import { childPage } from '../../../application/queries/child-page.ts'
import { mayRegister } from '../../../domain/access/may.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { planPage } from './view.ts'

export const planRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/plan',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'child' },
    handle: show,
  },
]

async function show({ app, who, params, query, page }: Visit): Promise<Answer> {
  const id = parseId<'child'>(params['child'] ?? '')
  const shown = id && (await childPage(app, who.visitor, id))
  if (shown === undefined) return { kind: 'not-found' }
  // A shared device reads the record of a child and adds nothing to it.
  const adds = who.visitor.from === undefined && !shown.died
  const agreed = shown.record.plans.at(-1)?.agreed.some(({ by }) => by.post === who.author.post) === true
  const may = {
    draft: adds && mayRegister(who.author, 'plan-drafted'),
    agree: adds && !agreed && mayRegister(who.author, 'plan-agreed-by'),
    review: adds && mayRegister(who.author, 'plan-reviewed'),
  }
  return showing(planPage(page, shown, may, query.has('recorded')))
}
