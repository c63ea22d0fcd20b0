import type { ImportReport, LandedRow, SaidOfRow } from '../application/commands/import-report.ts'

/** The end of a run, by file and by reason. */
export function countsInWords(report: ImportReport): string {
  const { children, asked } = report
  return [
    ...report.files.flatMap((file) => fileInWords(report, file)),
    ...wantingTables(report),
    ...rowsInWords('Refused', report.refused),
    `${count(children, 'child', 'children')} in the record by this return.`,
    ...(asked > 0
      ? [
          `${count(asked, 'spell has', 'spells have')} no end: the responsible council is asked whether the child is still missing.`,
        ]
      : []),
  ].join('\n')
}

function fileInWords(report: ImportReport, read: ImportReport['files'][number]): readonly string[] {
  switch (read.kind) {
    case 'refused':
      return [`${read.file} is refused: ${read.because}.`]
    case 'left':
      return [`${read.file} is ${read.table}, which this import does not take.`]
    case 'read': {
      const own = <T extends { readonly file: string }>(all: readonly T[]) =>
        all.filter(({ file }) => file === read.file)
      const landed = own(report.landed)
      const refused = own(report.refused)
      const of = (landing: LandedRow['landing']) => landed.filter((row) => row.landing === landing).length
      return [
        `${read.file} (${read.table}): ${count(read.rows, 'row', 'rows')}: ${of('new')} new, ${of('changed')} changed, ` +
          `${of('already-there')} already there, ${refused.length} refused.`,
        ...byReason('refused', refused),
        ...byReason('landed, but', own(report.warned)),
        ...byReason('landed, and', own(report.noted)),
      ]
    }
  }
}

function wantingTables({ files }: ImportReport): readonly string[] {
  const there = files.flatMap((one) => (one.kind === 'read' ? [one.table] : []))
  return ['Header', 'Episodes', 'Missing']
    .filter((table) => !there.includes(table))
    .map((table) => `No file could be read as ${table}.`)
}

function byReason(what: string, rows: readonly SaidOfRow[]): readonly string[] {
  return [...Map.groupBy(rows, ({ reason }) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, found]) => `  ${found.length} ${what}: ${reason}`)
}

const most = 50

function rowsInWords(title: string, rows: readonly SaidOfRow[]): readonly string[] {
  const more = rows.length - most
  return [
    ...(rows.length > 0 ? [`${title}:`] : []),
    ...inOrder(rows)
      .slice(0, most)
      .map(({ file, line, words }) => `  ${file} line ${line}: ${words}`),
    ...(more > 0 ? [`  and ${more} more: --refusals FILE writes them all`] : []),
  ]
}

/** One line a row: file, line, reason, words. */
export function refusalsFile({ refused }: ImportReport): string {
  const rows = inOrder(refused).map(({ file, line, reason, words }) => [file, `${line}`, reason, words])
  return [['file', 'line', 'reason', 'words'], ...rows]
    .map((row) => `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')
}

function inOrder(rows: readonly SaidOfRow[]): readonly SaidOfRow[] {
  return rows.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
