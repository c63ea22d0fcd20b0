import { isOwnPassword } from '../../../application/sign-in.ts'
import type { FieldError } from '../../components/errors.ts'
import { inPost } from '../../session.ts'
import { seeing, showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { ownPath } from '../../way-in.ts'
import { againThere } from '../sign-in-with/again.ts'
import { lockedPage } from './view.ts'

const audit = { kind: 'nothing', because: 'whose session is locked, nothing of a child' } as const

export const lockRoutes: readonly Route[] = [
  { method: 'POST', path: '/lock', may: { kind: 'signed-in' }, audit, handle: lock },
  { method: 'GET', path: '/locked', may: { kind: 'anyone' }, audit, handle: show },
  { method: 'POST', path: '/locked', may: { kind: 'anyone' }, audit, handle: unlock },
]

/** On a shared device the next person is asked who they are: a locked session would keep them out. */
async function lock({ door, form }: OpenVisit): Promise<Answer> {
  if (door.session?.device !== undefined) {
    await door.end()
    return seeing('/here')
  }
  await door.lock()
  return seeing(`/locked?to=${encodeURIComponent(ownPath(form.text('to')))}`)
}

async function show(visit: OpenVisit): Promise<Answer> {
  const to = ownPath(visit.query.text('to'))
  return visit.door.session?.state === 'locked' ? locked(visit, to) : seeing(to)
}

async function locked(visit: OpenVisit, to: string, errors: readonly FieldError[] = []): Promise<Answer> {
  const { app, page, door } = visit
  const held = door.session && (await inPost(app, door.session.post, page.now))
  const name = held?.author.name ?? 'Whoever locked it'
  const there = await againThere(visit, door.session?.how, to)
  return showing(
    lockedPage(page, { name, to, how: door.session?.how, there, errors }),
    errors.length === 0 ? 200 : 400,
  )
}

/** By the person's own password: who has none here signs in again, and what was typed is not lost. Nobody has one in the
    demonstration, where one press unlocks, as one press signs in. */
async function unlock(visit: OpenVisit): Promise<Answer> {
  const { page, door, form, accounts } = visit
  const { session } = door
  const to = ownPath(form.text('to'))
  if (session?.state !== 'locked') return seeing('/sign-in')
  if (!(page.demonstration && session.how === 'demonstration')) {
    const account = await accounts.own(session)
    if (!(await isOwnPassword({ accounts }, account, form.typed('password')))) {
      await door.refused(session.person, 'unlocking')
      const message = 'That is not the password of whoever locked this. After ten tries, sign in again'
      return locked(visit, to, [{ field: 'password', message }])
    }
  }
  await door.authenticatedAgain(session.how)
  const held = await door.held(session)
  return seeing(held === undefined ? to : '/held')
}
