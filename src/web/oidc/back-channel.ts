import type { FastifyInstance } from 'fastify'
import type { ProviderId } from '../../application/identity-providers.ts'
import { parseId } from '../../kernel/ids.ts'
import { Form } from '../forms/form.ts'
import type { Limiting } from '../limits.ts'
import type { RelyingParty } from './relying-party.ts'

/** For providers, not for browsers: no cookie, no form's token. What is said has to be signed by the provider. */
export function addBackChannel(server: FastifyInstance, party: RelyingParty, limiting: Limiting): void {
  server.post<{ Params: { provider: string } }>(
    '/back-channel/:provider/signed-out',
    { bodyLimit: 64 * 1024 },
    async (request, reply) => {
      const wait = await limiting(request, { kind: 'address', key: request.ip })
      if (wait !== undefined) return reply.code(429).header('retry-after', wait).send()
      const id: ProviderId | undefined = parseId(request.params.provider)
      const token = Form.of(request.body).text('logout_token')
      const held = id !== undefined && (await party.ended(id, token))
      reply.header('cache-control', 'no-store')
      return held ? reply.code(200).send() : reply.code(400).send({ error: 'invalid_request' })
    },
  )
}
