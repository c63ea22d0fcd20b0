import { readSideTables, type ReadSideRows, type ReadSideTable, type StoredRow } from './projection-rows.ts'
import { canonicalText } from './storable.ts'

/** One row of the read side that is not what the entries lead to. `columns` are those that differ. */
export interface Difference {
  readonly kind: 'altered' | 'missing' | 'extra' | 'doubled'
  readonly table: ReadSideTable
  readonly subject: string
  readonly key: string
  readonly columns: readonly string[]
}

/** What names a row within its subject. */
const keys: Readonly<Record<ReadSideTable, readonly string[]>> = {
  child_card: [],
  episode_card: ['episode'],
  board: ['episode'],
  duty: ['episode', 'id'],
  access_grant: ['post', 'stream', 'section', 'from_at'],
  care_strand: ['section', 'strand', 'from_at'],
}

/** Holds the stored rows of one subject against those expected, row for row: order is no difference, number is. */
export function differences(
  subject: string,
  expected: ReadSideRows,
  stored: ReadSideRows,
): readonly Difference[] {
  return readSideTables.flatMap((table) => {
    const keyOf = (row: StoredRow) =>
      keys[table].map((column) => (row[column] as string | null) ?? 'all').join(' ')
    const wanted = Map.groupBy(distinct(expected[table]), keyOf)
    const there = Map.groupBy(stored[table], keyOf)
    return [...new Set([...wanted.keys(), ...there.keys()])].flatMap((key) =>
      withinKey(wanted.get(key) ?? [], there.get(key) ?? []).map((each) => ({
        ...each,
        table,
        subject,
        key,
      })),
    )
  })
}

function withinKey(
  wanted: readonly StoredRow[],
  there: readonly StoredRow[],
): readonly Pick<Difference, 'kind' | 'columns'>[] {
  const texts = new Set(wanted.map(textOf))
  const seen = new Set<string>()
  const found: Pick<Difference, 'kind' | 'columns'>[] = []
  const strange: StoredRow[] = []
  for (const row of there) {
    const text = textOf(row)
    if (!texts.has(text)) strange.push(row)
    else if (seen.has(text)) found.push({ kind: 'doubled', columns: [] })
    seen.add(text)
  }
  const absent = wanted.filter((row) => !seen.has(textOf(row)))
  for (const [place, row] of strange.entries()) {
    const instead = absent[place]
    if (instead === undefined) found.push({ kind: 'extra', columns: [] })
    else found.push({ kind: 'altered', columns: differingColumns(row, instead) })
  }
  return [...found, ...absent.slice(strange.length).map(() => ({ kind: 'missing' as const, columns: [] }))]
}

function differingColumns(a: StoredRow, b: StoredRow): readonly string[] {
  return Object.keys(b).filter((column) => textOf({ v: a[column] }) !== textOf({ v: b[column] }))
}

function distinct(rows: readonly StoredRow[]): readonly StoredRow[] {
  return [...new Map(rows.map((row) => [textOf(row), row])).values()]
}

function textOf(row: StoredRow): string {
  return canonicalText(row, 'projection')
}
