import type { AskedAndAnswered, InterviewBodies } from '../../../domain/episode/return-bodies.ts'
import { html, join, type Piece } from '../../html.ts'

/** What was asked, as it was asked, with what was answered; then the interviewer's own view, apart. Nothing of it where
    the reader may not read interviews. */
export function answersWords(
  answers: readonly AskedAndAnswered[] | undefined,
  view: string | undefined,
  set: InterviewBodies['interview-written-up']['set'],
): Piece {
  if (answers === undefined && view === undefined) return ''
  if (set !== undefined && answers !== undefined) return countWords(answers)
  // In one line of source: the page keeps the line breaks that people typed.
  return join(
    [
      ...(answers ?? []).map((one) => html`${one.asked}: <q class="wa-entry__words">${answerWords(one)}</q>`),
      ...(view === undefined ? [] : [html`The interviewer’s own view: ${view}`]),
    ],
    ' ',
  )
}

/** Question by question it has a page of its own. */
function countWords(answers: readonly AskedAndAnswered[]): string {
  const own = answers.filter(({ of }) => of === 'interviewer').length
  const childs = answers.length - own
  return `${childs} ${childs === 1 ? 'answer' : 'answers'} of the child, ${own} of the interviewer.`
}

function answerWords({ chosen, words, notSaid }: AskedAndAnswered): string {
  if (notSaid === true) return 'Did not want to say.'
  const said = [...(chosen ?? []), words].filter((one) => one !== undefined)
  return said.length === 0 ? 'Not answered.' : said.join('; ')
}
