import type { LondonDate } from '../../kernel/london.ts'
import type { Source } from '../protocol/protocol.ts'

/** What every return interview goes through. An edition says in which order; none leaves one out. */
export const chapterNames = [
  'place',
  'before',
  'during',
  'after',
  'concerns',
  'underlying',
  'what-next',
  'what-would-help',
  'safety-plan',
  'how-it-was',
  'interviewers-view',
] as const
export type ChapterName = (typeof chapterNames)[number]

/** Whose answer it is. What an interviewer thinks never stands among the child's words. */
export const speakers = ['child', 'interviewer'] as const
export type Speaker = (typeof speakers)[number]

export const questionKinds = ['words', 'one-of', 'many-of', 'yes-no'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** The option that every list of options ends with: something else, in their own words. */
export const other = 'other'

/** One answer that can be ticked. */
export interface Option {
  readonly id: string
  readonly says: string
  /** Codes of the factors that somebody should consider when this is the answer. It finds nothing by itself. */
  readonly suggests: readonly string[]
}

/** That an earlier question was asked and answered with one of these options. */
export interface Condition {
  readonly question: string
  readonly is: readonly string[]
}

/** One question, in the words in which it is asked. Whoever is asked may always say that they do not want to say. */
export interface Question {
  readonly id: string
  readonly of: Speaker
  readonly asks: string
  readonly kind: QuestionKind
  /** Those of a list end with `other`; those of yes-no are yes, no and not-known; words have none. */
  readonly options: readonly Option[]
  /** Asked only where all of them hold. */
  readonly when: readonly Condition[]
  /** For the interviewer's eyes. */
  readonly note?: string
  readonly source: Source
}

export interface Chapter {
  readonly chapter: ChapterName
  readonly title: string
  readonly questions: readonly Question[]
}

/** One dated edition of one set of questions. Once in force it is not edited: a change is a new edition. */
export interface QuestionSet {
  readonly set: string
  readonly edition: string
  readonly title: string
  /** For which children, in a sentence. */
  readonly meantFor: string
  /** In whole years, both included. A set without them is for whoever needs it, of any age. */
  readonly ages?: { readonly from?: number; readonly to?: number }
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly adoptedBy: string
  /** The edition of the factors that its options name. */
  readonly factors: string
  /** In years: nothing that the child is asked needs an older reader. */
  readonly readingAge: number
  readonly sources: readonly Source[]
  /** What the child is told before the first question. */
  readonly opening: readonly string[]
  readonly chapters: readonly Chapter[]
}

/** In the order in which they are asked. */
export function questionsOf(set: QuestionSet): readonly Question[] {
  return set.chapters.flatMap(({ questions }) => questions)
}

/** `set/edition`, as people name it. */
export function setRefOf({ set, edition }: Pick<QuestionSet, 'set' | 'edition'>): string {
  return `${set}/${edition}`
}

/** How somebody says that they leave a question out. */
export const notSaidWords: Readonly<Record<Speaker, string>> = {
  child: 'I do not want to say',
  interviewer: 'I cannot say',
}
