import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { londonDate, londonTime } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'

/** When a council's own workers answer, London time, half open. A convention of the product; no source lays it down. */
export const opens = '08:30'
export const closes = '17:00'

export function inOfficeHours(at: Moment): boolean {
  const time = londonTime(at)
  return isWorkingDay(londonDate(at), englandCalendar) && time >= opens && time < closes
}
