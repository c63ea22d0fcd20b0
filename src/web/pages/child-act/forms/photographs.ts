import { dateInWords } from '../../../../kernel/london.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText } from '../../../forms/fields-text.ts'
import { childAct, type ChildAct } from '../act.ts'

const photographWithdrawn = childAct({
  entry: 'photograph-withdrawn',
  link: 'A photograph that is to be shown no longer',
  recorded: 'Recorded: the photograph is shown no longer',
  title: ({ child }) => `Which photograph of ${child.first} is to be shown no longer?`,
  nothing: ({ record }) => (record.photographs.length === 0 ? 'No photograph is shown here' : undefined),
  when: 'at-once',
  fields: ({ page }) => ({
    photograph: choice({
      legend: 'Which one?',
      options: page.record.photographs.map(({ entry, taken, shows, suppliedBy }) => ({
        value: entry,
        text: shows,
        hint: `Taken on ${dateInWords(taken)}, from ${suppliedBy}`,
      })),
      missing: 'Choose a photograph',
    }),
    why: longText({
      label: 'Why',
      hint: 'For example: it is of another child, or the child does not want it shown.',
      missing: 'Enter why it is to be shown no longer',
    }),
  }),
  toBody: (values) => values,
})

export const photographActs: readonly ChildAct[] = [photographWithdrawn]
