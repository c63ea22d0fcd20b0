import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The demonstration opens every record to whoever asks, so it answers this machine alone: what came through a proxy, or
    asks for another name than this machine's own, is refused before anything else. */
export function refuseFromElsewhere(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isFromElsewhere(request)) return undefined
    return reply.code(403).type('text/plain; charset=utf-8').send(refusal)
  })
}

const refusal =
  'This is the demonstration, which answers only on the machine that it runs on: open http://127.0.0.1 there. For others, start with DEMONSTRATION=no.\n'

const carriedOn = /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-original-.+|x-client-ip|cf-connecting-ip)$/

const ownNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

function isFromElsewhere({ headers }: FastifyRequest): boolean {
  return Object.keys(headers).some((name) => carriedOn.test(name)) || !ownNames.test(headers.host ?? '')
}
