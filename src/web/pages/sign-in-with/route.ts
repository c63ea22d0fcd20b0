import {
  postsVouchedFor,
  type IdentityProvider,
  type ProviderId,
} from '../../../application/identity-providers.ts'
import type { Opening } from '../../../application/sessions.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { Answered } from '../../oidc/relying-party.ts'
import { leaving, seeing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { openSession, ownPath } from '../../way-in.ts'
import { notSignedInPage, type WhyNot } from './view.ts'

const audit = { kind: 'look', what: 'sign-in, or why it was refused' } as const
const may = { kind: 'anyone' } as const

/** The way out to an organisation's own directory, and the way back in. The way back is a GET that opens a session, as
    the standard has it: it is safe because what it carries is good once, and in the browser that began it alone. */
export const signInWithRoutes: readonly Route[] = [
  { method: 'POST', path: '/sign-in/with/:provider', may, audit, handle: begin },
  { method: 'GET', path: '/sign-in/with/:provider/return', may, audit, handle: finish },
]

async function begin(visit: OpenVisit): Promise<Answer> {
  const { params, form, providers } = visit
  const id: ProviderId | undefined = parseId(params['provider'] ?? '')
  const begun = {
    to: ownPath(form.text('to')),
    again: form.text('again') === 'yes',
    fresh: form.text('fresh') === 'yes',
  }
  const left = id === undefined ? undefined : await providers?.begin(id, begun)
  if (left === undefined) return { kind: 'not-found' }
  return left.kind === 'leave' ? leaving(left.to) : refuse(visit, left.provider, left.trouble)
}

async function finish(visit: OpenVisit): Promise<Answer> {
  const id: ProviderId | undefined = parseId(visit.params['provider'] ?? '')
  const answered = id === undefined ? undefined : await visit.providers?.finish(id)
  if (answered === undefined) return { kind: 'not-found' }
  if (answered.kind === 'trouble') return refuse(visit, answered.provider, answered.trouble)
  return enter(visit, answered)
}

async function enter(visit: OpenVisit, answered: Extract<Answered, { kind: 'vouched' }>): Promise<Answer> {
  const { app, page, providers, door } = visit
  const { provider, vouched, through, request } = answered
  const person = await providers?.recognise(provider.id, vouched)
  if (person === undefined) return refuse(visit, provider, 'unknown')
  const posts = postsVouchedFor(await app.directory(), provider, person, page.now)
  const { session } = door
  const isOpen = session?.state === 'open' || session?.state === 'locked'
  if (request.again && isOpen && session.person !== person) return refuse(visit, provider, 'another')
  const how = `oidc:${provider.issuer}` as const
  if (request.again && isOpen && posts.some(({ id }) => id === session.post)) {
    await door.authenticatedAgain(how, through)
    const held = await door.held(session)
    return seeing(held === undefined ? ownPath(request.to) : '/held')
  }
  const [post] = posts
  if (post === undefined) return refuse(visit, provider, 'no-post')
  const opening: Opening = { person, post: post.id, how, through }
  return openSession(visit, opening, request.to)
}

async function refuse(
  { app, page, door }: OpenVisit,
  provider: IdentityProvider,
  why: WhyNot,
): Promise<Answer> {
  const { session } = door
  await door.refused(why === 'another' ? session?.person : undefined, `oidc:${provider.issuer}: ${why}`)
  const { organisations } = await app.directory()
  const organisation = organisations.find(({ id }) => id === provider.organisation)
  return { kind: 'page', ...notSignedInPage(page, provider, organisation, why) }
}
