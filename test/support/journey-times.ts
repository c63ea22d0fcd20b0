/** A moment of a journey, in milliseconds since 1970, at a whole minute: what a person reads off a clock and types. */
export type Minute = number & { readonly minute: unique symbol }

const minute = 60_000

export function minutesAgo(minutes: number): Minute {
  return (Math.floor(Date.now() / minute - minutes) * minute) as Minute
}

export function plusMinutes(at: Minute, minutes: number): Minute {
  return (at + minutes * minute) as Minute
}

export function atUtc(moment: string): Minute {
  return Date.parse(moment) as Minute
}

/** What a clock on a wall in London shows. Written with Intl, apart from the product's own words for times. */
export interface OnTheWall {
  readonly day: string
  readonly month: string
  readonly year: string
  /** "02:40". */
  readonly time: string
  readonly weekday: string
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'long',
  hourCycle: 'h23',
})

export function onTheWall(at: number): OnTheWall {
  const parts = Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value]))
  const { day = '', month = '', year = '', weekday = '', hour = '', minute: minutes = '' } = parts
  return { day, month, year, weekday, time: `${hour}:${minutes}` }
}

/** How a page names a moment within six days of now: "02:40", or "02:40 on Sunday" when that is not today. */
export function inWords(at: Minute): string {
  const [then, now] = [onTheWall(at), onTheWall(Date.now())]
  const isToday = then.day === now.day && then.month === now.month && then.year === now.year
  return isToday ? then.time : `${then.time} on ${then.weekday}`
}

/** The Sunday of October on which the clocks last went back, before `now`, as "2026-10-25". */
export function lastClockChange(now: number = Date.now()): string {
  const year = new Date(now).getUTCFullYear()
  const changes = [year, year - 1].map((one) => {
    const lastOfMonth = new Date(Date.UTC(one, 9, 31))
    return new Date(Date.UTC(one, 9, 31 - lastOfMonth.getUTCDay(), 1))
  })
  // Two days after, so that what follows the return has happened too.
  const found = changes.find((change) => change.getTime() + 2 * 24 * 60 * minute < now)
  if (found === undefined) throw new Error('No October lies behind us.')
  return found.toISOString().slice(0, 10)
}
