import { createHmac, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Application } from './application/carry-out.ts'
import { freezingOnReport } from './application/commands/freeze-pack.ts'
import type { Health } from './application/health.ts'
import { createAttestor, mailerOf, receiversOf, signingKeyOf } from './attesting.ts'
import { careRowsOf, type ProjectCare } from './application/projections/care.ts'
import type { Config } from './config.ts'
import { readExpectedCare } from './exchange/care-files.ts'
import { files } from './exchange/files/files.ts'
import { readQuestionSets } from './exchange/interview-files.ts'
import { readProtocols } from './exchange/protocol-files.ts'
import { providerSecrets, type ProviderSecrets } from './exchange/provider-secrets.ts'
import { momentOf, type Moment } from './kernel/moment.ts'
import { accessIdOf, childIdOf } from './cli/demonstration/child-plan.ts'
import { children } from './cli/demonstration/children.ts'
import { clockAt } from './cli/demonstration/clock.ts'
import { loadDemonstration } from './cli/demonstration/load.ts'
import { inventedDevices } from './cli/demonstration/devices.ts'
import { demonstrationDirectory } from './cli/demonstration/partnership.ts'
import type { Progress } from './cli/progress-bar.ts'
import { settledKind, type Kind } from './store/account-keeping.ts'
import { createAccounts } from './store/accounts.ts'
import { createDevices } from './store/devices.ts'
import { createChildDoors } from './store/child-doors.ts'
import { postOfToken } from './store/api-tokens.ts'
import { readAttested } from './store/checkpoints/sendings.ts'
import { carryRotaOn, keepDirectory, readDirectory } from './store/directory.ts'
import { recordRun } from './store/record-run.ts'
import { CannotStart } from './store/server/trouble.ts'
import { readHealth } from './store/health.ts'
import { migrationsIn } from './store/migrate.ts'
import { createIdentityProviders } from './store/identity-providers.ts'
import { openPool, withPool, type Connected } from './store/pool.ts'
import { createPublisher } from './store/publisher.ts'
import type { Connections } from './store/server/connections.ts'
import { createDrafts } from './store/drafts.ts'
import { createSessions } from './store/sessions.ts'
import { createStore } from './store/store.ts'
import type { RequestLine } from './web/request-log.ts'
import { defectLine } from './web/defect-line.ts'
import { createServer } from './web/server.ts'
import { createRelyingParty, type RelyingParty } from './web/oidc/relying-party.ts'
import type { Invented } from './web/own/route.ts'
import { routes } from './web/routes.ts'
import { createTeller } from './telling.ts'

/** The pages being served, and how to end that. */
export interface Serving {
  readonly address: string
  /** The one line that tells a newcomer how to get in. */
  readonly signIn: string
  readonly close: () => Promise<void>
}

/** A wall of screens is one person's; a shift that changes signs in from one address. */
const limits = { person: 600, address: 120, machine: 1200 }

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))
const protocols = fileURLToPath(new URL('../protocols', import.meta.url))
const interviews = fileURLToPath(new URL('../interviews', import.meta.url))
const expectedCare = fileURLToPath(new URL('../expected-care', import.meta.url))

/** The application over one pool of connections: the application role's for people, the maintainer's for import.
    `recordedAt` is for the demonstration alone. */
export async function applicationOver(pool: Connected, recordedAt?: () => Moment): Promise<Application> {
  const editions = await readExpectedCare(expectedCare)
  const projectCare = (...record: Parameters<ProjectCare>) => careRowsOf(editions, ...record)
  const store = createStore({ app: pool, projectCare, ...(recordedAt && { recordedAt }) })
  return {
    store,
    protocols: { editions: await readProtocols(protocols) },
    questionSets: await readQuestionSets(interviews),
    expectedCare: editions,
    directory: () => store.directory(),
  }
}

/** Loads the invented partnership unless it is there already, whole. Throws CannotStart where the database holds others'
    organisations: nobody invented is ever put among real people. */
export async function demonstrate({ maintainer }: Connections, progress: Progress): Promise<void> {
  await withPool(maintainer, 4, async (pool) => {
    const { organisations } = await readDirectory(pool)
    const invented = new Set(demonstrationDirectory.organisations.map(({ id }) => id))
    if (organisations.length === 0) await recordRun(pool, randomUUID(), 'demonstration', 'a first start')
    else if (!organisations.some(({ id }) => invented.has(id)))
      throw new CannotStart({ kind: 'not-a-demonstration' })
    await holdPoolTo(pool, 'demonstration')
    await loadDemonstration({
      applicationAt: (recordedAt) => applicationOver(pool, recordedAt),
      keepDirectory: (directory) => keepDirectory(pool, directory),
      progress,
    })
  })
}

/** Holds a start without the demonstration to what the database was begun as. Throws CannotStart for the other. */
export function holdToLive({ maintainer }: Connections): Promise<void> {
  return withPool(maintainer, 1, (pool) => holdPoolTo(pool, 'live'))
}

/** Takes a pool of the maintainer. */
export async function holdPoolTo(pool: Connected, wanted: Kind): Promise<void> {
  const is = await settledKind(pool, wanted)
  if (is !== wanted) throw new CannotStart({ kind: 'other-kind', is })
}

/** Pages and publisher on one database. Closing ends both, and waits for what is under way. */
export async function serve(connections: Connections, config: Config): Promise<Serving> {
  await withPool(connections.maintainer, 1, carryRotaOn)
  const people = openPool(connections.app, 16)
  const worker = openPool(connections.worker, 4)
  const publisher = createPublisher({ worker })
  const attestor = attesting(worker, config)
  let at = ''
  const server = await createServer({
    app: freezingOnReport(
      { ...(await applicationOver(people)), photographsFreshFor: config.photographsFreshFor },
      files,
      (error) => logDefect(error, 'none', 'pack'),
    ),
    routes,
    sessions: createSessions(people, { idle: config.sessionIdle, longest: config.sessionLongest }),
    drafts: createDrafts(people, cookieSecretOf(connections)),
    accounts: createAccounts(people),
    doors: createChildDoors(people),
    ...(config.demonstration && inventedChild()),
    files,
    devices: createDevices(people),
    ...(config.demonstration && { invented: inventedDevices }),
    address: config.address,
    secure: config.address?.startsWith('https:') === true,
    // Of invented people nobody has to be kept waiting.
    ...(!config.demonstration && { limits }),
    behindProxy: config.address !== undefined,
    postOfToken: (hash) => postOfToken(people, hash),
    health: () => healthOf(people),
    clock: () => momentOf(Temporal.Now.instant()),
    cookieSecret: cookieSecretOf(connections),
    demonstration: config.demonstration,
    ...(!config.demonstration && { relyingParty: relyingPartyOf(people, config, () => at) }),
    report: logDefect,
    // On a terminal that shows the demonstration these lines would bury the address to open.
    ...((!config.demonstration || !process.stderr.isTTY) && { log: logRequest }),
  })
  const address = await server.listen({ host: config.host, port: config.port })
  at = config.address ?? address
  const teller = createTeller({
    worker,
    mailer: mailerOf(config),
    address: at,
    onTrouble: (error) => logDefect(error, 'none', 'notices'),
  })
  return {
    address,
    signIn: config.demonstration
      ? `Sign in at ${address}/sign-in as any of the invented people: no password in the demonstration.`
      : `Sign in at ${config.address ?? address}/sign-in. The first person is made by: npx whereabouts user add.`,
    close: async () => {
      await server.close()
      await Promise.all([attestor?.stop(), teller.stop()])
      await publisher.stop()
      await Promise.all([people.end(), worker.end()])
    },
  }
}

/** Tyler, whose worker gave him access. The id of that entry does not change with the hour. */
function inventedChild(): { readonly inventedChild?: Invented } {
  const plan = children.find(({ access }) => access !== undefined)
  const access = plan && accessIdOf(plan, clockAt(momentOf(Temporal.Now.instant())))
  if (plan === undefined || access === undefined) return {}
  const comeIn = { child: childIdOf(plan.key), access }
  return { inventedChild: { name: plan.identity.name ?? plan.key, comeIn } }
}

/** The demonstration has none. Nothing is asked of a provider before somebody needs it. */
function relyingPartyOf(people: Connected, config: Config, address: () => string): RelyingParty {
  const secrets = secretsOf(config)
  return createRelyingParty({
    providers: createIdentityProviders(people),
    secretOf: (issuer) => Promise.resolve(secrets.secretOf(issuer)),
    address,
    report: (issuer, why) => logDefect(why, 'none', `identity provider ${issuer}`),
  })
}

/** The maintainer keeps them, and each node reads them. */
export function secretsOf({ data, providerSecrets: given }: Config): ProviderSecrets {
  return providerSecrets(data, given)
}

async function healthOf(people: Connected): Promise<Health> {
  const lastCheckpoint = await readAttested(people)
  const known = migrationsIn(migrations).length
  return { ...(await readHealth(people)), ...(lastCheckpoint && { lastCheckpoint }), known }
}

/** Checkpoints each day. A key that cannot be used keeps nobody from reporting a child: it is told of, and nothing is signed. */
function attesting(worker: Connected, config: Config): ReturnType<typeof createAttestor> | undefined {
  try {
    const key = signingKeyOf(config)
    if (key === undefined) return undefined
    const onTrouble = (error: unknown) => logDefect(error, 'none', 'checkpoints')
    return createAttestor({ worker, key, receivers: receiversOf(config), onTrouble })
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.error(error.message)
    return undefined
  }
}

/** Every node of one database has the same, so that a browser may be answered by any of them. */
function cookieSecretOf({ app }: Connections): string {
  return createHmac('sha256', String(app.password)).update('cookies').digest('hex')
}

function logRequest(line: RequestLine): void {
  console.error(JSON.stringify({ at: momentOf(Temporal.Now.instant()), ...line }))
}

function logDefect(defect: unknown, reference: string, route: string): void {
  const at = momentOf(Temporal.Now.instant())
  console.error(JSON.stringify({ at, ...defectLine(defect, reference, route) }))
}
