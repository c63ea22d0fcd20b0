import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Accounts } from '../application/accounts.ts'
import type { Visitor } from '../application/ports.ts'
import type { PersonId } from '../domain/episode/entry.ts'

/** A device of one's own that proves both that it is there and that its owner unlocked it: no password, no code. */

type At = { readonly accounts: Accounts; readonly origin: string }

const transportsOf = (names: readonly string[]) => names as AuthenticatorTransport[]

/** What a browser needs to ask for any passkey of this site. */
export async function passkeyChallenge({ accounts, origin }: At): Promise<object> {
  const options = await generateAuthenticationOptions({ rpID: siteOf(origin), userVerification: 'required' })
  await accounts.giveChallenge(options.challenge)
  return options
}

/** Whose passkey signed the challenge; undefined for anything else that a browser sent. */
export async function personOfPasskey({ accounts, origin }: At, sent: string): Promise<PersonId | undefined> {
  const response = parsed(sent) as AuthenticationResponseJSON | undefined
  const passkey = response && (await accounts.passkey(response.id))
  if (response === undefined || passkey === undefined) return undefined
  const { person, publicKey, counter, transports } = passkey
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => accounts.takeChallenge(challenge),
      expectedOrigin: origin,
      expectedRPID: siteOf(origin),
      credential: { id: response.id, publicKey, counter, transports: transportsOf(transports) },
      requireUserVerification: true,
    })
    if (!verified || !(await accounts.usePasskey(response.id, authenticationInfo.newCounter)))
      return undefined
    return person
  } catch {
    // The library throws for every kind of answer that is not one.
    return undefined
  }
}

/** What a browser needs to make a new passkey for somebody. */
export async function newPasskeyChallenge(
  { accounts, origin }: At,
  visitor: Visitor,
  name: string,
): Promise<object> {
  const account = await accounts.own(visitor)
  const held = await accounts.passkeys(visitor)
  const options = await generateRegistrationOptions({
    rpName: 'Whereabouts',
    rpID: siteOf(origin),
    userName: account?.signIn ?? name,
    userDisplayName: name,
    userID: new TextEncoder().encode(visitor.person),
    attestationType: 'none',
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await accounts.giveChallenge(options.challenge)
  return options
}

/** Keeps a passkey that a browser made. False for anything else that it sent. */
export async function keepPasskey(
  { accounts, origin }: At,
  visitor: Visitor,
  { name, sent }: { readonly name: string; readonly sent: string },
): Promise<boolean> {
  const response = parsed(sent) as RegistrationResponseJSON | undefined
  if (response === undefined) return false
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => accounts.takeChallenge(challenge),
      expectedOrigin: origin,
      expectedRPID: siteOf(origin),
      requireUserVerification: true,
    })
    if (!verified) return false
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return await accounts.addPasskey(visitor, { id, name, publicKey, counter, transports })
  } catch {
    return false
  }
}

function siteOf(origin: string): string {
  return new URL(origin).hostname
}

/** What the library judges must at least be an object with an id. */
function parsed(sent: string): { readonly id: string } | undefined {
  try {
    const read: unknown = JSON.parse(sent)
    const isOne = typeof read === 'object' && read !== null && 'id' in read && typeof read.id === 'string'
    return isOne ? (read as { id: string }) : undefined
  } catch {
    return undefined
  }
}
