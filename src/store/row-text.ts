import type { StoredRow } from './projection-rows.ts'

/** Columns that PostgreSQL holds as arrays. Any other list is JSON there. */
const lists: ReadonlySet<string> = new Set(['other_names', 'sections', 'hashes', 'work_in'])

/** Rows as PostgreSQL writes an array of them, each with its columns in the order of the table. */
export function rowsText(rows: readonly StoredRow[]): string {
  return rowsTextOf(rows.map((row) => rowText(row)))
}

/** The same of rows that are texts already. */
export function rowsTextOf(texts: readonly string[]): string {
  return `{${texts.join()}}`
}

/** Texts as PostgreSQL writes an array of them. */
export function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${escaped(text)}"`).join()}}`
}

/** One row, with one more column at its end where that is given. */
export function rowText(row: StoredRow, last?: string): string {
  let text = ''
  for (const column in row) {
    text += text === '' ? '"(' : ','
    text += columnText(column, row[column])
  }
  return last === undefined ? `${text})"` : `${text},${textText(last)})"`
}

/** Text within a row within an array: what would end either is escaped for both. Nothing between two commas is null. */
function columnText(column: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string') return textText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return textText(lists.has(column) ? arrayText(value as readonly string[]) : JSON.stringify(value))
}

function textText(text: string): string {
  return isPlain.test(text) ? text : String.raw`\"${escapedTwice(text)}\"`
}

/** Ids, times and names of things: nothing in them means anything to a row. */
const isPlain = /^[\w.:-]+$/

function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text
}

/** For the row, and what that gives for the array. */
function escapedTwice(text: string): string {
  if (!special.test(text)) return text
  return text.replaceAll('\\', String.raw`\\\\`).replaceAll('"', String.raw`\\\"`)
}

const special = /["\\]/
