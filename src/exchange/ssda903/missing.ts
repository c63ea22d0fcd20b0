import type { LondonDate } from '../../kernel/london.ts'
import type { RowAt, SaidOfRow } from '../../application/commands/import-report.ts'
import { fault, isFault, pastDay, pastDayOrBlank, day, saidOf, type Fault } from './fields.ts'
import { repeats, type HeaderRow, type Headers } from './header.ts'
import type { Row } from './read-table.ts'
import { whoseRow } from './whose-row.ts'

export interface MissingRow extends RowAt {
  readonly child: string
  readonly kind: 'missing' | 'away'
  readonly from: LondonDate
  readonly until?: LondonDate
}

export interface MissingRows {
  readonly rows: readonly MissingRow[]
  readonly refused: readonly SaidOfRow[]
}

/** Numbers in brackets are rules of the 2026 return. Rows come back by child and start, whatever their order was. */
export function missingOf(rows: readonly Row<'Missing'>[], headers: Headers, today: LondonDate): MissingRows {
  const checked = rows.map((row) => ({ row, missing: missingRow(row, headers, today) }))
  const usable = checked.flatMap(({ missing }) => (isFault(missing) ? [] : [missing]))
  const apart = [...Map.groupBy(usable, ({ child }) => child).values()].map(withoutOverlaps)
  return {
    rows: apart.flatMap((one) => one.rows),
    refused: [
      ...checked.flatMap(({ row, missing }) => (isFault(missing) ? [saidOf(row, missing)] : [])),
      ...apart.flatMap(({ refused }) => refused),
    ],
  }
}

function missingRow(row: Row<'Missing'>, headers: Headers, today: LondonDate): MissingRow | Fault {
  const header = whoseRow(headers, row.of.CHILD)
  if (isFault(header)) return header
  const differs = whenBorn(row.of.DOB, header)
  if (differs !== undefined) return differs
  const kind = kinds[row.of.MISSING]
  if (kind === undefined) return fault('MISSING is not M or A') // 565, 566, 1006
  const from = pastDay('MIS_START', row.of.MIS_START, today) // 564, 1004
  if (isFault(from)) return from
  if (from <= header.bornOn) return fault('MIS_START is not after DOB') // 586
  const until = pastDayOrBlank('MIS_END', row.of.MIS_END, today) // 1005
  if (isFault(until)) return until
  if (until !== undefined && until < from) return fault('MIS_END is before MIS_START') // 567
  const { file, line } = row
  return { file, line, child: header.child, kind, from, ...(until !== undefined && { until }) }
}

const kinds: Readonly<Partial<Record<string, MissingRow['kind']>>> = { M: 'missing', A: 'away' }

/** INT13 */
function whenBorn(value: string, header: HeaderRow): Fault | undefined {
  const bornOn = day('DOB', value)
  if (isFault(bornOn)) return bornOn
  if (bornOn === header.bornOn) return undefined
  return fault('DOB differs from Header', `${header.file} line ${header.line}`)
}

/** A child is in one spell at a time: the one that starts later, or while another is open, is refused (574). To start on
    the day on which the last one ended is no overlap. */
function withoutOverlaps(rows: readonly MissingRow[]): MissingRows {
  const kept: MissingRow[] = []
  const refused: SaidOfRow[] = []
  for (const row of rows.toSorted(byStart)) {
    const last = kept.at(-1)
    if (last !== undefined && isSame(last, row)) refused.push(saidOf(row, repeats(last)))
    else if (last !== undefined && (last.until === undefined || row.from < last.until)) {
      const found = `${last.file} line ${last.line}`
      refused.push(saidOf(row, fault('the spell starts before an earlier one of the child has ended', found)))
    } else kept.push(row)
  }
  return { rows: kept, refused }
}

function isSame(a: MissingRow, b: MissingRow): boolean {
  return a.from === b.from && a.until === b.until && a.kind === b.kind
}

/** Spells without an end come last among those of one day; the rest is only to make one order of any. */
function byStart(a: MissingRow, b: MissingRow): number {
  const key = ({ from, until, kind }: MissingRow) => `${from} ${until ?? '9999'} ${kind}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.line - b.line
}
