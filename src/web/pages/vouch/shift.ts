import { momentAt, millisecondsOf, type Moment } from '../../../kernel/moment.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { whenWords } from '../../components/time.ts'
import type { Html } from '../../html.ts'

const hour = 3_600_000
/** The longest shift that somebody vouches for. */
const hours = 14

function endsAfter(now: Moment): readonly Moment[] {
  const next = Math.floor(millisecondsOf(now) / hour + 1) * hour
  return Array.from({ length: hours }, (_, later) => momentAt(next + later * hour))
}

/** When the shift is over; undefined for what is none of the hours that are offered, or no longer. */
export function shiftEnd(text: string, now: Moment): Moment | undefined {
  return endsAfter(now).find((end) => end === text)
}

export function shiftQuestion(now: Moment, chosen: string, errors: readonly FieldError[]): Html {
  const error = errorOf(errors, 'until')
  const items = endsAfter(now).map((end) => ({ value: end, text: whenWords(end, now) }))
  return govuk('select', {
    id: 'until',
    name: 'until',
    label: { text: 'Until when is their shift?', classes: 'govuk-label--s' },
    hint: { text: 'Until then they may report and read what tonight needs. Then it is over by itself' },
    value: chosen,
    ...(error && { errorMessage: error }),
    items: [{ value: '', text: 'Choose an hour' }, ...items],
  })
}
