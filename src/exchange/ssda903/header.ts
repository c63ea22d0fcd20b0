import type { LondonDate } from '../../kernel/london.ts'
import type { RowAt, SaidOfRow } from '../../application/commands/import-report.ts'
import { olderSexes, sexes } from './codes.ts'
import { childKey, code, fault, isFault, pastDay, saidOf, type Fault } from './fields.ts'
import type { Row } from './read-table.ts'

export interface HeaderRow extends RowAt {
  readonly child: string
  readonly bornOn: LondonDate
  readonly pronoun: 'he' | 'she' | 'they'
}

export interface Headers {
  readonly children: ReadonlyMap<string, HeaderRow>
  readonly refused: readonly SaidOfRow[]
  readonly noted: readonly SaidOfRow[]
  /** Keys whose every row was refused: what other tables say of them cannot be placed. */
  readonly unusable: ReadonlySet<string>
}

/** The children of the return. Two rows that agree are one child; two that do not cannot both be right, and which is
    wrong nobody here can tell. */
export function headersOf(rows: readonly Row<'Header'>[], today: LondonDate): Headers {
  const checked = rows.map((row) => ({ row, header: headerRow(row, today) }))
  const usable = checked.flatMap(({ header }) => (isFault(header) ? [] : [header]))
  const children = new Map<string, HeaderRow>()
  const refused = checked.flatMap(({ row, header }) => (isFault(header) ? [saidOf(row, header)] : []))
  for (const [child, [first, ...others]] of Map.groupBy(usable, (header) => header.child)) {
    if (first === undefined) continue
    if (others.every((other) => isAgreed(first, other))) {
      children.set(child, first)
      refused.push(...others.map((other) => saidOf(other, repeats(first))))
    } else {
      const apart = fault('CHILD has several rows in Header that differ', 'none of them can be taken')
      refused.push(...[first, ...others].map((one) => saidOf(one, apart)))
    }
  }
  const keys = rows.map((row) => row.of.CHILD)
  return {
    children,
    refused,
    noted: rows.filter((row) => Object.hasOwn(olderSexes, row.of.SEX)).map((row) => saidOf(row, olderSex)),
    unusable: new Set(keys.filter((key) => !children.has(key))),
  }
}

const olderSex = fault('SEX is by the codes of an earlier year (1, 2)')

export function repeats({ line }: RowAt): Fault {
  return fault('the row repeats another', `line ${line}`)
}

function headerRow(row: Row<'Header'>, today: LondonDate): HeaderRow | Fault {
  const child = childKey(row.of.CHILD)
  if (isFault(child)) return child
  const bornOn = pastDay('DOB', row.of.DOB, today)
  if (isFault(bornOn)) return bornOn
  const sex = code('SEX', row.of.SEX, [sexes, olderSexes])
  if (isFault(sex)) return sex
  const pronoun = sexes[sex] ?? olderSexes[sex] ?? 'they'
  return { file: row.file, line: row.line, child, bornOn, pronoun }
}

function isAgreed(one: HeaderRow, other: HeaderRow): boolean {
  return one.bornOn === other.bornOn && one.pronoun === other.pronoun
}
