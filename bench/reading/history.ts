import type { ClientBase, Pool } from 'pg'
import type { Post } from '../../src/domain/child/directory.ts'
import type { Child } from './nights.ts'

/** What the board's statements read or write, and what grows with every episode. */
const tables = ['episode_card', 'duty', 'access_grant'] as const

/**
 * Multiplies one settled child until there are so many episodes: the same rows under other ids, each child's days a
 * little earlier than the last one's, and a look at each episode. The grants are those of `readers`. Rows are copied
 * within the database, and then everything is analysed. Gives in words how that was done.
 */
export async function fillHistory(
  owner: Pool,
  { child, episodes }: Child,
  wanted: number,
  readers: readonly Post[],
): Promise<string> {
  const began = performance.now()
  const copies = Math.round(wanted / episodes.size) - 1
  const client = await owner.connect()
  try {
    // Nothing of this is a record: neither triggers nor the disk are asked.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set timezone = 'UTC'`)
    const counts: string[] = []
    for (const table of tables) {
      const only =
        table === 'access_grant' ? `and t.post in (${readers.map(({ id }) => `'${id}'`).join()})` : ''
      counts.push(`${await multiplied(client, table, child, copies, only)} of ${table}`)
    }
    counts.push(`${await looked(client, readers[0])} of look`)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const kind = `one settled child of ${episodes.size}, as the rules left them, copied by SQL under other ids and days`
    return `${wanted} closed episodes: ${kind} (rows: ${counts.join(', ')}), in ${seconds} s`
  } finally {
    client.release(true)
  }
}

async function multiplied(
  client: ClientBase,
  table: string,
  child: string,
  copies: number,
  only: string,
): Promise<number> {
  await client.query(`alter table whereabouts.${table} set unlogged`)
  const remade = await withoutIndexes(client, table)
  const columns = await columnsOf(client, table)
  const { rowCount } = await client.query(
    `insert into whereabouts.${table} (${columns.map(({ name }) => name).join(', ')})
     select ${columns.map(({ name, type }) => copied(name, type)).join(', ')}
     from whereabouts.${table} t cross join generate_series(1, ${copies}) n
     where t.subject = '${child}' ${only}`,
  )
  for (const statement of remade) await client.query(statement)
  return rowCount ?? 0
}

/** Each episode was looked at once. */
async function looked(client: ClientBase, by: Post | undefined): Promise<number> {
  const { rowCount } = await client.query(
    `insert into whereabouts.look (at, person, post, what, children, salt, said, commitment)
     select from_at, $1, $2, 'episode', array[subject], uuid_send(gen_random_uuid()),
       sha256(uuid_send(episode)), sha256(uuid_send(subject))
     from whereabouts.episode_card`,
    [by?.person, by?.id],
  )
  return rowCount ?? 0
}

/** Another child's ids, made from this one's, and earlier days. */
function copied(column: string, type: string): string {
  if (column === 'subject' || column === 'episode' || column === 'stream' || column === 'met_by')
    return `md5(t.${column}::text || n)::uuid`
  if (type.startsWith('timestamp')) return `t.${column} - make_interval(mins => n % 1000000)`
  return `t.${column}`
}

interface Column {
  readonly name: string
  readonly type: string
}

async function columnsOf(client: ClientBase, table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`whereabouts.${table}`],
  )
  return rows
}

/** Takes keys and indexes away, and gives the statements that make them again: building them once is quicker. */
async function withoutIndexes(client: ClientBase, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u')
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index where indrelid = $1::regclass
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [`whereabouts.${table}`],
  )
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ make }) => make)
}
