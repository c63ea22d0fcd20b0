import { parseLondonDate, type LondonDate } from '../../kernel/london.ts'
import type { RowAt, SaidOfRow } from '../../application/commands/import-report.ts'
import { shown } from './shown.ts'

/** Why a row cannot be used. Rows are counted by `reason`; `words` add what was found. */
export interface Fault {
  readonly reason: string
  readonly words: string
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'reason' in value && 'words' in value
}

export function fault(reason: string, found?: string): Fault {
  return { reason, words: found === undefined ? reason : `${reason}: ${found}` }
}

export function saidOf({ file, line }: RowAt, { reason, words }: Fault): SaidOfRow {
  return { file, line, reason, words }
}

/** Up to ten characters, as the return's own schema has it. */
export function childKey(value: string): string | Fault {
  if (value === '') return fault('CHILD is blank')
  if (Array.from(value).length > 10) return fault('CHILD is longer than ten characters', shown(value))
  // Control characters would be obeyed by a terminal, and NUL by no database.
  return /\p{Cc}/u.test(value) ? fault('CHILD has a character that cannot be shown', shown(value)) : value
}

/** A real day written dd/mm/yyyy, 1900 to 2200. */
export function day(column: string, value: string): LondonDate | Fault {
  const [, date, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) ?? []
  const parsed = parseLondonDate(`${year}-${month}-${date}`)
  if (parsed !== undefined) return parsed
  return value === ''
    ? fault(`${column} is blank`)
    : fault(`${column} is not a date as dd/mm/yyyy`, shown(value))
}

/** A day that has come: nobody returns what has not happened yet. */
export function pastDay(column: string, value: string, today: LondonDate): LondonDate | Fault {
  const parsed = day(column, value)
  return !isFault(parsed) && parsed > today ? fault(`${column} is in the future`, shown(value)) : parsed
}

export function pastDayOrBlank(
  column: string,
  value: string,
  today: LondonDate,
): LondonDate | undefined | Fault {
  return value === '' ? undefined : pastDay(column, value, today)
}

/** A code of the book; blank only where the return allows it. */
export function code(
  column: string,
  value: string,
  books: readonly Readonly<Record<string, unknown>>[],
): string | Fault {
  if (books.some((book) => Object.hasOwn(book, value))) return value
  return value === ''
    ? fault(`${column} is blank`)
    : fault(`${column} is no code of the return`, shown(value))
}

export function codeOrBlank(
  column: string,
  value: string,
  book: Readonly<Record<string, unknown>>,
): string | undefined | Fault {
  return value === '' ? undefined : code(column, value, [book])
}
