import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { expectedCarePage } from './view.ts'

export const expectedCareRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/expected-care',
    may: { kind: 'signed-in' },
    audit: { kind: 'nothing', because: 'what every child is owed names none' },
    handle: show,
  },
]

function show({ app, page }: Visit): Promise<Answer> {
  return Promise.resolve(showing(expectedCarePage(page, app.expectedCare ?? [])))
}
