import { answeringCouncil } from '../../../domain/child/council.ts'
import { rotaOf } from '../../../domain/child/rota.ts'
import { plus } from '../../../kernel/moment.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { rotaPage } from './view.ts'

export const rotaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rota',
    may: { kind: 'signed-in' },
    audit: { kind: 'nothing', because: 'who is on duty, about no child' },
    handle: show,
  },
]

/** Of the council that answers for whoever asks: their own, or the one of their area. */
function show({ page, who }: Visit): Promise<Answer> {
  const { directory, author } = who
  const council = answeringCouncil(directory, author.organisation)
  if (council === undefined) return Promise.resolve({ kind: 'not-found' })
  const shifts = (directory.shifts ?? []).filter(({ organisation }) => organisation === council.id)
  const week = { from: page.now, until: plus(page.now, 'PT168H') }
  return Promise.resolve(
    showing(
      rotaPage({ visit: page, council: council.name, shifts, rota: rotaOf(directory, council.id, week) }),
    ),
  )
}
