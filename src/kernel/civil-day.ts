/** A day of the Gregorian calendar, in no zone. Month and day count from one. */
export type CivilDay = { readonly year: number; readonly month: number; readonly day: number }

export const millisecondsInDay = 86_400_000

/** Days since 1 January 1970. A month past twelve or a day past the month's end runs on into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsInDay
}

/** The day so many days after 1 January 1970. Counts in 400-year cycles of years that begin in March. */
export function civilDay(number: number): CivilDay {
  const sinceMarchOfYearZero = number + 719_468
  const cycle = Math.floor(sinceMarchOfYearZero / 146_097)
  const ofCycle = sinceMarchOfYearZero - cycle * 146_097
  const leaps = Math.floor(ofCycle / 1460) - Math.floor(ofCycle / 36_524) + Math.floor(ofCycle / 146_096)
  const yearOfCycle = Math.floor((ofCycle - leaps) / 365)
  const ofYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Monday is 1 and Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export function weekdayOf(number: number): Weekday {
  // 1 January 1970 was a Thursday.
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** 'YYYY-MM-DD' of the day so many days after 1 January 1970; years 1000 to 9999. */
export function dayText(number: number): string {
  const { year, month, day } = civilDay(number)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

/** The number that these digits write. They are read one by one: it is done for every clock of every duty. */
export function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place += 1) number = number * 10 + text.charCodeAt(place) - 48
  return number
}
