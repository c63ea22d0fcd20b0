import { choice } from '../../forms/fields-choice.ts'
import { day } from '../../forms/fields-day.ts'
import { longText, text } from '../../forms/fields-text.ts'
import { whyWithheld } from './deciding.ts'

export const longerFields = {
  until: day({
    label: 'Until which day?',
    hint: 'For example 28 3 2026. By two months at most: how the rule is known to us, and not verified.',
    wrong: 'Enter the day as day, month and year, for example 28 3 2026',
    missing: 'Enter until which day',
  }),
  because: longText({
    label: 'Why does it take longer?',
    hint: 'Tell whoever asked, within the first month.',
    missing: 'Enter why it takes longer',
  }),
}

export const wordsFields = {
  words: text({
    label: 'Words to withhold wherever they stand',
    hint: 'For example the whole name of another child. Two letters at least.',
    missing: 'Enter the words',
  }),
  ...whyWithheld,
}

export const formatFields = {
  format: choice({
    legend: 'As what?',
    options: [
      { value: 'pdf', text: 'A document to read or to listen to (PDF)' },
      { value: 'json', text: 'Data for another system (JSON)' },
    ],
    missing: 'Choose as what',
  }),
}
