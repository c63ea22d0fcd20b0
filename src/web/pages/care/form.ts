import type { CarePage } from '../../../application/queries/care.ts'
import type { Refusal } from '../../../domain/care/decide.ts'
import {
  qualities,
  type CareBodies,
  type ChildsWordOnCare,
  type Quality,
} from '../../../domain/care/record.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import type { FieldError } from '../../components/errors.ts'
import { optionalChoice, pick } from '../../forms/fields-choice.ts'
import { optionalLongText, text } from '../../forms/fields-text.ts'
import { fieldGroup, present } from '../../forms/fields.ts'
import type { Questions } from '../../forms/questions.ts'

const yesOrNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

const saysOptions: readonly { readonly value: ChildsWordOnCare; readonly text: string }[] = [
  { value: 'was-there', text: 'It was there' },
  { value: 'not-as-it-should-be', text: 'It was there, and not as it should be' },
  { value: 'was-not', text: 'It was not there' },
]

const asks: Readonly<Record<Quality, string>> = {
  attentive: 'Was it attentive: what was noticed?',
  responsible: 'Was it responsible: what was taken on?',
  competent: 'Was it competent: what was done well?',
  responsive: 'Was it responsive: how did it answer to the child?',
}

const inWords = (label: string) => optionalLongText({ label })
const how = fieldGroup({
  attentive: inWords(asks.attentive),
  responsible: inWords(asks.responsible),
  competent: inWords(asks.competent),
  responsive: inWords(asks.responsive),
})

function fieldsFor({ strands }: CarePage) {
  return {
    strand: pick({
      label: 'Which part of their Care was there?',
      options: strands.map(({ code, title }) => ({ value: code, text: title })),
      missing: 'Choose which part of their Care was there',
    }),
    who: text({ label: 'Who was there?', missing: 'Enter who was there' }),
    inPerson: optionalChoice({ legend: 'Were they there in person?', options: yesOrNo, inline: true }),
    childSaw: optionalChoice({
      legend: 'Did the child see it?',
      hint: 'Care that the child did not see is Care somewhere else. It is recorded all the same.',
      options: yesOrNo,
      inline: true,
    }),
    childSays: optionalChoice({
      legend: 'What does the child say?',
      hint: 'Everyone who reads about the Care of this child reads this answer. Leave it if nobody asked.',
      options: saysOptions,
    }),
    childsWords: optionalLongText({
      label: 'In the child’s own words',
      hint: 'Read by those who plan their care, and not by the home.',
    }),
    how,
  }
}

type Asked = ReturnType<typeof fieldsFor>

/** A sighting of a strand. How it was is asked in words, and there is no score. */
export const sighting: Questions<CarePage, Asked, CareBodies['care-seen']> = {
  fields: fieldsFor,
  when: () => ({ legend: 'When was that?', dayEnough: true }),
  toBody: ({ inPerson, childSaw, how: said, ...values }) => {
    const words = present(said)
    return {
      ...present(values),
      ...(inPerson !== undefined && { inPerson: inPerson === 'yes' }),
      ...(childSaw !== undefined && { childSaw: childSaw === 'yes' }),
      ...(qualities.some((quality) => words[quality] !== undefined) && { how: words }),
    }
  },
}

/** A rule that said no, at the question that it is about. */
export function refusedSighting(refusal: Refusal, { precision }: Occurred): FieldError {
  if (refusal.kind === 'in-the-future') {
    const field = precision === 'day' ? 'occurred-day' : 'occurred-time'
    return { field, message: 'That is still to come: enter when it was' }
  }
  return refusal.kind === 'left-blank'
    ? { field: 'who', message: 'Enter who was there' }
    : { field: 'strand', message: 'Choose which part of their Care was there' }
}
