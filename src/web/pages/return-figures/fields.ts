import { optionalDay } from '../../forms/fields-day.ts'
import { optionalChoice } from '../../forms/fields-choice.ts'

const wrong = 'Enter a day as day, month and year, for example 28 3 2026'

export const groupings = [
  { value: 'council', text: 'Council' },
  { value: 'month', text: 'Month' },
  { value: 'setting', text: 'Kind of home' },
  { value: 'status', text: 'Status' },
  { value: 'age', text: 'Age' },
] as const
export type Grouping = (typeof groupings)[number]['value']

export const askedFields = {
  from: optionalDay({ label: 'Returns from this day', hint: 'For example 28 3 2026', wrong }),
  until: optionalDay({ label: 'To this day', wrong }),
  known: optionalDay({
    label: 'Also as it was known at the end of this day',
    hint: 'What was written down or corrected later does not count there.',
    wrong,
  }),
  by: optionalChoice({ legend: 'Side by side', options: groupings, start: 'council', inline: true }),
}
