import { momentInWords } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Clock, Due } from '../../kernel/within.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import { remembered } from './remembered.ts'

/** What time it is when a clock has run, and how a sentence says so: worked out once a moment, because most duties begin
    with the same few entries, at every step of knowledge again. */
export interface Times {
  readonly due: (start: Moment, clock: Clock) => Due
  readonly inWords: (moment: Moment) => string
}

export function timesBy(calendar: Calendar): Times {
  const dues = remembered((clock: Clock) => remembered((start: Moment) => clock(start, calendar)))
  return { due: (start, clock) => dues(clock)(start), inWords: remembered(momentInWords) }
}
