import type { PersonId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Visitor } from './ports.ts'

/** What somebody signs in with who has no directory of their organisation to ask. */
export interface Account {
  readonly person: PersonId
  /** Lower case; usually their address for mail. */
  readonly signIn: string
  /** Argon2id in its usual text. Absent until an invitation was taken up. */
  readonly password?: string
  /** The secret of their authenticator, base32. */
  readonly totp?: string
}

/** What an invitation is taken up with. */
export interface Credentials {
  readonly password: string
  readonly totp: string
  /** The time step of the code that confirmed the authenticator: it counts once. */
  readonly step: number
  readonly recoveryCodes: readonly string[]
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly transports: readonly string[]
  readonly made: Moment
  readonly used?: Moment
}

/** The part of a passkey that checks a signature. */
export interface PasskeyOnFile {
  readonly person: PersonId
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

/** Accounts as the application may use them: one at a time, by what somebody shows or as oneself. No list is read. */
export interface Accounts {
  named(signIn: string): Promise<Account | undefined>
  own(visitor: Visitor): Promise<Account | undefined>
  /** Counts a try of something before it is made; false when no more are allowed for now. */
  takeAttempt(what: string): Promise<boolean>
  giveBackAttempt(what: string): Promise<void>
  /** False for a step that was used, or that is older than one that was. */
  useStep(person: PersonId, step: number): Promise<boolean>
  hasRecoveryCode(person: PersonId, code: string): Promise<boolean>
  useRecoveryCode(person: PersonId, code: string): Promise<boolean>
  recoveryCodesLeft(visitor: Visitor): Promise<number>
  /** Whom an invitation that is still good is for. */
  invited(secret: string): Promise<Pick<Account, 'person' | 'signIn'> | undefined>
  /** False when it is no longer good: it is taken up once. */
  takeUp(secret: string, credentials: Credentials): Promise<boolean>
  /** Every session of the person ends, this one too. */
  changePassword(visitor: Visitor, password: string): Promise<void>
  changeAuthenticator(visitor: Visitor, made: Omit<Credentials, 'password'>): Promise<void>
  /** Gives the secret by which this browser is known from now on, for so many days. */
  knowDevice(visitor: Visitor, days: number): Promise<string>
  isKnownDevice(secret: string, person: PersonId): Promise<boolean>
  /** Keeps that a challenge was given; it is answered once, within five minutes. */
  giveChallenge(challenge: string): Promise<void>
  takeChallenge(challenge: string): Promise<boolean>
  passkeys(visitor: Visitor): Promise<readonly Passkey[]>
  addPasskey(
    visitor: Visitor,
    passkey: Pick<Passkey, 'id' | 'name' | 'transports'> & Omit<PasskeyOnFile, 'person'>,
  ): Promise<boolean>
  removePasskey(visitor: Visitor, id: string): Promise<void>
  passkey(id: string): Promise<PasskeyOnFile | undefined>
  /** False where the counter has not grown: somebody has a copy. */
  usePasskey(id: string, counter: number): Promise<boolean>
}
