import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Account, Accounts } from '../application/accounts.ts'
import { recoveryCodeHash } from '../application/authenticator.ts'
import type { PersonId } from '../domain/episode/entry.ts'
import { callsOver, isKeepable } from './calls.ts'
import { passkeysOver } from './passkeys.ts'

/** How many tries are counted together, and for how long. */
const most = 10
const window = 'PT15M'

interface AccountRow {
  readonly person: PersonId
  readonly sign_in: string
  readonly password: string | null
  readonly totp: string | null
}

/** Accounts over a pool of the application, which calls functions and reads no table of them. */
export function createAccounts(app: Pool): Accounts {
  const calls = callsOver(app)
  const { rows, answers, own } = calls
  return {
    named: async (name) => {
      if (!isKeepable(name)) return undefined
      return accountOf(await rows<AccountRow>('select * from whereabouts.account_named($1)', [name]))
    },
    own: async (visitor) =>
      accountOf(await own<AccountRow>(visitor, 'select * from whereabouts.own_account()')),
    takeAttempt: (what) => answers('take_attempt($1, $2, $3::text::interval)', [hashOf(what), most, window]),
    giveBackAttempt: async (what) => {
      await rows('select whereabouts.give_back_attempt($1)', [hashOf(what)])
    },
    useStep: (person, step) => answers('use_step($1, $2)', [person, step]),
    hasRecoveryCode: (person, code) => answers('has_recovery_code($1, $2)', [person, recoveryCodeHash(code)]),
    useRecoveryCode: (person, code) => answers('use_recovery_code($1, $2)', [person, recoveryCodeHash(code)]),
    recoveryCodesLeft: async (visitor) => {
      const [row] = await own<{ n: number }>(visitor, 'select whereabouts.recovery_codes_left() as n')
      return row?.n ?? 0
    },
    invited: async (secret) => {
      const text = 'select person, sign_in, null as password, null as totp from whereabouts.invited($1)'
      return accountOf(await rows<AccountRow>(text, [hashOf(secret)]))
    },
    takeUp: (secret, { password, totp, step, recoveryCodes }) =>
      answers('take_up_invitation($1, $2, $3, $4, $5)', [
        hashOf(secret),
        password,
        totp,
        step,
        recoveryCodes.map(recoveryCodeHash),
      ]),
    changePassword: async (visitor, password) => {
      await own(visitor, 'select whereabouts.change_password($1, $2)', [password, Buffer.alloc(0)])
    },
    changeAuthenticator: async (visitor, { totp, step, recoveryCodes }) => {
      const values = [totp, step, recoveryCodes.map(recoveryCodeHash)]
      await own(visitor, 'select whereabouts.change_authenticator($1, $2, $3)', values)
    },
    knowDevice: async (visitor, days) => {
      const secret = randomBytes(32).toString('base64url')
      const text = 'select whereabouts.know_device($1, make_interval(days => $2))'
      await own(visitor, text, [hashOf(secret), days])
      return secret
    },
    isKnownDevice: (secret, person) => answers('is_known_device($1, $2)', [hashOf(secret), person]),
    giveChallenge: async (challenge) => {
      await rows('select whereabouts.give_challenge($1)', [hashOf(challenge)])
    },
    takeChallenge: (challenge) => answers('take_challenge($1)', [hashOf(challenge)]),
    ...passkeysOver(calls),
  }
}

function accountOf([row]: readonly AccountRow[]): Account | undefined {
  if (row === undefined) return undefined
  const { person, sign_in: signIn, password, totp } = row
  return { person, signIn, ...(password !== null && { password }), ...(totp !== null && { totp }) }
}

/** Secrets of ours are 256 random bits; a name is hashed only so that none is kept that nobody has. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
