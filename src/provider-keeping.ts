import { randomUUID } from 'node:crypto'
import { organisationOf } from './application/author.ts'
import { domainRoles, type AllowedDomain, type IdentityProvider } from './application/identity-providers.ts'
import { newId } from './application/ids.ts'
import type { House, ProviderAsked } from './cli/house.ts'
import type { Directory } from './domain/child/directory.ts'
import type { ProviderSecrets } from './exchange/provider-secrets.ts'
import { parseId } from './kernel/ids.ts'
import { readDirectory } from './store/directory.ts'
import { withPool, type Connected } from './store/pool.ts'
import { admit, dismiss, keepProvider, keptProviders, removeProvider } from './store/provider-keeping.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

/** The maintainer's work on identity providers. Who added, removed and admitted is in the record of runs; a secret is not. */

type Providers = House['providers']

export function addProvider(
  { maintainer }: Connections,
  secrets: ProviderSecrets,
  address: string,
  asked: ProviderAsked,
): ReturnType<Providers['add']> {
  return withPool(maintainer, 1, async (pool) => {
    const directory = await readDirectory(pool)
    const organisation = directory.organisations.find(
      ({ id, name }) => id === parseId(asked.organisation) || name === asked.organisation,
    )
    if (organisation === undefined)
      return refused(`There is no organisation ${asked.organisation} in the directory.`)
    const unfit = unfitness(asked)
    if (unfit !== undefined) return refused(unfit)
    const { issuer, clientId, claim, via, secret } = asked
    const name = asked.name ?? organisation.name
    const id = newId<'identity-provider'>()
    const provider: IdentityProvider = {
      id,
      organisation: organisation.id,
      name,
      issuer,
      clientId,
      claim,
      via: via.map((text) => new URL(text).origin),
    }
    if ((await keptProviders(pool)).some((kept) => kept.issuer === issuer && kept.removed === undefined))
      return refused(`There is a provider of ${issuer} already: remove it first.`)
    const allowed = asked.domains.map(({ domain }) => domain).join(', ') || 'none'
    const reason = `${id}: ${issuer} as ${clientId} for ${organisation.name}, by ${claim}, domains ${allowed}`
    await recordRun(pool, randomUUID(), 'provider add', reason)
    if (secret !== undefined) secrets.keep(issuer, secret)
    if (!(await keepProvider(pool, provider, asked.domains as readonly AllowedDomain[])))
      return refused(`There is a provider of ${issuer} already: remove it first.`)
    return { kind: 'added', id, secret: secrets.whereOf(issuer), register: addressesOf(address, id) }
  })
}

/** What has to be registered at the provider. */
function addressesOf(address: string, id: string) {
  return {
    redirect: `${address}/sign-in/with/${id}/return`,
    afterSignOut: `${address}/sign-in`,
    backChannel: `${address}/back-channel/${id}/signed-out`,
  }
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function unfitness({ issuer, via, domains }: ProviderAsked): string | undefined {
  const url = URL.parse(issuer)
  if (url === null || url.search !== '' || url.hash !== '')
    return 'The issuer must be a URL, exactly as its tokens say it.'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname)))
    return 'The issuer must begin with https://, unless it runs on this machine.'
  const odd = via.find((text) => URL.parse(text) === null)
  if (odd !== undefined) return `${odd} must be an address such as https://sign-in.example.org.`
  const bad = domains.find(({ domain }) => !/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(domain))
  if (bad !== undefined) return `${bad.domain} is no domain such as council.example.`
  const high = domains.find(({ role }) => !domainRoles.some((one) => one === role))
  if (high === undefined) return undefined
  return `A domain lets people in only as ${domainRoles.join(', ')}: these see no child until somebody allocates them.`
}

export function listProviders(
  { maintainer }: Connections,
  secrets: ProviderSecrets,
): ReturnType<Providers['list']> {
  return withPool(maintainer, 1, async (pool) =>
    (await keptProviders(pool)).map((kept) => ({ ...kept, secret: secrets.whereOf(kept.issuer) })),
  )
}

export function endProvider({ maintainer }: Connections, asked: string): ReturnType<Providers['remove']> {
  return withPool(maintainer, 1, async (pool) => {
    const id = parseId<'identity-provider'>(asked)
    if (id === undefined) return false
    await recordRun(pool, randomUUID(), 'provider remove', id)
    return removeProvider(pool, id)
  })
}

export function admitPerson(
  { maintainer }: Connections,
  asked: Parameters<Providers['admit']>[0],
): ReturnType<Providers['admit']> {
  return withPool(maintainer, 1, async (pool) => {
    const found = await meant(pool, asked)
    if (found.kind === 'refused') return found
    const { provider, person } = found
    await recordRun(pool, randomUUID(), 'provider admit', `${person} as ${asked.as} at ${provider}`)
    const kept = await admit(pool, provider, person, asked.as)
    if (kept === 'admitted') return { kind: 'admitted', person }
    return refused(`${asked.as} is somebody else's there already.`)
  })
}

export function dismissPerson(
  { maintainer }: Connections,
  asked: Parameters<Providers['dismiss']>[0],
): ReturnType<Providers['dismiss']> {
  return withPool(maintainer, 1, async (pool) => {
    const found = await meant(pool, asked)
    if (found.kind === 'refused') return found
    const { provider, person } = found
    await recordRun(pool, randomUUID(), 'provider dismiss', `${person} at ${provider}`)
    if (await dismiss(pool, provider, person)) return { kind: 'dismissed', person }
    return refused(`${asked.person} does not sign in there.`)
  })
}

/** A provider that is kept, and one person of its organisation. */
async function meant(
  pool: Connected,
  { id, person: name }: { readonly id: string; readonly person: string },
) {
  const directory = await readDirectory(pool)
  const provider = (await keptProviders(pool)).find((kept) => kept.id === parseId(id))
  if (provider === undefined || provider.removed !== undefined)
    return refused(`There is no provider ${id}: see whereabouts provider list.`)
  const people = peopleNamed(directory, provider.organisation, name)
  const [person] = people
  if (person !== undefined && people.length === 1)
    return { kind: 'meant', provider: provider.id, person } as const
  const found = people.length === 0 ? 'Nobody' : `${people.length} people`
  return refused(`${found} of ${provider.organisation} is called ${name}: name one by their id.`)
}

/** People who hold a post in that organisation, by their whole name or their id. */
function peopleNamed({ organisations, posts }: Directory, at: string, asked: string) {
  const theirs = posts.filter(
    ({ person, personName, organisation }) =>
      (person === parseId(asked) || personName === asked) &&
      organisationOf({ organisations, posts }, organisation).name === at,
  )
  return [...new Set(theirs.map(({ person }) => person))]
}

function refused(why: string) {
  return { kind: 'refused', why } as const
}
