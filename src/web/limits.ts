import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How many requests a minute. What a page is made of (styles, pictures, scripts) is not counted. */
export interface Limits {
  /** Of one person, in whichever post and on however many screens. */
  readonly person: number
  /** From one address where nobody is signed in. */
  readonly address: number
  /** Of whoever one token of the API acts as. */
  readonly machine: number
}

/** Whom a request is counted for. */
export type Counted = {
  readonly [Kind in keyof Limits]: { readonly kind: Kind; readonly key: string }
}[keyof Limits]

/** Seconds to wait, or undefined while there is no need to. Each process counts for itself. */
export type Limiting = (request: FastifyRequest, counted: Counted) => Promise<number | undefined>

/** Counts requests, so that one person, address or machine leaves the service to the others. Without limits none is. */
export async function limitsOn(server: FastifyInstance, limits: Limits | undefined): Promise<Limiting> {
  if (limits === undefined) return () => Promise.resolve(undefined)
  await server.register(rateLimit, { global: false })
  const whom = new WeakMap<FastifyRequest, Counted>()
  const check = server.createRateLimit({
    timeWindow: '1 minute',
    max: (request) => limits[whom.get(request)?.kind ?? 'address'],
    keyGenerator: (request) => {
      const { kind, key } = whom.get(request) ?? { kind: 'address', key: request.ip }
      return `${kind} ${key}`
    },
  })
  return async (request, counted) => {
    whom.set(request, counted)
    const found = await check(request)
    return !found.isAllowed && found.isExceeded ? Math.max(1, found.ttlInSeconds) : undefined
  }
}
