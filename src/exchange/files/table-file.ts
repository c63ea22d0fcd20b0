import type { Table } from '../../application/files.ts'
import { holdable } from './codes.ts'

/** A table as CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. */
export function tableFile({ columns, rows }: Table): Uint8Array {
  const lines = [columns, ...rows].map((cells) => cells.map(cellOf).join(','))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

/** Always in quotes, so that nothing in it ends the cell. */
function cellOf(cell: string | number | undefined): string {
  if (cell === undefined) return '""'
  return typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`
}

/** A cell that a spreadsheet would take for a formula, or that hides its beginning, begins with an apostrophe: it is then
    a text wherever it is opened. */
export function harmless(cell: string): string {
  const text = holdable(cell)
  return /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}
