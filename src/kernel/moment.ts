import { dayNumber, dayText, digits, millisecondsInDay, twoDigits } from './civil-day.ts'

declare const moment: unique symbol

/** An instant as UTC text with exactly three decimals, years 1900 to 2200: the order of the text is the order of time. */
export type Moment = string & { readonly [moment]: true }

const first = Date.UTC(1900, 0, 1)
const last = Date.UTC(2201, 0, 1) - 1

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/i

/** An ISO 8601 instant with Z or an offset, finer parts than a millisecond cut off. Undefined without a zone or out of range. */
export function parseMoment(text: string): Moment | undefined {
  // Date.parse rolls 30 February over into March, so what it read must also be what was written.
  if (canonical.test(text)) return asWritten(text)
  if (!zoned.test(text)) return undefined
  try {
    return within(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** The same of a moment that somebody says, to the end of 2199: what is reckoned from it (an hour later, six weeks on) is then
    a moment too. */
export function parseSaidMoment(text: string): Moment | undefined {
  const m = parseMoment(text)
  return m !== undefined && m < '2200' ? m : undefined
}

/** Throws RangeError outside the years 1900 to 2200. */
export function momentOf(instant: Temporal.Instant): Moment {
  return momentAt(instant.epochMilliseconds)
}

export function instantOf(m: Moment): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(millisecondsOf(m))
}

/** Milliseconds since 1 January 1970 UTC; throws RangeError outside the years 1900 to 2200. */
export function momentAt(milliseconds: number): Moment {
  const m = within(milliseconds)
  if (m === undefined)
    throw new RangeError(`a moment lies in the years 1900 to 2200, not at ${milliseconds} ms`)
  return m
}

/** Milliseconds since 1 January 1970 UTC. */
export function millisecondsOf(m: Moment): number {
  const day = dayNumber(digits(m, 0, 4), digits(m, 5, 7), digits(m, 8, 10))
  const seconds = (digits(m, 11, 13) * 60 + digits(m, 14, 16)) * 60 + digits(m, 17, 19)
  return day * millisecondsInDay + seconds * 1000 + digits(m, 20, 23)
}

export function isAfter(a: Moment, b: Moment): boolean {
  return a > b
}

export function isBefore(a: Moment, b: Moment): boolean {
  return a < b
}

/** Undefined only when no moment is given. */
export function earliest(first: Moment, ...rest: readonly Moment[]): Moment
export function earliest(...ms: readonly Moment[]): Moment | undefined
export function earliest(...ms: readonly Moment[]): Moment | undefined {
  return ms.reduce<Moment | undefined>(
    (found, m) => (found === undefined || m < found ? m : found),
    undefined,
  )
}

/** Undefined only when no moment is given. */
export function latest(first: Moment, ...rest: readonly Moment[]): Moment
export function latest(...ms: readonly Moment[]): Moment | undefined
export function latest(...ms: readonly Moment[]): Moment | undefined {
  return ms.reduce<Moment | undefined>(
    (found, m) => (found === undefined || m > found ? m : found),
    undefined,
  )
}

/** Adds an ISO 8601 time duration such as PT72H, PT1H30M or -PT10M: exact, whatever the clocks do. Throws RangeError on any other. */
export function plus(m: Moment, elapsed: string): Moment {
  return momentAt(millisecondsOf(m) + elapsedMilliseconds(elapsed))
}

/** Whole minutes, rounded down: negative when `to` comes first. */
export function minutesBetween(from: Moment, to: Moment): number {
  return Math.floor((millisecondsOf(to) - millisecondsOf(from)) / 60_000)
}

const timeDuration = /^(-?)PT(?=\d)(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})S)?$/

/** Of an ISO 8601 time duration. Throws RangeError on any other. */
export function elapsedMilliseconds(text: string): number {
  const parts = timeDuration.exec(text)
  if (parts === null) throw new RangeError(`not an elapsed time: ${text}`)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = parts
  const milliseconds = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -milliseconds : milliseconds
}

function asWritten(text: string): Moment | undefined {
  const milliseconds = Date.parse(text)
  const m = Number.isNaN(milliseconds) ? undefined : within(milliseconds)
  return m === text ? m : undefined
}

function within(milliseconds: number): Moment | undefined {
  if (!(milliseconds >= first && milliseconds <= last)) return undefined
  const day = Math.floor(milliseconds / millisecondsInDay)
  const ofDay = Math.floor(milliseconds - day * millisecondsInDay)
  return `${dayText(day)}T${timeText(ofDay)}Z` as Moment
}

function timeText(ofDay: number): string {
  const seconds = Math.floor(ofDay / 1000)
  const hours = twoDigits(Math.floor(seconds / 3600))
  const minutes = twoDigits(Math.floor(seconds / 60) % 60)
  return `${hours}:${minutes}:${twoDigits(seconds % 60)}.${String(ofDay % 1000).padStart(3, '0')}`
}
