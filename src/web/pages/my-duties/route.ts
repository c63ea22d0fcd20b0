import { myDuties } from '../../../application/queries/my-duties.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { myDutiesPage } from './view.ts'

export const myDutiesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/duties',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'my duties, naming the children in it' },
    handle: show,
  },
]

async function show(visit: Visit): Promise<Answer> {
  const { visitor, post } = visit.who
  return showing(myDutiesPage(visit.page, await myDuties(visit.app, visitor, post)))
}
