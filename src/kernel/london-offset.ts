/** From this millisecond of UTC on, London's clocks are so many milliseconds ahead of UTC. */
type Change = { readonly from: number; readonly ahead: number }

const changes = londonChanges()

/** How far London's clocks are ahead of UTC, in milliseconds: the zone rules that come with the runtime, years 1900 to 2200. */
export function londonAhead(utcMilliseconds: number): number {
  let low = 0
  let high = changes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((changes[middle]?.from ?? Infinity) <= utcMilliseconds) low = middle
    else high = middle - 1
  }
  return changes[low]?.ahead ?? 0
}

/** A constant of the runtime, read once: some 570 changes, so that a look-up needs no zoned date. */
function londonChanges(): readonly Change[] {
  let at = Temporal.Instant.from('1899-12-01T00:00Z').toZonedDateTimeISO('Europe/London')
  const found = [changeAt(at)]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.year > 2200) return found
    found.push(changeAt(next))
    at = next
  }
}

function changeAt(at: Temporal.ZonedDateTime): Change {
  return { from: at.epochMilliseconds, ahead: at.offsetNanoseconds / 1_000_000 }
}
