import {
  questionsOf,
  type Condition,
  type Question,
  type QuestionKind,
  type QuestionSet,
} from '../../../domain/interview/question-set.ts'

export const kindInWords: Readonly<Record<QuestionKind, string>> = {
  words: 'In their own words',
  'one-of': 'One answer',
  'many-of': 'Any that are so',
  'yes-no': 'One answer',
}

/** The number under which a question stands on the page and on paper, from 1. */
export function numberOf(set: QuestionSet, { id }: Pick<Question, 'id'>): number {
  return questionsOf(set).findIndex((one) => one.id === id) + 1
}

/** "Only if the answer to question 4 is “A bit” or “No”." Undefined: it is always asked. */
export function whenInWords(set: QuestionSet, { when }: Question): string | undefined {
  if (when.length === 0) return undefined
  return `Only if ${when.map((one) => conditionInWords(set, one)).join(', and ')}.`
}

function conditionInWords(set: QuestionSet, { question, is }: Condition): string {
  const named = questionsOf(set).find(({ id }) => id === question)
  const says = named?.options.filter(({ id }) => is.includes(id)).map((option) => `“${option.says}”`) ?? []
  return `the answer to question ${numberOf(set, { id: question })} is ${says.join(' or ')}`
}
