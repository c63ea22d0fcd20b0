import type { CareToImport, EndToImport, PlacementToImport } from '../../application/commands/import-child.ts'
import type { RowAt } from '../../application/commands/import-report.ts'
import type { Setting } from '../../domain/child/child.ts'
import { ends, legalStatuses, olderPlaces, placeChanges, places, providers } from './codes.ts'
import type { EpisodeRow } from './episodes.ts'

/** Rows of one child by start, cut where care itself was interrupted: within a part each row begins no later than the day
    on which the one before it ended. */
export function periodsOfCare(rows: readonly EpisodeRow[]): readonly (readonly EpisodeRow[])[] {
  const periods: EpisodeRow[][] = []
  for (const row of rows) {
    const last = periods.at(-1)?.at(-1)
    if (last === undefined || (last.until !== undefined && row.from > last.until)) periods.push([row])
    else periods.at(-1)?.push(row)
  }
  return periods
}

/** The time in care, anew where the legal status changes. */
export function careOf(rows: readonly EpisodeRow[]): readonly CareToImport[] {
  return periodsOfCare(rows).flatMap((period, index, all) => {
    const stretches = chunks(period, (row, last) => row.legalStatus === last.legalStatus)
    return stretches.map((stretch, place) => {
      const isLast = place === stretches.length - 1
      const ended = isLast ? endOfCare(stretch.at(-1), index < all.length - 1) : undefined
      return {
        ...stretchOf(stretch, (row) => index + place === 0 && row.begins !== 'S', ended),
        legalStatus: worded(stretch[0]?.legalStatus ?? '', legalStatuses),
      }
    })
  })
}

/** Each home in turn. Only a row that changes nothing but the legal status carries on the stay before it. */
export function placementsOf(rows: readonly EpisodeRow[]): readonly PlacementToImport[] {
  const stays = chunks(
    rows,
    (row, last) => row.begins === 'L' && row.from === last.until && isSamePlace(row, last),
  )
  return stays.map((stay, index) => ({
    ...stretchOf(stay, (row) => index === 0 && row.begins === 'L', endOfStay(stay.at(-1))),
    setting: settingOf(stay[0]),
  }))
}

function stretchOf(
  rows: readonly EpisodeRow[],
  continues: (first: EpisodeRow) => boolean,
  ended: EndToImport | undefined,
) {
  const first = firstOf(rows)
  return {
    from: first.from,
    continues: continues(first),
    ...(ended !== undefined && { ended }),
    rows: rows.map(({ file, line }): RowAt => ({ file, line })),
  }
}

/** Care that goes on by X1 in a row which is not here has not been said to end; care that began again had ended. */
function endOfCare(last: EpisodeRow | undefined, beginsAgain: boolean): EndToImport | undefined {
  if (last?.until === undefined || (last.ends === 'X1' && !beginsAgain)) return undefined
  const why = last.ends === undefined || last.ends === 'X1' ? {} : { why: worded(last.ends, ends) }
  return { on: last.until, ofRow: last.from, ...why }
}

function endOfStay(last: EpisodeRow | undefined): EndToImport | undefined {
  if (last?.until === undefined) return undefined
  const why =
    last.placeChange !== undefined
      ? { why: worded(last.placeChange, placeChanges) }
      : last.ends === undefined || last.ends === 'X1'
        ? {}
        : { why: worded(last.ends, ends) }
  return { on: last.until, ofRow: last.from, ...why }
}

/** The return names no home: its kind, its number with the inspectorate and who provides it are all there is. */
function settingOf(row: EpisodeRow | undefined): Setting {
  if (row === undefined) throw new Error('A stay without a row.')
  const place = places[row.place] ?? olderPlaces[row.place]
  if (place === undefined) throw new Error(`A row with the place ${row.place} was not refused.`)
  const words = place.words.charAt(0).toUpperCase() + place.words.slice(1)
  const more = [
    ...(row.urn === undefined ? [] : [`Ofsted ${row.urn}`]),
    ...(row.provider === undefined ? [] : [providers[row.provider] ?? row.provider]),
  ]
  const name = more.length === 0 ? words : `${words} (${more.join(', ')})`
  return { name, kind: place.kind, code: row.place }
}

function isSamePlace(a: EpisodeRow, b: EpisodeRow): boolean {
  return a.place === b.place && a.provider === b.provider && a.urn === b.urn && a.postcode === b.postcode
}

function worded(code: string, book: Readonly<Record<string, string>>): string {
  return `${code}: ${book[code] ?? 'not known'}`
}

/** Runs of rows of which each goes on from the one before. */
function chunks(
  rows: readonly EpisodeRow[],
  goesOn: (row: EpisodeRow, last: EpisodeRow) => boolean,
): readonly (readonly EpisodeRow[])[] {
  const found: EpisodeRow[][] = []
  for (const row of rows) {
    const last = found.at(-1)?.at(-1)
    if (last !== undefined && goesOn(row, last)) found.at(-1)?.push(row)
    else found.push([row])
  }
  return found
}

function firstOf(rows: readonly EpisodeRow[]): EpisodeRow {
  const [first] = rows
  if (first === undefined) throw new Error('A stretch without a row.')
  return first
}
