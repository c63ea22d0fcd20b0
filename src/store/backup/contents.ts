import type { ClientBase } from 'pg'
import { BackupRefused } from './refusal.ts'

/** The first thing that a backup says: what it is of. */
export interface Contents {
  readonly made: string
  readonly schema: { readonly at: number; readonly migrations: readonly Landed[] }
  /** Each after those that it refers to. */
  readonly tables: readonly TableContents[]
  readonly sequences: readonly SequenceAt[]
}

interface Landed {
  readonly name: string
  readonly checksum: string
}

export interface TableContents {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
}

/** How far the numbers of a column have been handed out. */
interface SequenceAt {
  readonly table: string
  readonly column: string
  readonly last: string | null
}

/** Said after the rows of a table. */
export interface TableEnd {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/** The migrations that a database was built with, in order; none for a database that was never prepared. */
export async function landedIn(owner: ClientBase): Promise<readonly Landed[]> {
  const there = await owner.query<{ there: boolean }>(
    `select to_regclass('public.schema_version') is not null as there`,
  )
  if (there.rows[0]?.there !== true) return []
  const { rows } = await owner.query<Landed>(
    'select name, checksum from public.schema_version order by number',
  )
  return rows
}

export type Table = Omit<TableContents, 'rows'> & { readonly forced: boolean }

/** The tables of the record, each after those that it refers to; columns that are computed are left out. */
export async function tablesIn(owner: ClientBase): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table & { readonly after: readonly string[] }>(
    `select c.relname as name, c.relforcerowsecurity as forced,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(select o.confrelid::regclass::text from pg_constraint o
             where o.conrelid = c.oid and o.contype = 'f' and o.confrelid <> c.oid) as after
     from pg_class c
     where c.relnamespace = 'whereabouts'::regnamespace and c.relkind = 'r'
     order by c.relname`,
  )
  const ordered: Table[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter(({ after }) =>
      after.every((name) => ordered.some((table) => `whereabouts.${table.name}` === name)),
    )
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle')
    ordered.push(...ready.map(({ name, columns, forced }) => ({ name, columns, forced })))
    waiting = waiting.filter((table) => !ready.includes(table))
  }
  return ordered
}

export async function sequencesIn(owner: ClientBase): Promise<readonly SequenceAt[]> {
  const { rows } = await owner.query<SequenceAt>(
    `select t.relname as table, a.attname as column, s.last_value::text as last
     from pg_sequences s
     join pg_class q on q.relname = s.sequencename and q.relnamespace = 'whereabouts'::regnamespace
     join pg_depend d on d.objid = q.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     join pg_class t on t.oid = d.refobjid
     join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
     where s.schemaname = 'whereabouts'
     order by 1, 2`,
  )
  return rows
}

/** A policy that hides a row from the maintainer would leave it out of the backup in silence. */
export async function refuseHidden(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name
     from pg_class c, (select oid from pg_roles where rolname = 'whereabouts_maintainer') m
     where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p')
       and (not has_table_privilege(m.oid, c.oid, 'select')
         or c.relrowsecurity and (
           not exists (
             select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
               and (m.oid = any (p.polroles) or 0 = any (p.polroles))
               and pg_get_expr(p.polqual, p.polrelid) = 'true')
           or exists (
             select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('r', '*')
               and (m.oid = any (p.polroles) or 0 = any (p.polroles)))))
     order by 1 limit 1`,
  )
  const [hidden] = rows
  if (hidden !== undefined) throw new BackupRefused({ kind: 'not-whole', table: hidden.name })
}

export const quoted = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ')
