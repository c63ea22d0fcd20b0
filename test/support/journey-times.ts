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

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })

/** How a page names a moment: "02:40" today, "02:40 on Sunday" within six days, "02:40 on 25 October" further off, with
    the year where it is not this one. */
export function inWords(at: Minute): string {
  const [then, now] = [onTheWall(at), onTheWall(Date.now())]
  const days = Math.abs(dayNumber(then) - dayNumber(now))
  if (days === 0) return then.time
  if (days <= 6) return `${then.time} on ${then.weekday}`
  const month = months.format(Date.UTC(2026, Number(then.month) - 1))
  return `${then.time} on ${then.day} ${month}${then.year === now.year ? '' : ` ${then.year}`}`
}

function dayNumber({ day, month, year }: OnTheWall): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / (24 * 60 * minute)
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
