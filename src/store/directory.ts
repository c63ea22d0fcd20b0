import type { Pool, PoolClient } from 'pg'
import type { Directory, Organisation, Post } from '../domain/child/directory.ts'
import { offDuty } from '../domain/child/rota.ts'
import type { Shift } from '../domain/child/shift.ts'
import { plus, type Moment } from '../kernel/moment.ts'
import { fromStored, toStored, type Columns } from './projection-rows.ts'
import { prepared, rowsOf, sqlOf } from './query.ts'
import { withConnection } from './transaction.ts'

const organisationColumns: Columns<Organisation> = {
  id: 'id',
  name: 'name',
  kind: 'kind',
  telephone: 'telephone',
  outOfHoursTelephone: 'out_of_hours_telephone',
  levels: 'levels',
  jointProtocol: 'joint_protocol',
  force: 'force',
}

const postColumns: Columns<Post> = {
  id: 'id',
  person: 'person',
  personName: 'person_name',
  organisation: 'organisation',
  team: 'team',
  role: 'role',
  telephone: 'telephone',
  from: 'from_day',
  until: 'until_day',
  allHours: 'all_hours',
  fosters: 'fosters',
  vouchedBy: 'vouched_by',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  mail: 'mail',
}

const shiftColumns: Columns<Shift> = {
  id: 'id',
  organisation: 'organisation',
  name: 'name',
  hours: 'hours',
  posts: 'posts',
  from: 'from_day',
  until: 'until_day',
}

/** Everyone who could answer, by name. It is about no child, so nobody has to say who asks. */
export function readDirectory(pool: Pool): Promise<Directory> {
  return withConnection(pool, readOn)
}

/** The directory as it was last read, which is read again when the database has another version of it. */
export interface KeptDirectory {
  /** As it is now. */
  readonly now: () => Promise<Directory>
  /** For a transaction that was told the version: as it is there, or newer. */
  readonly at: (version: string, client: PoolClient) => Promise<Directory>
}

export function keptDirectory(pool: Pool): KeptDirectory {
  let kept: { readonly version: string; readonly directory: Directory } | undefined
  // The version is known before the rest is read: what changes in between is read again by the next who asks.
  const at = async (version: string, client: PoolClient) => {
    if (kept?.version === version) return kept.directory
    const directory = await readOn(client)
    kept = { version, directory }
    return directory
  }
  const now = () =>
    withConnection(pool, async (client) => {
      const found = await prepared<{ version: string }>(
        client,
        'select version from whereabouts.directory_version',
      )
      const [row] = found.rows
      if (row === undefined) throw new Error('The directory has no version')
      return at(row.version, client)
    })
  return { now, at }
}

async function readOn(client: PoolClient): Promise<Directory> {
  const organisations = await rowsOf(client, sqlOf.selectFrom('organisation').selectAll().orderBy('name'))
  const posts = await rowsOf(
    client,
    sqlOf.selectFrom('post').selectAll().orderBy('person_name').orderBy('id'),
  )
  const shifts = await rowsOf(client, sqlOf.selectFrom('shift').selectAll().orderBy('name').orderBy('id'))
  return {
    ...(shifts.length > 0 && { shifts: shifts.map((row) => fromStored<Shift>(shiftColumns, row)) }),
    organisations: organisations.map((row) => fromStored<Organisation>(organisationColumns, row)),
    posts: posts.map((row) => fromStored<Post>(postColumns, row)),
  }
}

/** Adds organisations, posts and shifts, and brings those that are known by their id up to date. Nobody is taken out: a
    post and a shift end by their `until`. Takes a pool of the maintainer. */
export async function keepDirectory(
  maintainer: Pool,
  { organisations, posts, shifts = [] }: Directory,
): Promise<void> {
  await inOneChange(maintainer, async (client) => {
    await keep(client, 'organisation', organisationColumns, organisations)
    await keep(client, 'post', postColumns, posts)
    await keep(client, 'shift', shiftColumns, shifts)
    await keepOffDuty(client)
  })
}

/** Works out the rota for another year: at each start, because time goes on where nothing of the directory changes. Takes
    a pool of the maintainer. */
export async function carryRotaOn(maintainer: Pool): Promise<void> {
  await inOneChange(maintainer, keepOffDuty)
}

async function inOneChange(maintainer: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  await withConnection(maintainer, async (client) => {
    await client.query('begin')
    try {
      // One change of the directory at a time: the later one sees what the earlier one left.
      await client.query('lock table whereabouts.off_duty in share row exclusive mode')
      await work(client)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

/** How long ahead it is worked out who is off duty. After that nobody is, so that a rota that nobody looks after keeps no
    child from a team. */
const ahead = 'PT9600H'

/** Works out anew, from now on, when each post of a duty team is off duty. */
async function keepOffDuty(client: PoolClient): Promise<void> {
  const { rows } = await prepared<{ now: Moment }>(client, 'select whereabouts.clock() as now')
  const [{ now } = { now: undefined }] = rows
  if (now === undefined) throw new Error('The database has no clock')
  const window = { from: plus(now, '-PT24H'), until: plus(now, ahead) }
  const spans = [...offDuty(await readOn(client), window)].flatMap(([post, some]) =>
    some.map(({ from, until }) => ({ post, from_at: from, until_at: until })),
  )
  await client.query('delete from whereabouts.off_duty')
  await prepared(
    client,
    'insert into whereabouts.off_duty select * from jsonb_populate_recordset(null::whereabouts.off_duty, $1)',
    [JSON.stringify(spans)],
  )
}

async function keep(
  client: PoolClient,
  table: 'organisation' | 'post' | 'shift',
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  const fields = Object.entries(columns)
  const stored = rows.map((row) => toStored(columns, row))
  const changes = fields.map(([, column]) => `${column} = excluded.${column}`).join(', ')
  const text = `insert into whereabouts.${table}
    select * from jsonb_populate_recordset(null::whereabouts.${table}, $1)
    on conflict (id) do update set ${changes}`
  await prepared(client, text, [JSON.stringify(stored)])
}
