import { CsvError, parse } from 'csv-parse/sync'

/** One line that has anything in it: its fields, or why it cannot be divided into fields. Lines count from one. */
export type Line =
  | { readonly kind: 'fields'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly because: string }

/** No value of the return holds a line break, so a line is a row, and a quotation mark left open spoils one row only.
    Lines without anything but commas and spaces, which spreadsheets leave behind, are no rows. */
export function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((content, index) => lineOf(content, index + 1))
    .filter((line) => line.kind === 'broken' || line.fields.some((field) => field.trim() !== ''))
}

function lineOf(content: string, line: number): Line {
  try {
    const [fields = []] = parse(content, { relax_column_count: true }) as readonly (readonly string[])[]
    return { kind: 'fields', line, fields }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { kind: 'broken', line, because: troubles[error.code] ?? 'the line is not CSV' }
  }
}

const troubles: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands inside a value',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value',
}
