import { inPost } from '../../session.ts'
import { seeing, showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { ownPath } from '../../way-in.ts'
import { lockedPage } from './view.ts'

const audit = { kind: 'nothing', because: 'whose session is locked, nothing of a child' } as const

export const lockRoutes: readonly Route[] = [
  { method: 'POST', path: '/lock', may: { kind: 'signed-in' }, audit, handle: lock },
  { method: 'GET', path: '/locked', may: { kind: 'anyone' }, audit, handle: show },
  { method: 'POST', path: '/locked', may: { kind: 'anyone' }, audit, handle: unlock },
]

async function lock({ door, form }: OpenVisit): Promise<Answer> {
  await door.lock()
  return seeing(`/locked?to=${encodeURIComponent(ownPath(form.text('to')))}`)
}

async function show({ app, page, door, query }: OpenVisit): Promise<Answer> {
  const to = ownPath(query.text('to'))
  const { session } = door
  if (session?.state !== 'locked') return seeing(to)
  const held = await inPost(app, session.post, page.now)
  return showing(lockedPage(page, held?.author.name ?? 'Whoever locked it', to))
}

/** Nobody has a factor of their own in the demonstration: there one press unlocks, as one press signs in. */
async function unlock(visit: OpenVisit): Promise<Answer> {
  const { page, door, form } = visit
  const { session } = door
  if (session?.state !== 'locked') return seeing('/sign-in')
  if (!page.demonstration || session.how !== 'demonstration') return { kind: 'may-not' }
  await door.authenticatedAgain('demonstration')
  const held = await door.held(session)
  return seeing(held === undefined ? ownPath(form.text('to')) : '/held')
}
