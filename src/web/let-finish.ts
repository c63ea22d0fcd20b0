import { finished } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'

/** A browser that is answered while it still sends shows a broken connection and not the answer. */
export async function letFinish({ raw }: FastifyRequest): Promise<void> {
  raw.resume()
  await finished(raw, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
}
