import { peopleOfConcern } from '../../../application/queries/people-of-concern.ts'
import { showing, type Route, type Visit } from '../../route.ts'
import { peopleOfConcernPage } from './view.ts'

export const peopleOfConcernRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people-of-concern',
    may: { kind: 'may-use', use: 'see-people-of-concern' },
    audit: { kind: 'look', what: 'people of concern, naming the children whom they stand beside' },
    handle: async ({ app, who, page }: Visit) =>
      showing(peopleOfConcernPage(page, await peopleOfConcern(app, who.visitor))),
  },
]
