import type { ClientBase } from 'pg'
import type { RegisterLine } from './line.ts'
import { tablesThat } from './what-goes.ts'

/** Removes what a line of the register names, and what stands beside it, as often as it is asked. `rows` are the tables
    that this schema has, for a backup of an older one; projections go by the function where the role may not delete. */
export async function removeContent(
  client: ClientBase,
  { subject, whole, content }: RegisterLine,
  { tables, direct }: { readonly tables: ReadonlySet<string>; readonly direct: boolean },
): Promise<void> {
  const pairs = content.flatMap(({ entry, sections }) => sections.map((section) => ({ entry, section })))
  const entries = content.map(({ entry }) => entry)
  await client.query(
    `delete from whereabouts.command c where c.subject = $1 and ($3 or c.id in (
       select e.command from whereabouts.entry e where e.subject = $1 and e.id = any ($2)))`,
    [subject, entries, whole],
  )
  if (whole) await client.query('delete from whereabouts.entry_content where subject = $1', [subject])
  else
    await client.query(
      `delete from whereabouts.entry_content c
       using unnest($2::uuid[], $3::text[]) as gone (entry, section)
       where c.subject = $1 and c.entry = gone.entry and c.section = gone.section`,
      [subject, pairs.map(({ entry }) => entry), pairs.map(({ section }) => section)],
    )
  if (tables.has('file'))
    await client.query(
      'delete from whereabouts.file f where f.subject = $1 and ($3 or f.name = $4 or f.entry = any ($2::uuid[]))',
      // A pack holds what others recorded too: it goes with the first of it.
      [subject, entries, whole, 'pack'],
    )
  const others = [
    ...(direct ? tablesThat('projection') : []),
    ...(whole ? tablesThat('goes with the last part') : []),
  ]
  for (const table of others.filter((name) => tables.has(name)))
    await client.query(`delete from whereabouts."${table}" where subject = $1`, [subject])
  // A replay of a register on an older backup finds no such table.
  if (!direct && tables.has('care_strand'))
    await client.query('delete from whereabouts.care_strand where subject = $1', [subject])
  if (!direct)
    await client.query(`select whereabouts.replace_projection($1, '{}', '{}', '{}', '{}', '{}')`, [subject])
}

/** The tables that a database has. */
export async function tablesOf(client: ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'whereabouts'::regnamespace and relkind in ('r', 'p')`,
  )
  return new Set(rows.map(({ name }) => name))
}
