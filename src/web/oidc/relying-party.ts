import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type {
  IdentityProvider,
  IdentityProviders,
  ProviderId,
  SignInRequest,
  Through,
  Vouched,
} from '../../application/identity-providers.ts'
import type { PersonId } from '../../domain/episode/entry.ts'
import { throughOf, vouchedBy, type Claims } from './claims.ts'
import { createDiscovery, type Discovered, type DiscoveryParts, type Discovery } from './discovered.ts'
import { endedThere } from './logout-token.ts'
import { troubleOf, type Trouble } from './trouble.ts'

export interface RelyingPartyParts extends DiscoveryParts {
  readonly providers: IdentityProviders
  /** Where people reach the pages, without a slash at the end. */
  readonly address: () => string
}

/** An address at a provider. */
export type There = URL & { readonly there: unique symbol }

/** How a sign-in is begun. `fresh`: as if the provider knew nobody, so that somebody else can. */
export interface Begun {
  readonly cookie: string
  readonly to: string
  readonly again: boolean
  readonly fresh: boolean
}

export type Answered = {
  readonly provider: IdentityProvider
} & (
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | {
      readonly kind: 'vouched'
      readonly vouched: Vouched
      readonly through: Through
      readonly request: SignInRequest
    }
)

/** Our side of OpenID Connect, for every provider that the directory's organisations keep. */
export interface RelyingParty {
  readonly offers: Discovery['offers']
  readonly origins: Discovery['origins']
  readonly recognise: (id: ProviderId, vouched: Vouched) => Promise<PersonId | undefined>
  /** Undefined: no such provider. */
  begin(id: ProviderId, begun: Begun): Promise<Leaving | undefined>
  /** `search`: the query with which the browser came back, question mark included. */
  finish(id: ProviderId, cookie: string | undefined, search: string): Promise<Answered | undefined>
  /** Where the provider ends its own session, for the secret of one that was opened through it. */
  leave(secret: string): Promise<There | undefined>
  /** The provider says itself that somebody has signed out there. False for what does not hold. */
  ended(id: ProviderId, logoutToken: string): Promise<boolean>
}

type Leaving =
  | { readonly kind: 'leave'; readonly to: There }
  | { readonly kind: 'trouble'; readonly provider: IdentityProvider; readonly trouble: Trouble }

/** Whoever has been signed in at a provider for longer than a session lasts here is asked there again; and whoever must
    show who they are has done it within the last minutes. In seconds. */
const ages = { signIn: 43_200, again: 300 } as const

export function createRelyingParty(parts: RelyingPartyParts): RelyingParty {
  const discovery = createDiscovery(parts)
  return {
    offers: discovery.offers,
    origins: discovery.origins,
    recognise: (id, vouched) => parts.providers.recognise(id, vouched),
    begin: async (id, begun) => {
      const offer = await discovery.find(id)
      if (offer === undefined) return undefined
      const { provider, discovered } = offer
      if (discovered === undefined) return { kind: 'trouble', provider, trouble: 'unreachable' }
      return { kind: 'leave', to: await begin(parts, discovered, begun) }
    },
    finish: async (id, cookie, search) => {
      const offer = await discovery.findAgain(id)
      if (offer === undefined) return undefined
      const { provider, discovered } = offer
      const trouble = (kind: Trouble): Answered => ({ kind: 'trouble', provider, trouble: kind })
      const state = new URLSearchParams(search).get('state') ?? ''
      const taken = cookie === undefined ? undefined : await parts.providers.take(cookie, state)
      if (taken?.provider !== id) return trouble('over')
      if (discovered === undefined) return trouble('unreachable')
      try {
        const came = new URL(`${backTo(parts, id)}${search}`)
        return await finish(discovered, taken.request, came, state)
      } catch (error) {
        const kind = troubleOf(error)
        if (kind !== 'declined') parts.report(provider.issuer, error)
        return trouble(kind)
      }
    },
    leave: async (secret) => {
      const through = await parts.providers.throughOf(secret)
      const offer = through && (await discovery.findAgain(through.provider))
      const { configuration } = offer?.discovered ?? {}
      if (through === undefined || configuration?.serverMetadata().end_session_endpoint === undefined)
        return undefined
      const back = { post_logout_redirect_uri: `${parts.address()}/sign-in`, id_token_hint: through.idToken }
      return buildEndSessionUrl(configuration, back) as There
    },
    ended: async (id, logoutToken) => {
      const offer = await discovery.findAgain(id)
      const ended = offer?.discovered && (await endedThere(offer.discovered, logoutToken))
      if (ended === undefined) return false
      await parts.providers.ended(id, ended)
      return true
    },
  }
}

function backTo({ address }: RelyingPartyParts, id: ProviderId): string {
  return `${address()}/sign-in/with/${id}/return`
}

async function begin(
  parts: RelyingPartyParts,
  { provider, configuration }: Discovered,
  { cookie, to, again, fresh }: Begun,
): Promise<There> {
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  await parts.providers.keep(cookie, state, provider.id, { nonce, verifier, to, again })
  return buildAuthorizationUrl(configuration, {
    redirect_uri: backTo(parts, provider.id),
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    max_age: String(again ? ages.again : ages.signIn),
    ...((again || fresh) && { prompt: 'login' }),
  }) as There
}

/** Throws what openid-client finds wrong: state, issuer, code, signature, audience, nonce, times. */
async function finish(
  { provider, configuration }: Discovered,
  request: SignInRequest,
  came: URL,
  state: string,
): Promise<Answered> {
  const tokens = await authorizationCodeGrant(configuration, came, {
    expectedState: state,
    expectedNonce: request.nonce,
    pkceCodeVerifier: request.verifier,
    idTokenExpected: true,
    ...(request.again && { maxAge: ages.again }),
  })
  const said: Claims = tokens.claims() ?? {}
  const isWhole = said[provider.claim] !== undefined
  const isMore = !isWhole && configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = isMore ? await fetchUserInfo(configuration, tokens.access_token, String(said['sub'])) : {}
  const claims: Claims = { ...more, ...said }
  const vouched = vouchedBy(claims, provider)
  const through = throughOf(claims, provider, tokens.id_token ?? '')
  if (vouched === undefined || through === undefined)
    return { kind: 'trouble', provider, trouble: 'not-trusted' }
  return { kind: 'vouched', provider, vouched, through, request }
}
