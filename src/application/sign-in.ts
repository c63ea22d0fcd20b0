import type { PersonId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Account, Accounts } from './accounts.ts'
import { recoveryCodeHash, stepOf } from './authenticator.ts'
import { isPassword } from './passwords.ts'
import type { How } from './sessions.ts'

/** What somebody typed to sign in. `device` is the secret by which their browser says that it is known. */
export interface Typed {
  readonly signIn: string
  readonly password: string
  /** Six digits of an authenticator, or a recovery code. */
  readonly code: string
  readonly device?: string
}

export type Tried =
  | { readonly kind: 'in'; readonly person: PersonId; readonly how: How }
  | { readonly kind: 'refused'; readonly person?: PersonId; readonly why: 'wrong' | 'too many tries' }

export interface SignInParts {
  readonly accounts: Accounts
  readonly now: Moment
  readonly matches?: typeof isPassword
}

/** Nobody's person: what is asked of the database for a name that has no account, so that it takes as long. */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId

/** Tries a name, a password and a code. The try is counted before anything is hashed. Wrong passwords from anywhere use
    up one count; a known device has its own, and so has whoever shows a recovery code, which nobody guesses: so that
    no stranger can keep an officer out. The answer and its time say nothing of whether there is such an account. */
export async function signIn(
  { accounts, now, matches = isPassword }: SignInParts,
  { signIn: name, password, code, device }: Typed,
): Promise<Tried> {
  const account = await accounts.named(name)
  const person = account?.person ?? nobody
  const known = device !== undefined && (await accounts.isKnownDevice(device, person))
  const isRecovery = recoveryCodeHash(code) !== undefined && (await accounts.hasRecoveryCode(person, code))
  const counted = countedAs(name, known ? device : undefined, isRecovery)
  const refused = (why: 'wrong' | 'too many tries'): Tried => ({
    kind: 'refused',
    ...(account && { person }),
    why,
  })
  if (!(await accounts.takeAttempt(counted))) return refused('too many tries')
  const isRight = await matches(password, account?.password)
  if (!isRight || account === undefined) return refused('wrong')
  const how = await secondFactor(accounts, account, { code, isRecovery, now })
  if (how === undefined) return refused('wrong')
  await accounts.giveBackAttempt(counted)
  return { kind: 'in', person, how }
}

function countedAs(name: string, device: string | undefined, isRecovery: boolean): string {
  const plain = name.toLowerCase()
  if (isRecovery) return `with a recovery code: ${plain}`
  return device === undefined ? `from anywhere: ${plain}` : `from a known device: ${device} ${plain}`
}

type Second = { readonly code: string; readonly isRecovery: boolean; readonly now: Moment }

async function secondFactor(
  accounts: Accounts,
  { person, totp }: Account,
  { code, isRecovery, now }: Second,
): Promise<How | undefined> {
  if (isRecovery) return (await accounts.useRecoveryCode(person, code)) ? 'password+recovery-code' : undefined
  const step = totp === undefined ? undefined : stepOf(totp, code, now)
  if (step === undefined) return undefined
  return (await accounts.useStep(person, step)) ? 'password+code' : undefined
}

/** Whether it is the password of somebody whose session is locked at this browser. Counted by itself, so that nobody can
    use up the tries of somebody who signs in elsewhere. */
export async function isOwnPassword(
  { accounts, matches = isPassword }: Omit<SignInParts, 'now'>,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  const counted = `unlocking: ${account?.person ?? nobody}`
  if (account === undefined || !(await accounts.takeAttempt(counted))) return false
  const isRight = await matches(password, account.password)
  if (isRight) await accounts.giveBackAttempt(counted)
  return isRight
}
