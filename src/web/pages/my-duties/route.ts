import { myDuties } from '../../../application/queries/my-duties.ts'
import { countToReview } from '../../../application/queries/outside.ts'
import { mayUse } from '../../../domain/access/may.ts'
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
  const { visitor, post, author } = visit.who
  const opened = mayUse(author, 'review') ? await countToReview(visit.app, visitor) : 0
  return showing(myDutiesPage(visit.page, await myDuties(visit.app, visitor, post), opened))
}
