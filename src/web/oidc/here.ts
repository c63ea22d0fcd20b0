import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProviderId } from '../../application/identity-providers.ts'
import type { Begun, RelyingParty } from './relying-party.ts'

const cookie = 'wa-asked'

/** Sign-in by an organisation's own directory, for the browser of this request. */
export interface ProvidersHere {
  readonly offers: RelyingParty['offers']
  readonly recognise: RelyingParty['recognise']
  readonly begin: (id: ProviderId, begun: Omit<Begun, 'cookie'>) => ReturnType<RelyingParty['begin']>
  /** Reads the answer with which this browser came back. */
  readonly finish: (id: ProviderId) => ReturnType<RelyingParty['finish']>
}

export function providersHere(
  party: RelyingParty,
  secure: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): ProvidersHere {
  const given = request.cookies[cookie]
  const known = given !== undefined && /^[\w-]{43}$/.test(given) ? given : undefined
  return {
    offers: party.offers,
    recognise: party.recognise,
    begin: (id, begun) => {
      // One for all that this browser begins, so that a second tab does not undo the first.
      const secret = known ?? randomBytes(32).toString('base64url')
      const kept = { path: '/sign-in', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 } as const
      reply.setCookie(cookie, secret, kept)
      return party.begin(id, { ...begun, cookie: secret })
    },
    finish: (id) => {
      const query = request.url.indexOf('?')
      return party.finish(id, known, query < 0 ? '' : request.url.slice(query))
    },
  }
}
