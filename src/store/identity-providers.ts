import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type {
  IdentityProvider,
  IdentityProviders,
  ProviderId,
  SignInRequest,
  Through,
} from '../application/identity-providers.ts'
import type { OrganisationId, PersonId } from '../domain/episode/entry.ts'
import { prepared } from './query.ts'
import { hashOfSecret, seal, unseal } from './sealing.ts'
import { withConnection } from './transaction.ts'

interface ProviderRow {
  readonly id: ProviderId
  readonly organisation: OrganisationId
  readonly name: string
  readonly issuer: string
  readonly client_id: string
  readonly claim: string
  readonly via: readonly string[]
}

interface SealedRow {
  readonly provider: ProviderId
  readonly sealed: Buffer
}

/** How long somebody may take at their provider. */
const patience = 'PT10M'
const aRequest = 'a sign-in request'
const anIdToken = 'an id token'

/** Providers over a pool of the application, which calls functions and reads no table of them. */
export function createIdentityProviders(app: Pool): IdentityProviders {
  const rows = async <Row extends object>(
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> =>
    (await withConnection(app, (client) => prepared<Row>(client, text, values))).rows
  return {
    list: async () =>
      (await rows<ProviderRow>('select * from whereabouts.identity_providers()', [])).map(providerOf),
    keep: async (cookie, state, provider, request) => {
      const text = 'select whereabouts.keep_sign_in_request($1, $2, $3, $4::text::interval)'
      const secret = together(cookie, state)
      await rows(text, [hashOf(secret), provider, seal(secret, aRequest, request), patience])
    },
    take: async (cookie, state) => {
      const secret = together(cookie, state)
      const text = 'select * from whereabouts.take_sign_in_request($1)'
      const [row] = await rows<SealedRow>(text, [hashOf(secret)])
      return row && { provider: row.provider, request: unseal(secret, aRequest, row.sealed) as SignInRequest }
    },
    recognise: async (provider, { subject, value, name }) => {
      const text = 'select whereabouts.recognise($1, $2, $3, $4) as person'
      const values = [provider, subject, value ?? null, name?.slice(0, 200) ?? null]
      const [row] = await rows<{ person: PersonId | null }>(text, values)
      return row?.person ?? undefined
    },
    throughOf: async (secret) => {
      const text = 'select * from whereabouts.session_through_of($1)'
      const [row] = await rows<SealedRow>(text, [hashOfSecret(secret)])
      return row && { provider: row.provider, idToken: unseal(secret, anIdToken, row.sealed) as string }
    },
    ended: async (provider, { sid, subject, at }) => {
      const text = 'select whereabouts.end_sessions_through($1, $2, $3, $4) as n'
      const [row] = await rows<{ n: number }>(text, [provider, sid ?? null, subject ?? null, at])
      return row?.n ?? 0
    },
  }
}

/** With the session that the secret opens, in the transaction that opens it. */
export async function keepThrough(client: PoolClient, secret: string, through: Through): Promise<void> {
  const { provider, subject, sid, acr, amr, authenticated, idToken } = through
  const text = 'select whereabouts.keep_session_through($1, $2, $3, $4, $5, $6, $7, $8)'
  const said = [provider, subject, sid ?? null, acr ?? null, amr]
  const sealed = seal(secret, anIdToken, idToken)
  await prepared(client, text, [hashOfSecret(secret), ...said, sealed, authenticated ?? null])
}

function providerOf({ client_id: clientId, ...row }: ProviderRow): IdentityProvider {
  const { id, organisation, name, issuer, claim, via } = row
  return { id, organisation, name, issuer, clientId, claim, via }
}

/** Neither the browser's cookie nor the provider's answer finds a request without the other. */
function together(cookie: string, state: string): string {
  return `${cookie}\n${state}`
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
