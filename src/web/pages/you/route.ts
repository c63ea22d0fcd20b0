import { postAt } from '../../../application/author.ts'
import { parseId } from '../../../kernel/ids.ts'
import { leaving, seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { ownPath } from '../../way-in.ts'
import { youPage } from './view.ts'

const audit = { kind: 'nothing', because: 'the visitor’s own sign-in, nothing of a child' } as const
const may = { kind: 'signed-in' } as const

export const youRoutes: readonly Route[] = [
  { method: 'GET', path: '/you', may, audit, handle: show },
  { method: 'POST', path: '/you/stay', may, audit, handle: () => Promise.resolve(seeing('/you')) },
  {
    method: 'POST',
    path: '/you/act-in',
    may,
    audit: { kind: 'look', what: 'acts in this post' },
    handle: actIn,
  },
  { method: 'POST', path: '/you/sign-out-everywhere', may, audit, handle: signOutEverywhere },
]

function show({ page, who }: Visit): Promise<Answer> {
  return Promise.resolve(showing(youPage(page, who, postsOf(who, page.now))))
}

async function actIn({ page, who, door, form }: Visit): Promise<Answer> {
  const id = parseId<'post'>(form.text('post'))
  const theirs = postsOf(who, page.now).some((post) => post.id === id)
  if (id === undefined || !theirs || !(await door.actIn(id))) {
    const errors = [{ field: 'post', message: 'Choose one of your posts' }]
    return showing(youPage(page, who, postsOf(who, page.now), errors), 400)
  }
  return seeing(ownPath(form.text('to')))
}

async function signOutEverywhere({ door }: Visit): Promise<Answer> {
  const there = await door.leavingFor()
  await door.endEverywhere()
  return there === undefined ? seeing('/sign-in') : leaving(there)
}

/** Every post that this person holds today. */
function postsOf({ directory, visitor, session, post }: Visit['who'], now: Visit['page']['now']) {
  // An organisation's own sign-in vouches for its own posts alone.
  const isVouched = session?.how.startsWith('oidc:') === true
  return directory.posts.filter(
    ({ id, person, organisation }) =>
      person === visitor.person &&
      (!isVouched || organisation === post.organisation) &&
      postAt(directory, id, now) !== undefined,
  )
}
