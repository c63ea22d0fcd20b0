import type { RowAt, SaidOfRow } from '../../application/commands/import-report.ts'
import { decode } from './decode.ts'
import { linesOf, type Line } from './lines.ts'
import { recognise, type Column, type Table } from './tables.ts'

/** A row by column: values trimmed and in upper case, as the return reads them. */
export interface Row<T extends Table> extends RowAt {
  readonly of: Readonly<Record<Column<T>, string>>
}

/** Between them `rows` and `refused` are all rows of the file. */
interface ReadTable<T extends Table> {
  readonly kind: 'table'
  readonly file: string
  readonly table: T
  readonly rows: readonly Row<T>[]
  readonly refused: readonly SaidOfRow[]
}

export type FileOfReturn =
  | { readonly kind: 'refused'; readonly file: string; readonly because: string }
  | { [T in Table]: ReadTable<T> }[Table]

/** Reads one file of the folder, whatever its name. A wrong encoding or set of columns refuses it whole. */
export function readTable(file: string, bytes: Uint8Array): FileOfReturn {
  const decoded = decode(bytes)
  if (decoded.kind === 'refused') return { kind: 'refused', file, because: decoded.because }
  const [first, ...others] = linesOf(decoded.text)
  if (first === undefined) return { kind: 'refused', file, because: 'it has no line with anything in it' }
  if (first.kind === 'broken') return { kind: 'refused', file, because: `in its first line ${first.because}` }
  const recognised = recognise(first.fields)
  if (recognised.kind === 'refused') return { kind: 'refused', file, because: recognised.because }
  const rows = others.map((line) => rowOf(file, first.fields, line))
  return {
    kind: 'table',
    file,
    table: recognised.table,
    rows: rows.filter((row) => 'of' in row),
    refused: rows.filter((row) => 'reason' in row),
  }
}

type AnyRow = RowAt & { readonly of: Readonly<Record<string, string>> }

function rowOf(file: string, columns: readonly string[], line: Line): AnyRow | SaidOfRow {
  const at = { file, line: line.line }
  if (line.kind === 'broken') return { ...at, reason: line.because, words: line.because }
  const { fields } = line
  if (fields.length !== columns.length) {
    const reason = 'the row has not as many values as there are columns'
    return { ...at, reason, words: `${reason}: ${fields.length} and ${columns.length}` }
  }
  const values = columns.map((column, index) => [column, (fields[index] ?? '').trim().toUpperCase()] as const)
  return { ...at, of: Object.fromEntries(values) }
}
