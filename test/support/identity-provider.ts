import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Context } from 'oidc-provider'

/** Somebody whom the provider knows: they sign in there with their subject as name and any password. */
export type Known = Readonly<Record<string, unknown>>

export interface Client {
  readonly id: string
  readonly secret: string
  readonly back: string
  readonly afterSignOut: string
  readonly backChannel: string
}

/** An organisation's own sign-in: the real provider, in this process, on an address of its own. */
export interface RunningProvider {
  readonly issuer: string
  readonly stop: () => Promise<void>
}

export interface Running {
  /** Of this machine's own: 127.0.0.2, so that its cookies are not the product's. */
  readonly host: string
  readonly people: Readonly<Record<string, Known>>
  /** Beside what the tests always use; `told` are listeners for its events. */
  readonly more?: object & { readonly told?: Readonly<Record<string, () => void>> }
  /** Where it ran before. */
  readonly port?: number
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signing = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }

/** `clientOf` is told the issuer, since what is registered there may rest on it. */
export async function runProvider(
  { host, people, more: { told = {}, ...more } = {}, port = 0 }: Running,
  clientOf: (issuer: string) => Promise<Client> | Client,
): Promise<RunningProvider> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`
  const { id, secret, back, afterSignOut, backChannel } = await clientOf(issuer)
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: id,
        client_secret: secret,
        redirect_uris: [back],
        post_logout_redirect_uris: [afterSignOut],
        backchannel_logout_uri: backChannel,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [signing] },
    cookies: { keys: ['for tests only'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      acr: null,
      amr: null,
      sid: null,
      auth_time: null,
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    findAccount: (_context: unknown, subject: string) =>
      Object.hasOwn(people, subject)
        ? { accountId: subject, claims: () => ({ sub: subject, ...people[subject] }) }
        : undefined,
    // Nobody is asked whether their own organisation may say who they are.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    // It refuses to talk to this machine, which is where the tests are.
    fetch: (url: string, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
    ...more,
  })
  for (const [event, listener] of Object.entries(told)) provider.on(event, listener)
  server.on('request', provider.callback())
  return { issuer, stop: () => stop(server) }
}

async function stop(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close').catch(() => undefined)
}
