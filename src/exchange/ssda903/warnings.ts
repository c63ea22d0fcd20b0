import { dateInWords, parseLondonDate, type LondonDate } from '../../kernel/london.ts'
import type { SaidOfRow } from '../../application/commands/import-report.ts'
import type { EpisodeRow } from './episodes.ts'
import { fault, saidOf, type Fault } from './fields.ts'
import type { MissingRow } from './missing.ts'
import { periodsOfCare } from './stretches.ts'

/** Rows that landed and that the return itself, or whoever reads the record, would ask about. */
export function warningsOf(
  episodes: readonly EpisodeRow[],
  missing: readonly MissingRow[],
): readonly SaidOfRow[] {
  const ofChild = Map.groupBy(episodes, ({ child }) => child)
  const year = yearOf([...episodes, ...missing])
  return [
    ...[...ofChild.values()].flatMap(aboutEpisodes),
    ...missing.flatMap((row) =>
      aboutSpell(row, ofChild.get(row.child) ?? [], year).map((found) => saidOf(row, found)),
    ),
  ]
}

function aboutEpisodes(rows: readonly EpisodeRow[]): readonly SaidOfRow[] {
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]
    const found = [
      row.until === undefined && row.ends !== undefined
        ? 'REC says why it ended and DEC is blank: it lasts'
        : undefined,
      row.until !== undefined && row.ends === undefined ? 'DEC is given and REC is blank' : undefined,
      row.ends === 'X1' && row.until !== undefined && next?.from !== row.until
        ? 'REC is X1 and no row of the child starts on its DEC'
        : undefined,
      next !== undefined && (row.until === undefined || next.from < row.until)
        ? 'the next row of the child starts before this one has ended: from then on the next one counts'
        : undefined,
    ]
    return found.filter((one) => one !== undefined).map((reason) => saidOf(row, fault(reason)))
  })
}

/** Rules of the return in brackets. */
function aboutSpell(
  { from, until }: MissingRow,
  episodes: readonly EpisodeRow[],
  year: Year | undefined,
): readonly Fault[] {
  if (episodes.length === 0) return [...ofYear(until, year), fault('the child has no row in Episodes')] // 1012
  const periods = periodsOfCare(episodes).map((rows) => ({
    from: rows[0]?.from ?? from,
    until: rows.at(-1)?.until,
  }))
  const inCare = periods.find((period) => period.from <= from && from <= (period.until ?? from))
  const begins = episodes.find((row) => row.from <= from && from <= (row.until ?? from))
  return [
    ...ofYear(until, year),
    ...(inCare === undefined ? [fault('the spell starts when the child was not in care')] : []), // 578, 581
    ...(inCare?.until !== undefined && until === undefined
      ? [fault('the spell is open and care has ended')]
      : []), // 577
    ...(inCare?.until !== undefined && until !== undefined && until > inCare.until
      ? [fault('the spell ends after care ended')] // 577
      : []),
    ...(until === undefined && inCare?.until === undefined && begins?.until !== undefined
      ? [fault('the spell is open and the row of Episodes in which it started has ended')] // 575
      : []),
  ]
}

interface Year {
  readonly from: LondonDate
  readonly until: LondonDate
}

/** 571 */
function ofYear(until: LondonDate | undefined, year: Year | undefined): readonly Fault[] {
  if (until === undefined || year === undefined || (until >= year.from && until <= year.until)) return []
  const found = `${dateInWords(year.from)} to ${dateInWords(year.until)}`
  return [fault('MIS_END is outside the year of the return', found)]
}

/** A return does not say which year it is of: it is taken to be that in which the last of its rows starts. */
function yearOf(rows: readonly { readonly from: LondonDate }[]): Year | undefined {
  const last = rows.reduce<LondonDate | undefined>(
    (latest, { from }) => (latest === undefined || from > latest ? from : latest),
    undefined,
  )
  if (last === undefined) return undefined
  const began = Number(last.slice(0, 4)) - (last.slice(5) < '04-01' ? 1 : 0)
  const [from, until] = [parseLondonDate(`${began}-04-01`), parseLondonDate(`${began + 1}-03-31`)]
  return from === undefined || until === undefined ? undefined : { from, until }
}
