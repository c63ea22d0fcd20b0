import type { Draft, Typed } from '../../../application/drafts.ts'
import { noQuestionSets, questionSet, type QuestionSets } from '../../../application/question-sets.ts'
import { answerTo, type Answer, type Answers } from '../../../domain/interview/answers.ts'
import {
  other,
  questionsOf,
  type Question,
  type QuestionSet,
} from '../../../domain/interview/question-set.ts'
import type { EntryId } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import { partOf } from '../../draft-parts.ts'
import type { Form } from '../../forms/form.ts'
import type { Visit } from '../../route.ts'

/** An interview that somebody holds and has not recorded: one draft of theirs for one episode, which its pages write
    together. Nobody else reads a word of it. */
export interface UnderWay {
  readonly draft: Draft
  readonly set: QuestionSet
  readonly answers: Answers
  /** The write-up that was sent back, whose answers this began with. */
  readonly after?: EntryId
  /** The interview that is on record already; else it is recorded with the answers. */
  readonly interview?: EntryId
}

export function placeOf(episode: string): string {
  return `/episodes/${episode}/interview`
}

/** Undefined where none is under way, or the edition that it is held with is not there any more. */
export async function underWay({ app, drafts, params }: Visit): Promise<UnderWay | undefined> {
  const draft = await drafts?.whole(placeOf(params['episode'] ?? ''))
  return draft && underWayIn(app.questionSets ?? noQuestionSets, draft)
}

export function underWayIn(sets: QuestionSets, draft: Draft): UnderWay | undefined {
  const about = partOf(draft, about_)
  const set = questionSet(sets, about.text('set'), about.text('edition'))
  const after = parseId<'entry'>(about.text('after'))
  const interview = parseId<'entry'>(about.text('interview'))
  const answers = set && answersOf(set, draft)
  return set && answers && { draft, set, answers, ...(after && { after }), ...(interview && { interview }) }
}

/** What a draft begins with. */
export function firstFields(
  set: QuestionSet,
  answers: Answers,
  { interview, after }: Pick<UnderWay, 'interview' | 'after'>,
): Typed {
  const given = questionsOf(set).flatMap(({ id }) => {
    const { chosen = [], words, notSaid } = answers[id] ?? {}
    return [
      ...[...chosen, ...(notSaid ? [notSaidValue] : [])].map((one) => [`${id}.chosen`, one] as const),
      ...(words === undefined ? [] : [[`${id}.words`, words] as const]),
    ]
  })
  const about: Typed = [
    [`${about_}.set`, set.set],
    [`${about_}.edition`, set.edition],
    ...(after === undefined ? [] : [[`${about_}.after`, after] as const]),
    ...(interview === undefined ? [] : [[`${about_}.interview`, interview] as const]),
  ]
  return [...about, ...given]
}

/** No question is called so: a name has no underscore. */
const about_ = '_about'

/** Among the options of a question: that somebody does not want to say. No option is called so. */
export const notSaidValue = '_not-said'

/** One answer as its page typed it, also while it is none yet. Words without a choice from a list are something else, in
    their own words. */
export function answerTyped({ kind }: Pick<Question, 'kind'>, form: Form): Answer {
  const sent = form.all('chosen').filter((one) => one !== '')
  const chosen = sent.filter((one) => one !== notSaidValue)
  const words = form.typed('words').replaceAll('\r\n', '\n')
  const isElse = sent.length === 0 && words.trim() !== '' && (kind === 'one-of' || kind === 'many-of')
  return {
    ...(isElse ? { chosen: [other] } : chosen.length > 0 && { chosen }),
    ...(words.trim() !== '' && { words }),
    ...(sent.includes(notSaidValue) && { notSaid: true as const }),
  }
}

function answersOf(set: QuestionSet, draft: Draft): Answers {
  const all = questionsOf(set).map(
    (question) => [question.id, answerTyped(question, partOf(draft, question.id))] as const,
  )
  return Object.fromEntries(all.filter(([id, answer]) => answerTo({ [id]: answer }, { id }) !== undefined))
}
