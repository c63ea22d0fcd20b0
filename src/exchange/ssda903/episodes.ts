import type { LondonDate } from '../../kernel/london.ts'
import type { RowAt, SaidOfRow } from '../../application/commands/import-report.ts'
import { begins, ends, legalStatuses, olderPlaces, placeChanges, places, providers } from './codes.ts'
import { code, codeOrBlank, fault, isFault, pastDay, pastDayOrBlank, saidOf, type Fault } from './fields.ts'
import { repeats, type Headers } from './header.ts'
import type { Row } from './read-table.ts'
import { whoseRow } from './whose-row.ts'

/** One row of Episodes: a stretch of care under one legal status in one placement. */
export interface EpisodeRow extends RowAt {
  readonly child: string
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly begins: string
  readonly legalStatus: string
  readonly place: string
  readonly provider?: string
  readonly urn?: string
  /** Tells homes with one code apart. Compared, and not kept: an address may be protected. */
  readonly postcode: string
  readonly ends?: string
  readonly placeChange?: string
}

export interface EpisodeRows {
  readonly rows: readonly EpisodeRow[]
  readonly refused: readonly SaidOfRow[]
  readonly noted: readonly SaidOfRow[]
}

/** Rows come back by child and start, whatever their order was. A day begins one row of a child: of two that differ
    neither can be told to be right. */
export function episodesOf(
  rows: readonly Row<'Episodes'>[],
  headers: Headers,
  today: LondonDate,
): EpisodeRows {
  const checked = rows.map((row) => ({ row, episode: episodeRow(row, headers, today) }))
  const usable = checked.flatMap(({ episode }) => (isFault(episode) ? [] : [episode]))
  const byName = Map.groupBy(usable.toSorted(byChildAndStart), ({ child, from }) => `${child} ${from}`)
  const [kept, refused]: [EpisodeRow[], SaidOfRow[]] = [[], []]
  for (const [first, ...others] of byName.values()) {
    if (first === undefined) continue
    if (others.every((other) => contentOf(other) === contentOf(first))) {
      kept.push(first)
      refused.push(...others.map((other) => saidOf(other, repeats(first))))
    } else refused.push(...[first, ...others].map((one) => saidOf(one, sameStart)))
  }
  return {
    rows: kept,
    refused: [
      ...checked.flatMap(({ row, episode }) => (isFault(episode) ? [saidOf(row, episode)] : [])),
      ...refused,
    ],
    noted: kept
      .filter(({ place }) => Object.hasOwn(olderPlaces, place))
      .map((row) => saidOf(row, olderPlace)),
  }
}

const sameStart = fault('several rows of the child have one DECOM and differ', 'none of them can be taken')
const olderPlace = fault('PLACE is by a code of an earlier year (H5, Z1)')

function episodeRow(row: Row<'Episodes'>, headers: Headers, today: LondonDate): EpisodeRow | Fault {
  const header = whoseRow(headers, row.of.CHILD)
  if (isFault(header)) return header
  const days = daysOf(row, header.bornOn, today)
  if (isFault(days)) return days
  const coded = codesOf(row)
  if (isFault(coded)) return coded
  const { URN, PL_POST } = row.of
  const { file, line } = row
  const urn = URN === '' || URN === 'XXXXXXX' ? {} : { urn: URN }
  return { file, line, child: header.child, ...days, ...coded, ...urn, postcode: PL_POST }
}

type Days = Pick<EpisodeRow, 'from' | 'until'>

function daysOf(row: Row<'Episodes'>, bornOn: LondonDate, today: LondonDate): Days | Fault {
  const from = pastDay('DECOM', row.of.DECOM, today)
  if (isFault(from)) return from
  if (from < bornOn) return fault('DECOM is before DOB')
  const until = pastDayOrBlank('DEC', row.of.DEC, today)
  if (isFault(until)) return until
  if (until === undefined) return { from }
  return until < from ? fault('DEC is before DECOM') : { from, until }
}

type Codes = Pick<EpisodeRow, 'begins' | 'legalStatus' | 'place' | 'provider' | 'ends' | 'placeChange'>

/** Codes that are kept must be known, or the record would hold what nobody can read. */
function codesOf({ of }: Row<'Episodes'>): Codes | Fault {
  const [began, legalStatus, place] = [
    code('RNE', of.RNE, [begins]),
    code('LS', of.LS, [legalStatuses]),
    code('PLACE', of.PLACE, [places, olderPlaces]),
  ]
  if (isFault(began)) return began
  if (isFault(legalStatus)) return legalStatus
  if (isFault(place)) return place
  const provider = codeOrBlank('PLACE_PROVIDER', of.PLACE_PROVIDER, providers)
  if (isFault(provider)) return provider
  const ended = codeOrBlank('REC', of.REC, ends)
  if (isFault(ended)) return ended
  const placeChange = codeOrBlank('REASON_PLACE_CHANGE', of.REASON_PLACE_CHANGE, placeChanges)
  if (isFault(placeChange)) return placeChange
  return {
    begins: began,
    legalStatus,
    place,
    ...(provider !== undefined && { provider }),
    ...(ended !== undefined && { ends: ended }),
    ...(placeChange !== undefined && { placeChange }),
  }
}

function contentOf(row: EpisodeRow): string {
  return JSON.stringify({ ...row, file: '', line: 0 })
}

function byChildAndStart(a: EpisodeRow, b: EpisodeRow): number {
  const key = ({ child, from }: EpisodeRow) => `${child} ${from}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.line - b.line
}
