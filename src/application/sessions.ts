import type { DeviceKind } from '../domain/access/device.ts'
import type { PersonId, PostId } from '../domain/episode/entry.ts'
import { minutesBetween, type Moment } from '../kernel/moment.ts'
import type { Through } from './identity-providers.ts'
import type { Visitor } from './ports.ts'

/** How somebody showed who they are. What follows `oidc:` is the provider's issuer. */
export type How =
  | 'demonstration'
  | 'password+code'
  | 'password+recovery-code'
  | 'passkey'
  | 'invitation'
  | `oidc:${string}`
  | OnDevice

/** On an enrolled device: with a PIN, let in by the home’s on-call, or because of the device alone. */
export type OnDevice = 'device:pin' | 'device:vouched' | 'device:foster-carer' | 'device:wallboard'

/** Somebody at one browser, from signing in until the absolute end, as it stands at this moment. */
export interface Session {
  readonly person: PersonId
  readonly post: PostId
  readonly how: How
  readonly opened: Moment
  /** When they last showed who they are. */
  readonly authenticated: Moment
  /** When it ends if nothing more is done; never after `ends`. */
  readonly idleEnds: Moment
  /** The absolute end. */
  readonly ends: Moment
  readonly state: 'open' | 'locked' | 'expired' | 'ended'
  /** The enrolled device that it is on. */
  readonly device?: { readonly kind: DeviceKind; readonly name: string }
}

/** Whoever comes in by any of the ways: the one thing that each of them ends with. */
export interface Opening {
  readonly person: PersonId
  /** One of their own, held today. */
  readonly post: PostId
  readonly how: How
  /** What an identity provider said of it. */
  readonly through?: Through
}

/** What a form carried, kept for one person until it can be sent. */
export interface HeldForm {
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Sessions on the server. A secret is what the cookie holds: 256 random bits, of which only a hash is kept. */
export interface Sessions {
  /** Records the sign-in as a look and opens a session, both or neither. Gives the secret of it. */
  open(opening: Opening): Promise<string>
  /** Records that somebody was refused; nobody, when it is not known who it was. */
  refused(who: PersonId | undefined, why: string): Promise<void>
  /** `active`: a person did this. Undefined for a secret that opens nothing and never did. */
  find(secret: string, active: boolean): Promise<Session | undefined>
  /** Says whether it was one of the person's own posts. */
  actIn(secret: string, visitor: Visitor, post: PostId): Promise<boolean>
  lock(secret: string): Promise<void>
  authenticatedAgain(secret: string, visitor: Visitor, how: How, through?: Through): Promise<void>
  end(secret: string): Promise<void>
  /** Ends every session of the same person, at whatever browser. */
  endEverywhere(secret: string): Promise<void>
  /** Keeps what was typed for that person, sealed under the secret that it gives. */
  hold(person: PersonId, form: HeldForm): Promise<string>
  /** What is held under a secret, for the visitor and nobody else. */
  held(secret: string, visitor: Visitor): Promise<HeldForm | undefined>
  drop(secret: string): Promise<void>
}

/** Whether somebody showed within the last minutes who they are, as an export or breaking the glass asks. */
export function recentlyAuthenticated(
  { authenticated }: Pick<Session, 'authenticated'>,
  now: Moment,
  minutes = 5,
): boolean {
  return minutesBetween(authenticated, now) < minutes
}
