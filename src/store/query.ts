import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
} from 'kysely'
import { types, type ClientBase, type QueryResult, type QueryResultRow } from 'pg'
import { momentOf, type Moment } from '../kernel/moment.ts'
import type { Tables } from './tables.ts'

/** Builds statements with their types; `rowsOf` runs them on the connection that holds the transaction. */
export const sqlOf = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
}).withSchema('whereabouts')

/** Runs a built statement, prepared once a connection. Times come as Moment, days and ids as text. */
export async function rowsOf<Row>(client: ClientBase, statement: Compilable<Row>): Promise<readonly Row[]> {
  const { sql, parameters } = statement.compile()
  const { rows } = await prepared<QueryResultRow>(client, sql, parameters)
  return rows as unknown as readonly Row[]
}

/** Runs a statement by a name made from its text, so that each connection plans it once. */
export function prepared<Row extends QueryResultRow>(
  client: ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  return client.query<Row>({ name: nameOf(text), text, values: [...values], types: exact })
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha1').update(text).digest('hex')
  names.set(text, name)
  return name
}

/** What a column is to us: no Date, whose zone is the process's, and no text for a count. */
const readers = new Map<number, (text: string) => unknown>([
  [types.builtins.TIMESTAMPTZ, momentFromPostgres],
  [types.builtins.DATE, (text) => text],
  [types.builtins.INT8, Number],
])

const exact: typeof types = {
  ...types,
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : readers.get(oid)) ??
    (types.getTypeParser as (oid: number, format?: string) => unknown)(
      oid,
      format,
    )) as typeof types.getTypeParser,
}

/** Reads `2026-10-25 00:30:00.5+00`, whatever zone the session writes in. In UTC, where there are many, its text is nearly
    a moment's. */
function momentFromPostgres(text: string): Moment {
  const [, day, time, part = ''] = inUtc.exec(text) ?? []
  if (day !== undefined && time !== undefined) return `${day}T${time}.${part.padEnd(3, '0')}Z` as Moment
  return momentOf(Temporal.Instant.from(text.replace(' ', 'T')))
}

const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00$/
