import type { PoolClient } from 'pg'
import { prepared } from './query.ts'

/** What PostgreSQL calls a row of a table, and each of its columns in their order. */
export interface RowShape {
  readonly row: number
  readonly columns: readonly (readonly [name: string, type: number])[]
}

export type RowShapes = (table: string) => RowShape

/** Asked once a connection. A table is never made anew under one: a backup goes into an empty database only. */
const known = new WeakMap<PoolClient, RowShapes>()

/** The shapes of the tables, by which rows are sent in binary. */
export async function shapesOn(client: PoolClient): Promise<RowShapes> {
  const found = known.get(client)
  if (found !== undefined) return found
  const { rows } = await prepared<RowShape & { readonly table: string }>(
    client,
    `select c.relname::text as table, c.reltype::int8 as row,
       json_agg(json_build_array(a.attname, a.atttypid::int8) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p') group by c.oid`,
  )
  const shapes = new Map(rows.map(({ table, row, columns }) => [table, { row, columns }]))
  const shapeOf = (table: string): RowShape => {
    const shape = shapes.get(table)
    if (shape === undefined) throw new Error(`There is no table ${table}`)
    return shape
  }
  known.set(client, shapeOf)
  return shapeOf
}
