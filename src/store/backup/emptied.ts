import type { ClientBase } from 'pg'
import { BackupRefused } from './refusal.ts'
import { landedIn, tablesIn } from './contents.ts'

/** What migrations themselves put into a table, so that it does not count as being in use. */
const seeded: Readonly<Record<string, string>> = {
  chain_head: 'position = 0',
  // A start writes it, whatever comes in afterwards.
  installation: 'true',
  directory_version: 'true',
}

const someoneElses = `
  select c.oid::regclass::text as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'whereabouts')
    and n.nspname !~ '^pg_(toast|temp)' and c.oid is distinct from to_regclass('public.schema_version')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1 limit 1`

/** Whoever is at work on the database as the product does: a running node, another command. */
const sessions = `
  select count(*)::int as sessions from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()
    and usename in ('whereabouts_app', 'whereabouts_worker', 'whereabouts_maintainer')`

/** Makes a database that holds nothing into one that was never prepared, in one transaction. Throws BackupRefused for
    one that holds anything, and changes nothing then. */
export async function makeBare(owner: ClientBase): Promise<void> {
  await owner.query('begin')
  try {
    await refuseInUse(owner)
    const foreign = await owner.query<{ name: string }>(someoneElses)
    const [other] = foreign.rows
    if (other !== undefined) throw new BackupRefused({ kind: 'not-empty', what: `it has ${other.name}` })
    if ((await landedIn(owner)).length > 0) await refuseRows(owner)
    await owner.query('drop schema if exists whereabouts cascade')
    await owner.query('drop table if exists public.schema_version')
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

async function refuseInUse(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ sessions: number }>(sessions)
  const count = rows[0]?.sessions ?? 0
  if (count > 0) throw new BackupRefused({ kind: 'in-use', sessions: count })
}

async function refuseRows(owner: ClientBase): Promise<void> {
  for (const { name, forced } of await tablesIn(owner)) {
    // An owner who is no superuser is shown no row of a table that forces row security.
    if (forced) await owner.query(`alter table whereabouts."${name}" no force row level security`)
    const ours = seeded[name]
    const { rowCount } = await owner.query(
      `select from whereabouts."${name}" ${ours === undefined ? '' : `where not (${ours})`} limit 1`,
    )
    if (rowCount !== 0) throw new BackupRefused({ kind: 'not-empty', what: `its table ${name} has rows` })
  }
}
