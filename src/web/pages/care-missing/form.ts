import type { CareToReport } from '../../../application/queries/care-to-report.ts'
import type { CareSaid } from '../../../application/commands/care-concern.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { choice, several, yesNo, yesNoNotKnown } from '../../forms/fields-choice.ts'
import { longText, optionalLongText, text } from '../../forms/fields-text.ts'
import { happened } from '../../forms/fields-when.ts'
import { problem, readFields, read, type Field, type Read } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { firstName } from '../../words/child.ts'

/** Asked before anything else. */
export const dangerFields = {
  danger: yesNoNotKnown({
    legend: 'Is anyone in danger, hurt or afraid?',
    missing: 'Choose whether anyone is in danger, hurt or afraid',
  }),
  harm: yesNo({
    legend: 'Is somebody who works with children said to have harmed a child?',
    missing: 'Choose whether somebody who works with children is said to have harmed a child',
  }),
  complaint: yesNo({
    legend: 'Does anyone wish to complain about it?',
    missing: 'Choose whether anyone wishes to complain',
  }),
}

export type Danger = Pick<CareSaid, 'danger' | 'harmByWorker' | 'complaint'>

export function readDanger(form: Form, now: Moment): Read<Danger> {
  const found = readFields(dangerFields, form, now)
  if (found.kind === 'problems') return found
  const { danger, harm, complaint } = found.value
  return read({ danger, harmByWorker: harm, complaint })
}

export function whatFields({ strands, record }: CareToReport) {
  const name = firstName(record)
  return {
    strands: atLeastOne(
      several({
        legend: 'What is missing?',
        hint: 'Choose all that belong together. Nothing else is looked for here.',
        options: strands.map(({ strand, title, inTheirWords }) => ({
          value: strand,
          text: title,
          hint: `“${inTheirWords}”`,
        })),
      }),
    ),
    noticed: happened({ legend: 'When was it noticed?' }),
    expected: text({
      label: 'When and where was it expected?',
      hint: 'A visit on Friday at the home; a review by the end of March.',
      missing: 'Enter when and where it was expected',
    }),
    why: longText({
      label: 'What makes you think that it is missing?',
      missing: 'Enter what makes you think that it is missing',
    }),
    childsAccount: optionalLongText({
      label: `What ${name} says about it, in their own words`,
      hint: 'Kept apart: the home does not read it.',
    }),
    worried: choice({
      legend: `Are you worried now for the safety of this Care, or for anyone’s safety?`,
      options: [
        {
          value: 'yes',
          text: 'Yes. It is reported missing now',
          hint: 'Ring those who must act, then record the call',
        },
        {
          value: 'no',
          text: 'Not now. I will try what is reasonable first',
          hint: 'What is reasonable, and for how long, is on the next page',
        },
      ],
      missing: 'Choose whether you are worried now',
    }),
  }
}

function atLeastOne(field: Field<readonly string[]>): Field<readonly string[]> {
  return {
    show: field.show,
    read: (name, form, now) => {
      const found = field.read(name, form, now)
      return found.kind === 'read' && found.value.length === 0
        ? problem(name, 'Choose what is missing')
        : found
    },
  }
}
