import { signIn } from '../../../application/sign-in.ts'
import { passkeyChallenge, personOfPasskey } from '../../passkeys.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { ownPath } from '../../way-in.ts'
import { againThere } from '../sign-in-with/again.ts'
import { confirmPage } from './view.ts'

const path = '/confirm'
const may = { kind: 'signed-in' } as const
const look = { kind: 'look', what: 'sign-in again' } as const

export const confirmRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'nothing', because: 'asks who is here, nothing of a child' },
    handle: ask,
  },
  { method: 'POST', path, may, audit: look, handle: confirm },
  { method: 'POST', path: `${path}/passkey`, may, audit: look, handle: withPasskey },
  {
    method: 'POST',
    path: `${path}/passkey/challenge`,
    may,
    audit: { kind: 'nothing', because: 'a random number' },
    handle: async (visit: Visit): Promise<Answer> => ({ kind: 'json', body: await passkeyChallenge(visit) }),
  },
]

async function ask(visit: Visit): Promise<Answer> {
  const { page, who, query } = visit
  const to = ownPath(query.text('to'))
  const there = await againThere(visit, who.session?.how, to)
  return showing(confirmPage(page, { who, to, there }))
}

async function confirm(visit: Visit): Promise<Answer> {
  const { accounts, door, form, page, who } = visit
  const to = ownPath(form.text('to'))
  if (page.demonstration && who.session?.how === 'demonstration') {
    await door.authenticatedAgain('demonstration')
    return seeing(to)
  }
  const account = await accounts.own(who.visitor)
  if (account === undefined) return { kind: 'may-not' }
  const [password, code] = [form.typed('password'), form.text('code')]
  const typed = {
    signIn: account.signIn,
    password,
    code,
    ...(door.device !== undefined && { device: door.device }),
  }
  const tried = await signIn({ accounts, now: page.now }, typed)
  if (tried.kind === 'in') {
    await door.authenticatedAgain(tried.how)
    return seeing(to)
  }
  await door.refused(who.visitor.person, tried.why)
  const message =
    tried.why === 'wrong'
      ? 'The password or the code is not right. A code from your app is good once'
      : 'That was tried too often. Wait 15 minutes, or use a recovery code or a passkey'
  return showing(confirmPage(page, { who, to, there: null, errors: [{ field: 'password', message }] }), 400)
}

async function withPasskey(visit: Visit): Promise<Answer> {
  const { door, form, page, who } = visit
  const to = ownPath(form.text('to'))
  const person = await personOfPasskey(visit, form.text('passkey'))
  if (person === who.visitor.person) {
    await door.authenticatedAgain('passkey')
    return seeing(to)
  }
  await door.refused(who.visitor.person, 'passkey')
  const errors = [{ field: 'password', message: 'That passkey is not yours. Use your password and a code' }]
  return showing(confirmPage(page, { who, to, there: null, errors }), 400)
}
