import { passwordHash, passwordProblem } from '../../../application/passwords.ts'
import type { PersonId } from '../../../domain/episode/entry.ts'
import { showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { confirmedBy, enrolmentIn, newEnrolment } from '../sign-in/account/enrolment.ts'
import { enter } from '../sign-in/account/route.ts'
import { invitationPage, noInvitationPage } from './view.ts'

const path = '/invitation/:secret'
const may = { kind: 'anyone' } as const

export const invitationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'nothing', because: 'the invited person’s own name, nothing of a child' },
    handle: show,
  },
  { method: 'POST', path, may, audit: { kind: 'look', what: 'sign-in: invitation' }, handle: takeUp },
]

async function show({ accounts, app, page, params }: OpenVisit): Promise<Answer> {
  const invited = await accounts.invited(params['secret'] ?? '')
  if (invited === undefined) return notGood(page)
  const invitation = { ...invited, name: await nameOf(app, invited.person), enrolment: newEnrolment() }
  return showing(invitationPage(page, invitation))
}

async function takeUp(visit: OpenVisit): Promise<Answer> {
  const { accounts, app, page, params, form } = visit
  const secret = params['secret'] ?? ''
  const invited = await accounts.invited(secret)
  if (invited === undefined) return notGood(page)
  const name = await nameOf(app, invited.person)
  const password = form.typed('password')
  const wrong = passwordProblem(password, [name, invited.signIn])
  const confirmed = confirmedBy(form, page.now)
  if (wrong !== undefined || 'message' in confirmed) {
    const errors = [
      ...(wrong === undefined ? [] : [{ field: 'password', message: wrong }]),
      ...('message' in confirmed ? [confirmed] : []),
    ]
    return showing(invitationPage(page, { ...invited, name, enrolment: enrolmentIn(form), errors }), 400)
  }
  const taken = await accounts.takeUp(secret, { ...confirmed, password: await passwordHash(password) })
  return taken ? enter(visit, { person: invited.person, how: 'invitation', to: '/board' }) : notGood(page)
}

function notGood(page: OpenVisit['page']): Answer {
  return { kind: 'page', html: noInvitationPage(page), status: 404 }
}

async function nameOf(app: OpenVisit['app'], person: PersonId): Promise<string> {
  const { posts } = await app.directory()
  return posts.find((post) => post.person === person)?.personName ?? 'You'
}
