/** A moment on the thread: UTC, and a few words ("22:05 graded", "24 h meeting"). */
export type ThreadPoint = { readonly at: string; readonly label: string }

/** A point with its place on the line in per cent; `row` is null where its label would run into another. */
export type Placed = {
  readonly point: ThreadPoint
  readonly x: number
  readonly coming: boolean
  readonly anchor: 'start' | 'middle' | 'end'
  readonly row: 0 | 1 | null
}

/** Labels are placed for a line this many pixels long; where it is shorter, the stylesheet shows the list instead. */
const narrowest = 460
const perCharacter = 7.2
const gap = 10
const [left, right] = [1.5, 98.5]

/**
 * Where a moment falls, in per cent of the line. A past of hours beside a future of days would be a smear, so each
 * side of now keeps at least a third of the line where both exist, and is to scale within itself.
 */
export function share(moment: string, points: readonly ThreadPoint[], now: string): number {
  const times = [...points.map(({ at }) => Date.parse(at)), Date.parse(now)]
  const [first, last, present] = [Math.min(...times), Math.max(...times), Date.parse(now)]
  const linear = (present - first) / Math.max(1, last - first)
  const split = first === present ? 0 : last === present ? 1 : Math.min(0.67, Math.max(0.33, linear))
  const at = Date.parse(moment)
  const part =
    at <= present
      ? (split * (at - first)) / Math.max(1, present - first)
      : split + ((1 - split) * (at - present)) / Math.max(1, last - present)
  return Math.round((left + part * (right - left)) * 10) / 10
}

function extent(label: string, x: number, anchor: Placed['anchor']): readonly [number, number] {
  const [centre, width] = [(x / 100) * narrowest, label.length * perCharacter]
  const start = anchor === 'start' ? centre - 6 : anchor === 'end' ? centre + 6 - width : centre - width / 2
  return [start, start + width]
}

/** Each point where it falls, its label in the first of two rows that is free there. */
export function laidOut(points: readonly ThreadPoint[], now: string): readonly Placed[] {
  const taken: [number[][], number[][]] = [[], []]
  return points.map((point) => {
    const x = share(point.at, points, now)
    const half = ((point.label.length * perCharacter) / 2 / narrowest) * 100
    const anchor = x < half + left ? 'start' : x > right - half ? 'end' : 'middle'
    const [start, end] = extent(point.label, x, anchor)
    const free = (row: 0 | 1): boolean =>
      taken[row].every(([from = 0, until = 0]) => end + gap < from || start > until + gap)
    const row = free(0) ? 0 : free(1) ? 1 : null
    if (row !== null) taken[row].push([start, end])
    return { point, x, coming: point.at > now, anchor, row }
  })
}
