import type { LondonDate } from '../../kernel/london.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { ChildToImport } from '../../application/commands/import-child.ts'
import type { FileRead, SaidOfRow } from '../../application/commands/import-report.ts'
import { childrenOf } from './children.ts'
import { episodesOf } from './episodes.ts'
import { headersOf } from './header.ts'
import { missingOf } from './missing.ts'
import { readTable, type FileOfReturn } from './read-table.ts'
import { tablesRead, type Table } from './tables.ts'
import { warningsOf } from './warnings.ts'

export interface FileGiven {
  readonly file: string
  readonly bytes: Uint8Array
}

/** A return as read. Rows that are not refused are in the children, each in one. */
export interface Return {
  readonly files: readonly FileRead[]
  readonly children: readonly ChildToImport[]
  readonly refused: readonly SaidOfRow[]
  readonly warned: readonly SaidOfRow[]
  readonly noted: readonly SaidOfRow[]
}

/** Reads the files of one council's return, in any order and by any name. Pure: `today` is the London day. */
export function readReturn(
  given: readonly FileGiven[],
  today: LondonDate,
  idOf: (key: string) => ChildId,
): Return {
  const read = withHeader(onceEach(given.map(({ file, bytes }) => readTable(file, bytes))))
  const headers = headersOf(rowsOf(read, 'Header'), today)
  const episodes = episodesOf(rowsOf(read, 'Episodes'), headers, today)
  const missing = missingOf(rowsOf(read, 'Missing'), headers, today)
  const used = read.filter((one) => one.kind === 'table' && isRead(one.table))
  return {
    files: read.map(fileRead),
    children: childrenOf(headers.children.values(), episodes.rows, missing.rows, idOf),
    refused: [
      ...used.flatMap((one) => (one.kind === 'table' ? one.refused : [])),
      ...headers.refused,
      ...episodes.refused,
      ...missing.refused,
    ],
    warned: warningsOf(episodes.rows, missing.rows),
    noted: [...headers.noted, ...episodes.noted],
  }
}

function rowsOf<T extends Table>(files: readonly FileOfReturn[], table: T) {
  type OfTable = Extract<FileOfReturn, { readonly table: T }>
  const found = files.find((one): one is OfTable => one.kind === 'table' && one.table === table)
  return (found?.rows ?? []) as OfTable['rows']
}

/** Of two files of one table nobody can say which counts: neither does. */
function onceEach(files: readonly FileOfReturn[]): readonly FileOfReturn[] {
  return files.map((one) => {
    if (one.kind !== 'table' || !isRead(one.table)) return one
    const same = files.filter((other) => other.kind === 'table' && other.table === one.table && other !== one)
    if (same.length === 0) return one
    const names = same.map(({ file }) => file).join(', ')
    return {
      kind: 'refused',
      file: one.file,
      because: `${names} has the columns of ${one.table} too: leave one of them`,
    }
  })
}

/** Without Header nobody knows whose rows the others are: it is one trouble, and not one for every row. */
function withHeader(files: readonly FileOfReturn[]): readonly FileOfReturn[] {
  if (files.some((one) => one.kind === 'table' && one.table === 'Header')) return files
  const because = 'there is no usable Header beside it to say whose rows these are'
  return files.map((one) =>
    one.kind === 'table' && isRead(one.table) ? { kind: 'refused', file: one.file, because } : one,
  )
}

function fileRead(one: FileOfReturn): FileRead {
  if (one.kind === 'refused') return one
  const { file, table } = one
  if (!isRead(table)) return { kind: 'left', file, table }
  return { kind: 'read', file, table, rows: one.rows.length + one.refused.length }
}

function isRead(table: Table): boolean {
  return tablesRead.some((one) => one === table)
}
