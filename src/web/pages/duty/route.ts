import { episodePage, type EpisodePage } from '../../../application/queries/episode-page.ts'
import { mayDo } from '../../../domain/access/may.ts'
import { answersFor } from '../../../domain/protocol/rungs.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { actLabel } from '../episode/act-labels.ts'
import { meeting, type ActLink } from '../episode/acts-now.ts'
import { childWords } from '../episode/child-words.ts'
import { excusedBecause } from '../episode/excused.ts'
import { laidBy, type Laid } from './clauses.ts'
import { dutyView } from './view.ts'

/** The id of a duty that starts more than once has a slash in it, so the rest of the address is the duty. */
export const dutyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/episodes/:episode/duties/*',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'episode' },
    handle: show,
  },
]

async function show(visit: Visit): Promise<Answer> {
  const { app, params, who } = visit
  const id = parseId<'episode'>(params['episode'] ?? '')
  const page = id === undefined ? undefined : await episodePage(app, who.visitor, who.author, id)
  const duty = page?.duties.find(({ row }) => row.id === params['*'])
  if (page === undefined || duty === undefined) return { kind: 'not-found' }
  const refs = page.episode.raised?.body.editions ?? []
  const laid = laidBy(duty.row.duty, duty.row.edition, refs, app.protocols.editions)
  const act = actFor(page, duty.row.duty, laid)
  const excused = excusedBecause(page, duty.row)
  return showing(
    dutyView({
      visit: visit.page,
      page,
      duty,
      laid,
      mayAcknowledge: (tell) => mayDo(who.author, 'acknowledge') && answersFor(who.author.role, tell),
      ...(act && (duty.standing === 'open' || duty.standing === 'overdue') && { act }),
      ...(excused !== undefined && { excused }),
    }),
  )
}

function actFor(page: EpisodePage, duty: string, laid: readonly Laid[]): ActLink | undefined {
  const meets = meeting(
    duty,
    laid.map(({ edition }) => edition),
  )
  if (meets === undefined || !page.acts.includes(meets.command)) return undefined
  return {
    command: meets.command,
    text: actLabel(meets.command, childWords(page.record, page.at)),
    href: `/episodes/${page.id}/${meets.command}${meets.query}`,
  }
}
