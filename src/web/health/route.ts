import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { AskHealth, Health } from '../../application/health.ts'
import { readiness, type Readiness } from './readiness.ts'

const patience = 3_000

/** For machines that watch the product: no sign-in, no page, no child. `live` says that this process answers; `ready`
    that it can do its work, and is 503 when it cannot. */
export function addHealth(server: FastifyInstance, ask: AskHealth): void {
  server.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ live: true }),
  )
  server.get('/health/ready', async (_request, reply) => {
    const said = readiness(await answered(ask))
    return reply.code(statusOf(said)).header('cache-control', 'no-store').send(said)
  })
}

/** Undefined for a database that fails, or that says nothing for so long that nobody would wait for a page. */
async function answered(ask: AskHealth): Promise<Health | undefined> {
  const enough = new AbortController()
  const tooLong = pause(patience, undefined, { signal: enough.signal }).catch(() => undefined)
  try {
    return await Promise.race([ask().catch(() => undefined), tooLong])
  } finally {
    enough.abort()
  }
}

function statusOf({ ready }: Readiness): 200 | 503 {
  return ready ? 200 : 503
}
