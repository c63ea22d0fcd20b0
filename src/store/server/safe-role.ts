import type { ClientBase } from 'pg'
import { CannotStart } from './trouble.ts'

/**
 * Refuses a login that row-level security could not hold: one that is, or can become, a superuser, a role that
 * bypasses row security or reads the server's files, or the owner of anything in this database.
 */
export async function refuseUnsafeRole(login: ClientBase): Promise<void> {
  const { rows } = await login.query<{ role: string; became: string; because: string }>(dangers)
  const [danger] = rows
  if (danger === undefined) return
  const because =
    danger.role === danger.became ? danger.because : `can become ${danger.became}, which ${danger.because}`
  throw new CannotStart({ kind: 'role-unsafe', role: danger.role, because })
}

const dangers = `
  select current_user as role, r.rolname as became, d.because
  from pg_roles r
  cross join lateral (
    select 1 as rank, 'is superuser' as because where r.rolsuper
    union all select 2, 'bypasses row security' where r.rolbypassrls
    union all select 3, 'can copy the whole server by replication' where r.rolreplication
    union all select 4, 'can reach the files of the server'
      where r.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
    union all select 5, 'owns this database'
      where exists (select from pg_database where datname = current_database() and datdba = r.oid)
    union all select 6, 'owns the schema ' || nspname from pg_namespace where nspowner = r.oid
    union all select 7, 'owns the table ' || relname from pg_class
      where relowner = r.oid and relkind in ('r', 'p', 'v', 'm', 'f')
        and relnamespace <> pg_my_temp_schema()
    union all select 8, 'owns the function ' || proname from pg_proc where proowner = r.oid
  ) d
  where pg_has_role(current_user, r.oid, 'member')
  -- Its own rights are named before those it could take on.
  order by r.rolname <> current_user, d.rank, r.rolname
  limit 1`
