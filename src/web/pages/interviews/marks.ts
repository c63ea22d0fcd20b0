import { questionsOf, type QuestionSet } from '../../../domain/interview/question-set.ts'
import type { Source } from '../../../domain/protocol/protocol.ts'
import { chip } from '../../components/notice.ts'
import { html, type Html } from '../../html.ts'

/** Where something comes from, and whether that was read: what was not is never shown as if it had been. */
export function marked({ document, note, verified }: Source): Html {
  return html`${document}${note !== undefined && `: ${note}`}
  ${verified ? chip('Verified', 'met') : chip('Not verified', 'soon')}`
}

export function addressOf({ set, edition }: QuestionSet): string {
  return `/interviews/${set}/${edition}`
}

/** "30 of 81 questions are from a verified source". */
export function verifiedInWords(set: QuestionSet): string {
  const all = questionsOf(set)
  const verified = all.filter(({ source }) => source.verified).length
  return `${verified} of ${all.length} questions are from a verified source; each of the others is marked.`
}
