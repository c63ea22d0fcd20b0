import type { Pool } from 'pg'

/** Every table that a write may write to. */
const tables = [
  'subject',
  'stream',
  'entry',
  'entry_content',
  'command',
  'outbox',
  'child_card',
  'episode_card',
  'board',
  'duty',
  'access_grant',
] as const

/** An id that is another one in each transaction, or the text of a value. */
export type Value = { readonly fresh: string } | { readonly text: string } | undefined

/** All rows that go into one table. */
export interface PlainInsert {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

/**
 * Reads off the database which rows the command wrote that wrote this entry (they carry its transaction), and makes
 * tables of the same columns, keys, indexes and rows for them in a schema of their own, without triggers and row security.
 * Gives what inserts the same rows there again under fresh ids: a statement a table. Takes the owner of the bench's own
 * server.
 */
export async function plainRowsOf(owner: Pool, entry: string): Promise<readonly PlainInsert[]> {
  const { rows } = await owner.query<{ xmin: string; subject: string; stream: string; command: string }>(
    'select xmin::text, subject, stream, command from whereabouts.entry where id = $1',
    [entry],
  )
  const [written] = rows
  if (written === undefined) throw new Error(`No entry ${entry}`)
  const { xmin, subject, stream, command } = written
  const fresh = new Map(Object.entries({ subject, stream, entry, command }).map(([name, id]) => [id, name]))
  await owner.query('drop schema if exists plain cascade; create schema plain')
  const inserts: PlainInsert[] = []
  for (const table of tables) {
    await owner.query(`create table plain.${table} (like whereabouts.${table} including all)`)
    const columns = await columnsOf(owner, table)
    const named = columns.join(', ')
    await owner.query(`insert into plain.${table} (${named}) select ${named} from whereabouts.${table}`)
    const texts = columns.map((column) => `${column}::text as ${column}`).join(', ')
    const found = await owner.query<Record<string, string | null>>(
      `select ${texts} from whereabouts.${table} where xmin::text = $1`,
      [xmin],
    )
    const values = found.rows.map((row) => columns.map((column) => valueOf(row[column], fresh)))
    if (values.length > 0) inserts.push({ table: `plain.${table}`, columns, rows: values })
  }
  await owner.query('analyze')
  return inserts
}

/** Without those that the database gives by itself. */
async function columnsOf(owner: Pool, table: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum`,
    [`whereabouts.${table}`],
  )
  return rows.map(({ name }) => name)
}

function valueOf(text: string | null | undefined, fresh: ReadonlyMap<string, string>): Value {
  if (text === null || text === undefined) return undefined
  const name = fresh.get(text)
  return name === undefined ? { text } : { fresh: name }
}

/** The statement, each value as it is written in it. */
export function insertText(
  { table, columns, rows }: PlainInsert,
  written: (value: Value, column: string) => string,
): string {
  const values = rows.map(
    (row) => `(${row.map((value, at) => written(value, columns[at] ?? '')).join(', ')})`,
  )
  return `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`
}
