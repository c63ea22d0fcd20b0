import { parseId } from '../../../kernel/ids.ts'
import {
  seeing,
  showing,
  type Answer,
  type AuditLine,
  type Permission,
  type Route,
  type Visit,
} from '../../route.ts'
import { answersPage } from './answers-view.ts'
import { finish, record } from './finish-route.ts'
import { ask, take } from './question-route.ts'
import { begin, start } from './start-route.ts'
import { openingPage, thanksPage } from './to-the-child.ts'
import { placeOf, underWay, type UnderWay } from './under-way.ts'
import { askedNoLonger, firstOpen } from './way.ts'
import { writtenUp } from './written-up.ts'

const may: Extract<Permission, { kind: 'may' }> = { kind: 'may', command: 'write-up-interview' }
const own: AuditLine = { kind: 'nothing', because: 'only what the visitor typed, not yet recorded' }
const look: AuditLine = { kind: 'look', what: 'episode, to hold an interview' }
const path = '/episodes/:episode/interview'

/** The interview itself, question by question, and what was written up of one. */
export const holdInterviewRoutes: readonly Route[] = [
  { method: 'GET', path, may, audit: look, handle: start },
  { method: 'POST', path, may, audit: own, handle: begin },
  { method: 'GET', path: `${path}/opening`, may, audit: own, handle: withEpisode(opening) },
  { method: 'GET', path: `${path}/questions/:question`, may, audit: own, handle: withEpisode(ask) },
  { method: 'POST', path: `${path}/questions/:question`, may, audit: own, handle: withEpisode(take) },
  { method: 'GET', path: `${path}/thanks`, may, audit: own, handle: withEpisode(thanks) },
  { method: 'GET', path: `${path}/answers`, may, audit: own, handle: withEpisode(answers) },
  { method: 'POST', path: `${path}/answers`, may, audit: own, handle: withEpisode(takeAway) },
  { method: 'GET', path: `${path}/finish`, may, audit: look, handle: finish },
  {
    method: 'POST',
    path: `${path}/finish`,
    may,
    audit: { kind: 'entry', what: 'record-interview, write-up-interview' },
    handle: record,
  },
  {
    method: 'GET',
    path: `${path}/written-up/:entry`,
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'episode, what an interview said' },
    handle: writtenUp,
  },
]

type Handle = (visit: Visit) => Promise<Answer>

/** Nothing of the record is on these pages. Still they are there for nobody who may not see the episode, or not any more. */
function withEpisode(handle: Handle): Handle {
  return async (visit) => {
    const { app, who, params } = visit
    const id = parseId<'episode'>(params['episode'] ?? '')
    const isThere =
      id !== undefined &&
      (await app.store.read(who.visitor, async (session) => (await session.chronology(id)) !== undefined))
    return isThere ? handle(visit) : { kind: 'not-found' }
  }
}

/** Without an interview under way there is none to go on with. */
function going(visit: Visit, show: (under: UnderWay, episode: string) => Answer): Promise<Answer> {
  const episode = visit.params['episode'] ?? ''
  return underWay(visit).then((under) =>
    under === undefined ? seeing(placeOf(episode)) : show(under, episode),
  )
}

function opening(visit: Visit): Promise<Answer> {
  return going(visit, (under, episode) => {
    const next = firstOpen(under)?.id
    return showing(openingPage({ visit: visit.page, under, episode, ...(next && { next }) }))
  })
}

function thanks(visit: Visit): Promise<Answer> {
  return going(visit, (under, episode) => {
    const next = firstOpen(under, true)?.id
    return showing(thanksPage({ visit: visit.page, under, episode, ...(next && { next }) }))
  })
}

function answers(visit: Visit): Promise<Answer> {
  return going(visit, (under, episode) => showing(answersPage({ visit: visit.page, under, episode })))
}

/** An answer to a question that is asked no longer. */
async function takeAway(visit: Visit): Promise<Answer> {
  const { form, params, drafts } = visit
  const place = placeOf(params['episode'] ?? '')
  const under = await underWay(visit)
  if (under === undefined) return seeing(place)
  const question = askedNoLonger(under).find(({ id }) => id === form.text('question'))
  if (question !== undefined) await drafts?.dropPart(place, under.draft.form, question.id)
  return seeing(`${place}/answers`)
}
