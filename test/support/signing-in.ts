import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { newId } from '../../src/application/ids.ts'
import type { AllowedDomain, IdentityProvider } from '../../src/application/identity-providers.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import { files } from '../../src/exchange/files/files.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { createDevices } from '../../src/store/devices.ts'
import { postOfToken } from '../../src/store/api-tokens.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createIdentityProviders } from '../../src/store/identity-providers.ts'
import { keepProvider } from '../../src/store/provider-keeping.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { createRelyingParty } from '../../src/web/oidc/relying-party.ts'
import { routes } from '../../src/web/routes.ts'
import { createServer } from '../../src/web/server.ts'
import { withDatabase, type TestDatabase } from './database.ts'
import { runProvider, type Known, type Running, type RunningProvider } from './identity-provider.ts'

/** The product with the invented people as if they were real: nobody signs in by a name alone. */
export interface Live {
  readonly database: TestDatabase
  readonly server: FastifyInstance
  readonly address: string
  readonly defects: readonly unknown[]
  /** Why a provider could not be used, as it would be logged. */
  readonly told: readonly unknown[]
  /** Starts a provider and keeps it. */
  readonly provide: (asked: Provided) => Promise<Organisation>
}

export interface Provided {
  readonly of: keyof typeof organisations
  readonly host: string
  readonly people: Readonly<Record<string, Known>>
  readonly domains?: readonly AllowedDomain[]
  readonly claim?: string
  readonly more?: Running['more']
  /** What we hold for its secret; the right one where not said. */
  readonly secret?: string
}

export type Organisation = RunningProvider & {
  readonly kept: IdentityProvider
  /** The same again after it was stopped, where it was. */
  readonly startAgain: () => Promise<RunningProvider>
}

const secret = 'for tests only, and nowhere else'

/** `good`: for how many milliseconds what a provider says of itself counts. Gives work the live product on a port of its own, with as many providers as it starts. */
export async function withLive(work: (live: Live) => Promise<void>, good?: number): Promise<void> {
  const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, demonstrationDirectory)
    const { store } = database
    const [defects, told]: unknown[][] = [[], []]
    const secrets = new Map<string, string>()
    let address = ''
    const server = await createServer({
      app: { store, protocols: { editions }, directory: () => store.directory() },
      routes,
      accounts: createAccounts(database.app),
      files,
      drafts: createDrafts(database.app, 'a secret of these tests'),
      devices: createDevices(database.app),
      sessions: createSessions(database.app, { idle: 'PT15M', longest: 'PT12H' }),
      relyingParty: createRelyingParty({
        providers: createIdentityProviders(database.app),
        secretOf: (issuer) => Promise.resolve(secrets.get(issuer)),
        address: () => address,
        report: (issuer, why) => told!.push([issuer, why]),
        ...(good !== undefined && { good }),
      }),
      postOfToken: (hash) => postOfToken(database.app, hash),
      clock: () => momentOf(Temporal.Now.instant()),
      cookieSecret: 'for tests only, and long enough',
      demonstration: false,
      report: (defect) => defects!.push(defect),
    })
    address = await server.listen({ host: '127.0.0.1', port: 0 })
    const running: RunningProvider[] = []
    const provide = async (asked: Provided): Promise<Organisation> => {
      const made = await provideOn(database, address, asked)
      secrets.set(made.issuer, asked.secret ?? secret)
      running.push(made)
      return made
    }
    try {
      await work({ database, server, address, defects: defects!, told: told!, provide })
    } finally {
      await server.close()
      await Promise.all(running.map(({ stop }) => stop()))
    }
  })
}

async function provideOn(
  { maintainer }: TestDatabase,
  address: string,
  { of, host, people, domains = [], claim = 'email', more = {} }: Provided,
): Promise<Organisation> {
  const id = newId<'identity-provider'>()
  const client = {
    id: 'whereabouts',
    secret,
    back: `${address}/sign-in/with/${id}/return`,
    afterSignOut: `${address}/sign-in`,
    backChannel: `${address}/back-channel/${id}/signed-out`,
  }
  const running: Running = { host, people, more }
  const made = await runProvider(running, () => client)
  const kept: IdentityProvider = {
    id,
    organisation: organisations[of].id,
    name: organisations[of].name,
    issuer: made.issuer,
    clientId: client.id,
    claim,
    via: [],
  }
  if (!(await keepProvider(maintainer, kept, domains))) throw new Error(`${made.issuer} is kept already`)
  const port = Number(new URL(made.issuer).port)
  return { ...made, kept, startAgain: () => runProvider({ ...running, port }, () => client) }
}
