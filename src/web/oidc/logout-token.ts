import { errors, jwtVerify } from 'jose'
import type { EndedThere } from '../../application/identity-providers.ts'
import { momentOf } from '../../kernel/moment.ts'
import { skew, type Discovered } from './discovered.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'

/** What a logout token says (OpenID Connect Back-Channel Logout 1.0, 2.6); undefined for one that does not hold. */
export async function endedThere(
  { provider, configuration, keys }: Discovered,
  token: string,
): Promise<EndedThere | undefined> {
  if (keys === undefined) return undefined
  const named = configuration.serverMetadata().id_token_signing_alg_values_supported ?? ['RS256']
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: provider.issuer,
      audience: provider.clientId,
      // Never one by which somebody who knows our secret, or nobody at all, could sign.
      algorithms: named.filter((algorithm) => /^(?:RS|PS|ES|Ed)/.test(algorithm)),
      clockTolerance: skew,
      maxTokenAge: 300,
      requiredClaims: ['iat', 'jti', 'events'],
    })
    const { sub: subject, sid, iat = 0, events, nonce } = payload
    if (nonce !== undefined || !isObject(events) || !isObject(events[event])) return undefined
    if (subject === undefined && typeof sid !== 'string') return undefined
    return {
      ...(typeof sid === 'string' && { sid }),
      ...(subject !== undefined && { subject }),
      at: momentOf(Temporal.Instant.fromEpochMilliseconds((iat + skew) * 1000)),
    }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
