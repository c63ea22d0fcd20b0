import { childrenToReport } from '../../../../application/queries/children-to-report.ts'
import { episodePage, type EpisodePage } from '../../../../application/queries/episode-page.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { textProblem } from '../../../forms/text.ts'
import { showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { firstName } from '../../../words/child.ts'
import { searchWords } from '../../children/search-words.ts'
import { withOf } from '../asked.ts'
import { sentOf } from '../sent.ts'
import { whoPage } from './view.ts'

export const whoRoute: Route = {
  method: 'GET',
  path: '/report',
  may: { kind: 'may', command: 'raise-concern' },
  audit: { kind: 'look', what: 'children who may be the one, by name' },
  handle: show,
}

async function show(visit: Visit): Promise<Answer> {
  const { visitor, author, post } = visit.who
  const text = visit.query.text('q')
  const fault = textProblem(text, 'What you look for', 200)
  const errors = fault === undefined ? [] : [{ field: 'q', message: fault }]
  const wanted = fault === undefined ? searchWords(text) : ''
  const children = await childrenToReport(visit.app, visitor, post, wanted)
  const episode = withOf(visit.query)
  const first = episode && (await episodePage(visit.app, visitor, author, episode))
  const page = whoPage({
    visit: visit.page,
    children,
    text,
    errors,
    ...(first && { beside: besideOf(first, visit.page.now) }),
  })
  return showing(page, fault === undefined ? 200 : 400)
}

function besideOf({ id, record, episode, chronology }: EpisodePage, now: Moment) {
  return { episode: id, name: firstName(record), sent: sentOf(episode, chronology, now) }
}
