import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Chapter, QuestionSet } from '../../src/domain/interview/question-set.ts'

/** The age in years at which somebody can read this: the Flesch-Kincaid grade, a school year of the United States, whose
    first is begun at six, and so five more. Never below five, where nobody reads. What is shorter than four words (a
    button, an option) counts with its words and not as a short sentence: a form of many buttons is not easy for that. */
export function readingAge(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf).map(wordsOf)
  const whole = sentences.filter((words) => words.length > 3)
  const [measured, all] = [(whole.length > 0 ? whole : sentences).flat(), sentences.flat()]
  const perWord = all.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0) / all.length
  const grade = fleschKincaid({
    sentence: whole.length > 0 ? whole.length : sentences.length,
    word: measured.length,
    syllable: perWord * measured.length,
  })
  return Math.max(5, grade + 5)
}

/** The longest sentence, by its words. */
export function longestOf(texts: readonly string[]): { readonly words: number; readonly sentence: string } {
  const lengths = texts
    .flatMap(sentencesOf)
    .map((sentence) => ({ words: wordsOf(sentence).length, sentence }))
  return lengths.reduce((most, one) => (one.words > most.words ? one : most), { words: 0, sentence: '' })
}

/** Full stops, question and exclamation marks end one, and a colon before what could stand alone does not. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.?!]+(?:\s|$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** Numbers are rung and not read. */
function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/\p{L}+(?:[’'-]\p{L}+)*/gu) ?? []
}

/** What a child is told and asked in a chapter of an interview; nothing in the interviewer's own. */
export function asksTheChild({ title, questions }: Chapter): readonly string[] {
  const asked = questions.filter(({ of }) => of === 'child')
  return asked.length === 0
    ? []
    : [title, ...asked.flatMap(({ asks, options }) => [asks, ...options.map(({ says }) => says)])]
}

export function wordsForTheChild({ opening, chapters }: QuestionSet): readonly string[] {
  return [...opening, ...chapters.flatMap(asksTheChild)]
}
