import type { FastifyInstance } from 'fastify'

/** One request that was answered, for whoever watches. The route is the pattern, so that no id and nothing that was
    looked for is in it; there is no name in it and no content. */
export interface RequestLine {
  readonly level: 'info'
  /** The id that the answer carries as `x-request-id`. A reference on an error page is its beginning. */
  readonly request: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly outcome: 'answered' | 'sent-on' | 'refused' | 'failed'
  readonly milliseconds: number
}

/** Style sheets, pictures and the questions of machines that watch are many and say nothing. */
const unsaid = /^\/assets\/|^\/health\//

export function logRequests(server: FastifyInstance, log: (line: RequestLine) => void): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const { method, id } = request
    const { statusCode: status, elapsedTime } = reply
    const milliseconds = Math.round(elapsedTime)
    if (!unsaid.test(route))
      log({ level: 'info', request: id, method, route, status, outcome: outcomeOf(status), milliseconds })
    done()
  })
}

function outcomeOf(status: number): RequestLine['outcome'] {
  if (status < 300) return 'answered'
  if (status < 400) return 'sent-on'
  return status < 500 ? 'refused' : 'failed'
}
