import { postAt } from '../../../../application/author.ts'
import type { How } from '../../../../application/sessions.ts'
import { signIn, type Tried } from '../../../../application/sign-in.ts'
import type { PersonId } from '../../../../domain/episode/entry.ts'
import type { FieldError } from '../../../components/errors.ts'
import { passkeyChallenge, personOfPasskey } from '../../../passkeys.ts'
import { showing, type Answer, type OpenVisit, type Route } from '../../../route.ts'
import { deviceDays } from '../../../session.ts'
import { openSession, ownPath } from '../../../way-in.ts'
import { providerChoices } from '../../sign-in-with/choices.ts'
import { accountSignInPage } from './view.ts'

const may = { kind: 'anyone' } as const

export const accountSignInRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/sign-in/passkey/challenge',
    may,
    audit: { kind: 'nothing', because: 'a random number, asked for by nobody yet' },
    handle: async (visit: OpenVisit): Promise<Answer> =>
      visit.page.demonstration
        ? { kind: 'not-found' }
        : { kind: 'json', body: await passkeyChallenge(visit) },
  },
  {
    method: 'POST',
    path: '/sign-in/passkey',
    may,
    audit: { kind: 'look', what: 'sign-in: passkey' },
    handle: withPasskey,
  },
]

/** `typed` where the form is asked again. */
export async function askToSignIn(
  visit: OpenVisit,
  again?: { readonly signIn: string; readonly to: string; readonly errors: readonly FieldError[] },
): Promise<Answer> {
  const { door, page, query, app, providers } = visit
  const to = ownPath(again?.to ?? query.text('to'))
  const ended = { held: door.holding, byItself: door.session?.state === 'expired' }
  const offers = (await providers?.offers()) ?? []
  const choices = providerChoices(page, offers, to)
  const asked = { ended, directory: await app.directory(), choices, ...again, to }
  return showing(accountSignInPage(page, asked), again === undefined ? 200 : 400)
}

export async function signInToAccount(visit: OpenVisit): Promise<Answer> {
  const { accounts, door, form, page } = visit
  const [name, password, code, to] = [
    form.text('sign-in'),
    form.typed('password'),
    form.text('code'),
    form.text('to'),
  ]
  const errors = [
    ...(name === '' ? [{ field: 'sign-in', message: 'Enter your sign-in name' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
    ...(code === '' ? [{ field: 'code', message: 'Enter the code from your app, or a recovery code' }] : []),
  ]
  if (errors.length > 0) return askToSignIn(visit, { signIn: name, to, errors })
  const typed = { signIn: name, password, code, ...(door.device !== undefined && { device: door.device }) }
  const tried = await signIn({ accounts, now: page.now }, typed)
  if (tried.kind === 'in') return enter(visit, { ...tried, to })
  await door.refused(tried.person, tried.why)
  return askToSignIn(visit, { signIn: name, to, errors: [refusal(tried)] })
}

function refusal({ why }: Extract<Tried, { kind: 'refused' }>): FieldError {
  if (why === 'wrong')
    return {
      field: 'sign-in',
      message: 'The name, the password or the code is not right. A code from your app is good once',
    }
  const others = 'use a recovery code or a passkey, or a device that you have signed in with before'
  return { field: 'sign-in', message: `That was tried too often. Wait 15 minutes, or ${others}` }
}

async function withPasskey(visit: OpenVisit): Promise<Answer> {
  const { door, form, page } = visit
  if (page.demonstration) return { kind: 'not-found' }
  const person = await personOfPasskey(visit, form.text('passkey'))
  if (person !== undefined) return enter(visit, { person, how: 'passkey', to: form.text('to') })
  await door.refused(undefined, 'passkey')
  const errors = [{ field: 'sign-in', message: 'That passkey is not known here. Sign in with your password' }]
  return askToSignIn(visit, { signIn: '', to: form.text('to'), errors })
}

type Entering = { readonly person: PersonId; readonly how: How; readonly to: string }

/** Begins in the first of the person's posts; the browser is known from now on. */
export async function enter(visit: OpenVisit, { person, how, to }: Entering): Promise<Answer> {
  const { app, accounts, door, page } = visit
  const directory = await app.directory()
  const post = directory.posts.find((one) => one.person === person && postAt(directory, one.id, page.now))
  if (post === undefined) {
    await door.refused(person, 'no post')
    const message = 'You hold no post here today. Ask whoever keeps the accounts of your organisation'
    return askToSignIn(visit, { signIn: '', to, errors: [{ field: 'sign-in', message }] })
  }
  const opening = { person, post: post.id, how }
  const isKnown = door.device !== undefined && (await accounts.isKnownDevice(door.device, person))
  if (!isKnown) door.keepDevice(await accounts.knowDevice(opening, deviceDays))
  return openSession(visit, opening, to)
}
