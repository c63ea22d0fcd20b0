import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ClientAuth,
  type Configuration,
} from 'openid-client'
import type { IdentityProvider, IdentityProviders, ProviderId } from '../../application/identity-providers.ts'

/** A provider whose own description was read. */
export interface Discovered {
  readonly provider: IdentityProvider
  readonly configuration: Configuration
  /** The keys that its tokens are signed with, fetched when they are needed. */
  readonly keys: JWTVerifyGetKey | undefined
}

/** A provider as a page offers it. Undefined where it could not be reached. */
export interface Offer {
  readonly provider: IdentityProvider
  readonly discovered: Discovered | undefined
}

export interface DiscoveryParts {
  readonly providers: Pick<IdentityProviders, 'list'>
  /** The client's secret of an issuer; undefined for a client that has none. */
  readonly secretOf: (issuer: string) => Promise<string | undefined>
  /** Told once a try why a provider could not be used. Never a secret, never a name. */
  readonly report: (issuer: string, why: unknown) => void
  /** For how many milliseconds a description counts: half a minute where not said. */
  readonly good?: number
}

/** How far our clock and a provider's may be apart, in seconds. */
export const skew = 60

const seconds = { toDiscover: 3, toAnswer: 10 } as const
/** In milliseconds: how long a description counts, how long a provider is left alone after a failure, and how long the
    list is believed. */
const times = { good: 30_000, bad: 10_000, list: 60_000 } as const

interface Tried {
  readonly until: number
  readonly found: Promise<Discovered | undefined>
}

/** Reads each provider's description when it is needed, and again after a while. A provider that cannot be reached holds
    nobody up for more than three seconds, and nothing else but itself. */
export function createDiscovery(parts: DiscoveryParts) {
  const { providers, secretOf, report, good = times.good } = parts
  const tries = new Map<ProviderId, Tried>()
  const last = new Map<ProviderId, Discovered>()
  let known: readonly Offer[] = []
  let read = -Infinity

  function of(provider: IdentityProvider): Promise<Discovered | undefined> {
    const tried = tries.get(provider.id)
    if (tried !== undefined && performance.now() < tried.until) return tried.found
    const found = discover(provider, secretOf).then(
      (discovered) => {
        last.set(provider.id, discovered)
        return discovered
      },
      (error: unknown) => {
        report(provider.issuer, error)
        tries.set(provider.id, { until: performance.now() + Math.min(good, times.bad), found })
        return undefined
      },
    )
    tries.set(provider.id, { until: performance.now() + good, found })
    return found
  }

  async function offers(): Promise<readonly Offer[]> {
    read = performance.now()
    const list = await providers.list()
    known = await Promise.all(list.map(async (provider) => ({ provider, discovered: await of(provider) })))
    return known
  }

  async function find(id: ProviderId): Promise<Offer | undefined> {
    const provider = (await providers.list()).find((one) => one.id === id)
    return provider && { provider, discovered: await of(provider) }
  }

  return {
    offers,
    find,
    /** Also as it last described itself: for what was begun when it could be reached. */
    findAgain: async (id: ProviderId): Promise<Offer | undefined> => {
      const known = last.get(id)
      if (known === undefined) return find(id)
      const isKept = (await providers.list()).some((one) => one.id === id)
      return isKept ? { provider: known.provider, discovered: known } : undefined
    },
    /** Where a form of ours may lead by a redirect: to the providers and nowhere else. */
    origins: (): readonly string[] => {
      if (read + times.list < performance.now())
        offers().catch((error: unknown) => report('the list of providers', error))
      const described = known.flatMap(({ provider }) => last.get(provider.id) ?? [])
      return [...new Set(described.flatMap(originsOf))]
    },
  }
}

export type Discovery = ReturnType<typeof createDiscovery>

function originsOf({ provider, configuration }: Discovered): readonly string[] {
  const { authorization_endpoint: into, end_session_endpoint: out } = configuration.serverMetadata()
  const own = [into, out].filter((address) => address !== undefined)
  return [...own.map((address) => new URL(address).origin), ...provider.via]
}

async function discover(
  provider: IdentityProvider,
  secretOf: DiscoveryParts['secretOf'],
): Promise<Discovered> {
  const { issuer, clientId } = provider
  const secret = await secretOf(issuer)
  const configuration = await discovery(
    new URL(issuer),
    clientId,
    { [clockTolerance]: skew },
    secret === undefined ? None() : bySecret(secret),
    {
      timeout: seconds.toDiscover,
      // Marked as deprecated so that nobody overlooks it: only an issuer on this machine is kept with plain HTTP.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
    },
  )
  configuration.timeout = seconds.toAnswer
  const { issuer: said, jwks_uri: keys } = configuration.serverMetadata()
  if (said !== issuer) throw new Error(`It calls itself ${said}.`)
  return { provider, configuration, keys: keys === undefined ? undefined : createRemoteJWKSet(new URL(keys)) }
}

/** In the way that the provider's description names; the one that every provider must know where it names none. */
function bySecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    const named = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const auth = named.includes('client_secret_basic') ? basic : post
    auth(server, ...rest)
  }
}
