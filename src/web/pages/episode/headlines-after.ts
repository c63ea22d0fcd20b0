import { sentences, type Headlines } from './reading.ts'
import { assessmentWords, handlingWords, meetingWords, sourceWords, yesNoWords } from './value-words.ts'

/** Intelligence, meetings and decisions. */
export const headlinesAfter: Headlines<
  | 'intelligence-recorded'
  | 'harm-considered'
  | 'significance-considered'
  | 'meeting-held'
  | 'plan-updated'
  | 'note-added'
> = {
  'intelligence-recorded': ({ text, source, assessment, handling, conditions }) => ({
    headline: 'Police intelligence, unverified.',
    detail: sentences(
      text,
      `Source: ${sourceWords[source]}`,
      `Information: ${assessmentWords[assessment]}`,
      `Handling: ${handlingWords[handling]}`,
      conditions && `Conditions: ${conditions}`,
    ),
  }),
  'harm-considered': ({ answer, reason, strategyMeeting, exploitation }) => ({
    headline: {
      suffered: 'Significant harm: has suffered it.',
      'at-risk': 'Significant harm: at risk of it.',
      neither: 'Significant harm: neither suffered nor likely.',
    }[answer],
    detail: sentences(
      reason,
      exploitation && `Exploited: ${yesNoWords[exploitation]}`,
      strategyMeeting && `Strategy meeting: ${strategyMeeting}`,
    ),
  }),
  'significance-considered': ({ significant, reason, assessments, plans, additional }) => ({
    headline: significant ? 'This episode is significant.' : 'This episode changes nothing in the plans.',
    detail: sentences(
      reason,
      `Assessments: ${assessments}`,
      `Care plans: ${plans}`,
      `Additional activity: ${additional}`,
    ),
  }),
  'meeting-held': ({ kind, invited, attended, shared, decided, cause, support, parts }) => ({
    headline: `${meetingWords[kind]}.`,
    detail: sentences(
      decided,
      invited && `Invited: ${invited}`,
      `There: ${attended}`,
      shared && `Shared: ${shared}`,
      cause && `Cause: ${cause}`,
      support && `Support: ${support}`,
      parts && `Each service’s part: ${parts}`,
    ),
  }),
  'plan-updated': ({ what }) => ({ headline: 'Missing plan updated.', detail: what }),
  'note-added': ({ text }) => ({ headline: 'Note.', detail: text }),
}
