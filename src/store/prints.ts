import { hash } from 'node:crypto'
import {
  projectionTables,
  type ProjectionRows,
  type ProjectionTable,
  type StoredRow,
} from './projection-rows.ts'
import { rowsBytes } from './row-bytes.ts'
import type { RowShapes } from './row-shapes.ts'

/** What stands on the read side of one subject: the print of each row, by its table. */
export type Prints = ReadonlyMap<ProjectionTable, ReadonlySet<string>>

/** What is to be otherwise in each table, in the order of `projectionTables`. */
export interface ProjectionChanges {
  /** Prints of the rows that go. */
  readonly gone: readonly (readonly string[])[]
  /** Whole rows, each with its print, as PostgreSQL takes them. */
  readonly come: readonly Buffer[]
}

/** Reads what `load` gives: tables and prints in turn, with a space between. */
export function readPrints(text: string | null): Prints {
  const prints = new Map<ProjectionTable, Set<string>>(projectionTables.map((table) => [table, new Set()]))
  const words = text === null ? [] : text.split(' ')
  for (let place = 0; place < words.length; place += 2) {
    prints.get(words[place] as ProjectionTable)?.add(words[place + 1] ?? '')
  }
  return prints
}

/** The rows that differ from those that stand, and the prints of those in whose place they come. */
export function changesOf(stands: Prints, rows: ProjectionRows, shapes: RowShapes): ProjectionChanges {
  const changes = projectionTables.map((table) => {
    const gone = new Set(stands.get(table))
    const come = new Map<string, StoredRow>()
    for (const row of rows[table]) {
      const print = printOf(row)
      if (stands.get(table)?.has(print)) gone.delete(print)
      else if (!come.has(print)) come.set(print, { ...row, print })
    }
    return { gone: [...gone], come: rowsBytes(shapes(table), [...come.values()]) }
  })
  return { gone: changes.map(({ gone }) => gone), come: changes.map(({ come }) => come) }
}

/** The same rows with their prints. Two that say the same are one. */
export function printed(rows: readonly StoredRow[]): readonly StoredRow[] {
  return [...new Map(rows.map((row) => [printOf(row), row]))].map(([print, row]) => ({ ...row, print }))
}

/** 66 bits of a SHA-256 over the values in the order of the columns: nobody finds two rows of one child that share them. */
function printOf(row: StoredRow): string {
  return hash('sha256', JSON.stringify(Object.values(row)), 'base64url').slice(0, 11)
}
