import { findChildren } from '../../../application/queries/find-children.ts'
import { textProblem } from '../../forms/text.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { waysOutside } from '../outside/ways.ts'
import { searchWords } from './search-words.ts'
import { childrenPage } from './view.ts'

export const childrenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'search, naming the children found' },
    handle: search,
  },
]

async function search(visit: Visit): Promise<Answer> {
  const ways = waysOutside(visit.who.author)
  const text = visit.query.text('q')
  if (text === '') return showing(childrenPage({ visit: visit.page, ways, text }))
  const fault = textProblem(text, 'What you look for', 200)
  if (fault !== undefined)
    return showing(
      childrenPage({ visit: visit.page, ways, text, errors: [{ field: 'q', message: fault }] }),
      400,
    )
  const found = await findChildren(visit.app, visit.who.visitor, searchWords(text))
  return showing(childrenPage({ visit: visit.page, ways, text, found }))
}
