import type { Directory, Post } from '../domain/child/directory.ts'
import type { OrganisationId, PersonId } from '../domain/episode/entry.ts'
import type { Role } from '../domain/episode/roles.ts'
import type { Id } from '../kernel/ids.ts'
import type { Moment } from '../kernel/moment.ts'
import { postAt } from './author.ts'

export type ProviderId = Id<'identity-provider'>

/** An organisation's own directory, by OpenID Connect. It vouches for that organisation's people and nobody else's. */
export interface IdentityProvider {
  readonly id: ProviderId
  readonly organisation: OrganisationId
  /** As it stands on the button. */
  readonly name: string
  /** Its URL, exactly as its tokens say it. */
  readonly issuer: string
  readonly clientId: string
  /** The claim by which somebody who was never here is known. `email` counts only where the provider verified it. */
  readonly claim: string
  /** Other origins that a sign-in passes through on its way. */
  readonly via: readonly string[]
}

/** Roles that see no child until somebody has allocated them: the only ones that a domain lets in by itself. */
export const domainRoles = [
  'social-worker',
  'reviewing-officer',
  'health-nurse',
  'school',
] as const satisfies Role[]

/** Everybody of one mail domain, let in without being named. */
export interface AllowedDomain {
  readonly domain: string
  readonly role: (typeof domainRoles)[number]
}

/** What a browser has begun and its provider has not answered yet. */
export interface SignInRequest {
  readonly nonce: string
  readonly verifier: string
  /** Any text that the browser sent; where to go afterwards. */
  readonly to: string
  /** The session's own person is to show again who they are. */
  readonly again: boolean
}

/** Whom a provider means. `value` is of its identifying claim; absent where there is none that counts. */
export interface Vouched {
  readonly subject: string
  readonly value?: string
  readonly name?: string
}

/** What the provider said when a session was opened through it. */
export interface Through {
  readonly provider: ProviderId
  readonly subject: string
  /** The provider's own session. */
  readonly sid?: string
  /** How surely, and by which means, in the provider's words. */
  readonly acr?: string
  readonly amr: readonly string[]
  /** When they last showed the provider who they are; absent where it does not say. */
  readonly authenticated?: Moment
  /** Given back at sign-out, to say whose it is. */
  readonly idToken: string
}

/** One session of somebody at a provider that has ended there, or all of them. */
export interface EndedThere {
  readonly sid?: string
  readonly subject?: string
  readonly at: Moment
}

/** Providers as the application may use them. */
export interface IdentityProviders {
  list(): Promise<readonly IdentityProvider[]>
  /** Keeps a request under what only this browser and its provider's answer have together: `cookie` and `state`. */
  keep(cookie: string, state: string, provider: ProviderId, request: SignInRequest): Promise<void>
  /** Once: a request that was taken, or is ten minutes old, is nowhere. */
  take(
    cookie: string,
    state: string,
  ): Promise<{ readonly provider: ProviderId; readonly request: SignInRequest } | undefined>
  /** Undefined for whoever was not admitted and is of no allowed domain. */
  recognise(provider: ProviderId, vouched: Vouched): Promise<PersonId | undefined>
  /** By which provider the session of a cookie was opened, with its ID token. */
  throughOf(secret: string): Promise<Pick<Through, 'provider' | 'idToken'> | undefined>
  /** Says how many sessions here were ended by it. */
  ended(provider: ProviderId, ended: EndedThere): Promise<number>
}

/** The posts of a person, held at this moment, that a provider can vouch for. */
export function postsVouchedFor(
  directory: Directory,
  { organisation }: Pick<IdentityProvider, 'organisation'>,
  person: PersonId,
  now: Moment,
): readonly Post[] {
  return directory.posts.filter(
    (post) =>
      post.person === person &&
      post.organisation === organisation &&
      postAt(directory, post.id, now) !== undefined,
  )
}
