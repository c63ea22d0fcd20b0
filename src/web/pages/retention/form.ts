import { branch } from '../../forms/fields-branch.ts'
import { day } from '../../forms/fields-day.ts'
import { longText } from '../../forms/fields-text.ts'

export const decisionFields = {
  act: branch({
    legend: 'What do you decide?',
    missing: 'Choose what you decide',
    arms: {
      keep: {
        text: 'Keep it until a day',
        fields: {
          until: day({
            label: 'Keep it until',
            hint: 'For example 31 3 2032',
            missing: 'Enter the day until which it is kept',
            wrong: 'Enter the day as day, month and year, for example 31 3 2032',
          }),
        },
      },
      hold: {
        text: 'Hold it',
        hint: 'For an inquiry, a claim or a complaint. Nothing of it is disposed of by anybody until the hold is ended.',
        fields: {},
      },
      propose: {
        text: 'Propose its disposal',
        hint: 'A second person of your organisation has to confirm it.',
        fields: {},
      },
    },
  }),
  reason: longText({
    label: 'Why?',
    hint: 'It stands on record until the record itself goes.',
    missing: 'Enter why you decide so',
  }),
}

export const holdAllFields = {
  reason: longText({
    label: 'What is every record held for?',
    missing: 'Enter what every record is held for',
  }),
}
