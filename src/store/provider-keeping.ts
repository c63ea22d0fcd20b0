import type { Pool } from 'pg'
import type { AllowedDomain, IdentityProvider, ProviderId } from '../application/identity-providers.ts'
import type { PersonId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

/** A provider as the maintainer sees it. */
export interface KeptProvider {
  readonly id: ProviderId
  readonly organisation: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly claim: string
  readonly domains: readonly AllowedDomain[]
  /** How many people may sign in through it. */
  readonly people: number
  readonly made: Moment
  readonly removed?: Moment
}

/** Keeps a new provider; false when there is one of that issuer. Takes a pool of the maintainer. */
export async function keepProvider(
  maintainer: Pool,
  { id, organisation, name, issuer, clientId, claim, via }: IdentityProvider,
  domains: readonly AllowedDomain[],
): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    `with kept as (
       insert into whereabouts.identity_provider (id, organisation, name, issuer, client_id, claim, via)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id),
     allowed as (
       insert into whereabouts.identity_domain (provider, domain, role)
         select kept.id, d.domain, d.role from kept, jsonb_to_recordset($8) as d (domain text, role text))
     select from kept`,
    [id, organisation, name, issuer, clientId, claim, via, JSON.stringify(domains)],
  )
  return rowCount === 1
}

interface Row {
  readonly id: ProviderId
  readonly organisation: string
  readonly name: string
  readonly issuer: string
  readonly client_id: string
  readonly claim: string
  readonly domains: readonly AllowedDomain[]
  readonly people: number
  readonly made: Moment
  readonly removed: Moment | null
}

/** Every provider that ever was, the newest first. Takes a pool of the maintainer. */
export async function keptProviders(maintainer: Pool): Promise<readonly KeptProvider[]> {
  const text = `select p.id, o.name as organisation, p.name, p.issuer, p.client_id, p.claim, p.made, p.removed,
      coalesce((select jsonb_agg(jsonb_build_object('domain', d.domain, 'role', d.role) order by d.domain)
        from whereabouts.identity_domain d where d.provider = p.id), '[]') as domains,
      (select count(*) from whereabouts.identity i where i.provider = p.id and i.ended is null) as people
    from whereabouts.identity_provider p join whereabouts.organisation o on o.id = p.organisation
    order by p.made desc, p.id`
  const { rows } = await withConnection(maintainer, (client) => prepared<Row>(client, text))
  return rows.map(({ client_id: clientId, removed, ...row }) => ({
    ...row,
    clientId,
    ...(removed !== null && { removed }),
  }))
}

/** Nobody signs in through it from now on, and whoever is in through it is signed out. False when there was none. */
export async function removeProvider(maintainer: Pool, id: ProviderId): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    `with removed as (
       update whereabouts.identity_provider set removed = whereabouts.clock()
         where id = $1 and removed is null returning id),
     ended as (
       update whereabouts.session s set ended = whereabouts.clock()
         from whereabouts.session_through t, removed
         where t.session = s.id and t.provider = removed.id and s.ended is null)
     select from removed`,
    [id],
  )
  return rowCount === 1
}

/** Lets somebody of the directory in under a value of the identifying claim, in place of any earlier one of theirs.
    `taken` when it is somebody else's. Takes a pool of the maintainer. */
export async function admit(
  maintainer: Pool,
  provider: ProviderId,
  person: PersonId,
  value: string,
): Promise<'admitted' | 'taken' | 'no-provider'> {
  return withConnection(maintainer, async (client) => {
    await client.query('begin')
    try {
      const kept = await admitOn((text, values) => client.query(text, values), provider, person, value)
      await client.query(kept === 'admitted' ? 'commit' : 'rollback')
      return kept
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

/** Somebody signs in through it no longer, and is signed out where they did; nor does a domain make them again. False
    for whoever was not admitted. Takes a pool of the maintainer. */
export async function dismiss(maintainer: Pool, provider: ProviderId, person: PersonId): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    `with dismissed as (
       update whereabouts.identity set ended = whereabouts.clock()
         where provider = $1 and person = $2 and ended is null returning person),
     left_now as (
       update whereabouts.session s set ended = whereabouts.clock()
         from whereabouts.session_through t, dismissed d
         where t.session = s.id and t.provider = $1 and s.person = d.person and s.ended is null)
     select from dismissed`,
    [provider, person],
  )
  return rowCount === 1
}

type Query = (text: string, values: unknown[]) => Promise<{ readonly rowCount: number | null }>

async function admitOn(
  query: Query,
  provider: ProviderId,
  person: PersonId,
  value: string,
): Promise<'admitted' | 'taken' | 'no-provider'> {
  const there = 'select from whereabouts.identity_provider where id = $1 and removed is null'
  if ((await query(there, [provider])).rowCount === 0) return 'no-provider'
  await query(
    'update whereabouts.identity set ended = whereabouts.clock() where provider = $1 and person = $2 and ended is null',
    [provider, person],
  )
  const { rowCount } = await query(
    'insert into whereabouts.identity (provider, person, value) values ($1, $2, lower($3)) on conflict do nothing',
    [provider, person, value],
  )
  return rowCount === 1 ? 'admitted' : 'taken'
}
