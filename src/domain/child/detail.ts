import { addMonths, londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Author, EntryId, Occurred } from '../episode/entry.ts'
import type { ChildStream } from './child.ts'
import { entriesOf } from './corrected.ts'
import { detailKinds, fieldsOf, type Detail, type DetailKind } from './detail-kinds.ts'
import { beginsAt, inOrderOfTime, successive, type Span } from './span.ts'

/** Something known of the child, while it stands: who said so, when, and who last said that it is still so. */
export interface KnownDetail extends Span {
  readonly detail: Detail
  readonly suppliedBy: string
  readonly said: Occurred
  readonly by: Author
  /** When somebody last said that it is so: at first, when it was said. */
  readonly confirmed: { readonly at: Moment; readonly by: Author }
}

/** Each thing that was known, from when until when: until it is ended, until another stands in its place, and where there
    is one at a time until the next. Of a corrected stream. */
export function detailsOf(stream: ChildStream, at: Moment): readonly KnownDetail[] {
  const known = entriesOf(stream, 'detail-known')
  const ends = new Map<EntryId, Moment>([
    ...known.flatMap(({ body, occurred }): readonly [EntryId, Moment][] =>
      body.instead === undefined ? [] : [[body.instead, beginsAt(occurred)]],
    ),
    ...entriesOf(stream, 'detail-ended').map(({ body, occurred }): [EntryId, Moment] => [
      body.known,
      occurred.at,
    ]),
  ])
  const saidAgain = Map.groupBy(
    inOrderOfTime(entriesOf(stream, 'detail-confirmed')).filter(({ occurred }) => occurred.at <= at),
    ({ body }) => body.known,
  )
  const all = known.map((entry): KnownDetail => {
    const until = ends.get(entry.id)
    const last = saidAgain.get(entry.id)?.at(-1)
    return {
      entry: entry.id,
      from: beginsAt(entry.occurred),
      ...(until !== undefined && { until }),
      detail: entry.body.detail,
      suppliedBy: entry.body.suppliedBy,
      said: entry.occurred,
      by: entry.by,
      confirmed: { at: last?.occurred.at ?? entry.occurred.at, by: last?.by ?? entry.by },
    }
  })
  const byKind = Map.groupBy(all, ({ detail }) => detail.kind)
  return [...byKind].flatMap(([kind, ofKind]) => (isOneAtATime(kind) ? successive(ofKind) : ofKind))
}

function isOneAtATime(kind: DetailKind): boolean {
  return 'one' in detailKinds[kind]
}

/** The day from which it counts as stale: nobody has said for too long that it is so, or its review is past. */
export function staleFrom({ detail, confirmed }: Pick<KnownDetail, 'detail' | 'confirmed'>): LondonDate {
  const fresh = addMonths(londonDate(confirmed.at), detailKinds[detail.kind].freshFor)
  return detail.kind === 'warning' && detail.reviewBy < fresh ? detail.reviewBy : fresh
}

/** A review or a last fresh day is still a good one. */
export function isStale(known: Pick<KnownDetail, 'detail' | 'confirmed'>, now: Moment): boolean {
  return staleFrom(known) < londonDate(now)
}

/** A line of what is known, as whoever reads it needs it: what it is called, and what was said. */
export interface DetailLine {
  readonly label: string
  readonly text: string
  /** Where somebody else lives or is. */
  readonly othersAddress: boolean
}

/** What was said, line by line, in the words of the field. `days` writes a day. */
export function detailLines(detail: Detail, days: (day: LondonDate) => string): readonly DetailLine[] {
  const values: Readonly<Record<string, string | boolean | undefined>> = detail
  return fieldsOf(detail.kind).flatMap(([name, field]): readonly DetailLine[] => {
    const value = values[name]
    if (value === undefined) return []
    const othersAddress = field.othersAddress === true || (name === 'address' && isAHome(detail))
    return [{ label: field.label, text: wordsOf(value, field, days), othersAddress }]
  })
}

function isAHome(detail: Detail): boolean {
  return detail.kind === 'place' && detail.what === 'home'
}

function wordsOf(
  value: string | boolean,
  field: ReturnType<typeof fieldsOf>[number][1],
  days: (day: LondonDate) => string,
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (field.asks === 'choice') return field.options[value] ?? value
  return field.asks === 'day' ? days(value as LondonDate) : value
}

/** As a home's own grab pack may carry it: without where anybody else lives. */
export function withoutOthersAddresses(lines: readonly DetailLine[]): readonly DetailLine[] {
  return lines.filter(({ othersAddress }) => !othersAddress)
}
