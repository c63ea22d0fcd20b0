import { board } from '../../../application/queries/board.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { boardPage } from './view.ts'

export const boardRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/board',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'board, naming the children on it' },
    handle: show,
  },
]

async function show(visit: Visit): Promise<Answer> {
  const seen = await board(visit.app, visit.who.visitor)
  return showing(boardPage(visit.page, seen, visit.query.text('wall') === '1'))
}
