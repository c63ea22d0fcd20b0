import { postAt } from '../../../application/author.ts'
import { parseId } from '../../../kernel/ids.ts'
import { leaving, seeing, showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { accountSignInRoutes, askToSignIn, signInToAccount } from './account/route.ts'
import { doorPath, firstPage, openSession, ownPath } from '../../way-in.ts'
import { becomeDevice } from './device.ts'
import { signInPage } from './view.ts'

const nobodyYet = { kind: 'nothing', because: 'names of the demonstration only, nothing of a child' } as const

/** The door. In the demonstration choosing a person is the sign-in: it opens invented records and nothing else. */
export const signInRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    may: { kind: 'anyone' },
    audit: nobodyYet,
    handle: enter,
  },
  { method: 'GET', path: '/sign-in', may: { kind: 'anyone' }, audit: nobodyYet, handle: choose },
  {
    method: 'POST',
    path: '/sign-in',
    may: { kind: 'anyone' },
    audit: { kind: 'look', what: 'sign-in' },
    handle: signIn,
  },
  {
    method: 'POST',
    path: '/sign-out',
    may: { kind: 'anyone' },
    audit: nobodyYet,
    handle: signOut,
  },
  {
    method: 'POST',
    path: '/sign-in/device',
    may: { kind: 'anyone' },
    audit: nobodyYet,
    handle: becomeDevice,
  },
  ...accountSignInRoutes,
]

function enter(visit: OpenVisit): Promise<Answer> {
  return Promise.resolve(
    seeing(visit.who === undefined ? doorPath(visit.door) : firstPage(visit.who.visitor.from)),
  )
}

/** Here first, whatever becomes of it at the provider. */
async function signOut({ door }: OpenVisit): Promise<Answer> {
  const there = await door.leavingFor()
  await door.end()
  return there === undefined ? seeing(door.enrolled === undefined ? '/sign-in' : '/here') : leaving(there)
}

async function choose(visit: OpenVisit): Promise<Answer> {
  if (visit.door.enrolled !== undefined && visit.query.text('own') !== 'yes') return seeing('/here')
  if (!visit.page.demonstration) return askToSignIn(visit)
  const directory = await visit.app.directory()
  const posts = directory.posts.filter(
    (post) => post.role !== 'wallboard' && postAt(directory, post.id, visit.page.now) !== undefined,
  )
  const { holding, session } = visit.door
  const ended = { held: holding, byItself: session?.state === 'expired' }
  const to = ownPath(visit.query.text('to'))
  return showing(signInPage(visit.page, { directory, posts, to, ended, devices: visit.invented }))
}

async function signIn(visit: OpenVisit): Promise<Answer> {
  if (!visit.page.demonstration) return signInToAccount(visit)
  const id = parseId<'post'>(visit.form.text('post'))
  const directory = await visit.app.directory()
  const post = id === undefined ? undefined : postAt(directory, id, visit.page.now)
  if (post === undefined) return { kind: 'not-found' }
  const opening = { person: post.person, post: post.id, how: 'demonstration' } as const
  return openSession(visit, opening, visit.form.text('to'))
}
