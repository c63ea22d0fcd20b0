import type { Account } from '../../../../application/accounts.ts'
import { passwordHash, passwordProblem } from '../../../../application/passwords.ts'
import { confirmFirst } from '../../../confirm-first.ts'
import { keepPasskey, newPasskeyChallenge } from '../../../passkeys.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { confirmedBy, enrolmentIn, newEnrolment } from '../../sign-in/account/enrolment.ts'
import { accountPage, authenticatorPage, passwordPage, type Done } from './view.ts'

const path = '/you/account'
const may = { kind: 'signed-in' } as const
const audit = { kind: 'nothing', because: 'the visitor’s own account, nothing of a child' } as const

/** Everything here but the list asks first who is there. */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', path, may, audit, handle: withAccount(show) },
  { method: 'GET', path: `${path}/password`, may, audit, handle: confirmed('/password', askPassword) },
  { method: 'POST', path: `${path}/password`, may, audit, handle: confirmed('/password', changePassword) },
  { method: 'GET', path: `${path}/codes`, may, audit, handle: confirmed('/codes', askAuthenticator) },
  { method: 'POST', path: `${path}/codes`, may, audit, handle: confirmed('/codes', changeAuthenticator) },
  { method: 'POST', path: `${path}/passkey/challenge`, may, audit, handle: confirmed('', challenge) },
  { method: 'POST', path: `${path}/passkey`, may, audit, handle: confirmed('', addPasskey) },
  { method: 'POST', path: `${path}/passkey/remove`, may, audit, handle: confirmed('', removePasskey) },
]

type Handle = (visit: Visit, account: Account) => Promise<Answer>

/** Whoever signs in with their organisation's directory, or in the demonstration, has no account here. */
function withAccount(handle: Handle): (visit: Visit) => Promise<Answer> {
  return async (visit) => {
    const account = await visit.accounts.own(visit.who.visitor)
    return account === undefined ? { kind: 'not-found' } : handle(visit, account)
  }
}

function confirmed(end: string, handle: Handle): (visit: Visit) => Promise<Answer> {
  return withAccount(async (visit, account) => confirmFirst(visit, `${path}${end}`) ?? handle(visit, account))
}

const done: readonly string[] = ['password', 'codes', 'passkey', 'removed'] satisfies readonly Done[]

async function show(visit: Visit, account: Account): Promise<Answer> {
  const { accounts, page, query, who } = visit
  const [passkeys, codesLeft] = [
    await accounts.passkeys(who.visitor),
    await accounts.recoveryCodesLeft(who.visitor),
  ]
  const said = query.text('done')
  const shown = { account, passkeys, codesLeft, ...(done.includes(said) && { done: said as Done }) }
  return showing(accountPage(page, shown))
}

function askPassword({ page }: Visit): Promise<Answer> {
  return Promise.resolve(showing(passwordPage(page)))
}

async function changePassword({ accounts, door, form, page, who }: Visit, account: Account): Promise<Answer> {
  const password = form.typed('password')
  const message = passwordProblem(password, [who.author.name, account.signIn])
  if (message !== undefined) return showing(passwordPage(page, [{ field: 'password', message }]), 400)
  await accounts.changePassword(who.visitor, await passwordHash(password))
  // Every session of theirs has ended with the old password, this one too.
  await door.open({ ...who.visitor, how: who.session?.how ?? 'password+code' })
  return seeing(`${path}?done=password`)
}

function askAuthenticator({ page }: Visit, { signIn }: Account): Promise<Answer> {
  return Promise.resolve(showing(authenticatorPage(page, { signIn, enrolment: newEnrolment() })))
}

async function changeAuthenticator(
  { accounts, form, page, who }: Visit,
  { signIn }: Account,
): Promise<Answer> {
  const confirmed = confirmedBy(form, page.now)
  if ('message' in confirmed)
    return showing(
      authenticatorPage(page, { signIn, enrolment: enrolmentIn(form), errors: [confirmed] }),
      400,
    )
  await accounts.changeAuthenticator(who.visitor, confirmed)
  return seeing(`${path}?done=codes`)
}

async function challenge(visit: Visit): Promise<Answer> {
  const { author, visitor } = visit.who
  return { kind: 'json', body: await newPasskeyChallenge(visit, visitor, author.name) }
}

async function addPasskey(visit: Visit, account: Account): Promise<Answer> {
  const { accounts, form, page, who } = visit
  const name = form.text('name').slice(0, 60) || 'A device'
  if (await keepPasskey(visit, who.visitor, { name, sent: form.text('passkey') }))
    return seeing(`${path}?done=passkey`)
  const [passkeys, codesLeft] = [
    await accounts.passkeys(who.visitor),
    await accounts.recoveryCodesLeft(who.visitor),
  ]
  const errors = [{ field: 'name', message: 'The device did not make a passkey that can be kept. Try again' }]
  return showing(accountPage(page, { account, passkeys, codesLeft, errors }), 400)
}

async function removePasskey({ accounts, form, who }: Visit): Promise<Answer> {
  await accounts.removePasskey(who.visitor, form.text('id'))
  return seeing(`${path}?done=removed`)
}
