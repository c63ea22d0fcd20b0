import { whenWords } from '../../components/time.ts'
import { html, type Piece } from '../../html.ts'
import { sentences, type Headlines } from './reading.ts'
import {
  assessmentWords,
  handlingWords,
  meansWords,
  meetingWords,
  sourceWords,
  yesNoWords,
} from './value-words.ts'

/** What a child said stands first and in their own words; it is there only for those with whom it was shared. */
function words(childsWords: string | undefined, rest: string): Piece {
  if (childsWords === undefined) return rest
  return html`<q class="wa-entry__words">${childsWords}</q> ${rest}`
}

/** Checks, interviews and decisions: what comes after a return. */
export const headlinesAfter: Headlines<
  | 'prevention-check-done'
  | 'prevention-check-not-possible'
  | 'interview-offered'
  | 'interview-declined'
  | 'interview-arranged'
  | 'interview-attempted'
  | 'interview-held'
  | 'passage-shared'
  | 'intelligence-recorded'
  | 'harm-considered'
  | 'significance-considered'
  | 'meeting-held'
  | 'plan-updated'
  | 'note-added'
> = {
  'prevention-check-done': ({ officer, where, faceToFace, alone, said, harm, offences, intelligence }) => ({
    headline: faceToFace
      ? 'Prevention check: seen face to face.'
      : 'Prevention check by telephone: still owed.',
    detail: sentences(
      `${officer}, ${where}; spoken to alone: ${yesNoWords[alone]}`,
      said,
      `Harm: ${yesNoWords[harm]}`,
      offences && `Offences: ${offences}`,
      intelligence && `Police intelligence: ${intelligence}`,
    ),
  }),
  'prevention-check-not-possible': ({ because, whatThen }) => ({
    headline: 'Prevention check not possible.',
    detail: sentences(because, `Instead: ${whatThen}`),
  }),
  'interview-offered': ({ how, by, choice }) => ({
    headline: 'Return interview offered.',
    detail: sentences(`By ${by}, ${meansWords[how]}`, choice),
  }),
  'interview-declined': ({ toldTo, childsWords }, { child }) => ({
    headline: `Return interview declined by ${child.first}.`,
    detail: words(childsWords, `Told to ${toldTo}.`),
  }),
  'interview-arranged': ({ at, where, interviewer }, { now }) => ({
    headline: `Return interview arranged for ${whenWords(at, now)}.`,
    detail: sentences(`${interviewer}, ${where}`),
  }),
  'interview-attempted': ({ because }) => ({
    headline: 'Return interview tried without success.',
    detail: because,
  }),
  'interview-held': ({ interviewer, where, present, whyAllocatedWorker, childsWords, shared }) => ({
    headline: 'Return interview held.',
    detail: words(
      childsWords,
      sentences(
        `${interviewer}, ${where}; there: ${present}`,
        whyAllocatedWorker && `By the allocated worker because ${whyAllocatedWorker}`,
        shared && `Shared: ${shared}`,
      ),
    ),
  }),
  'passage-shared': ({ name, why, passage }) => ({
    headline: `A part of what the child said was shared with ${name}.`,
    detail: words(passage, why),
  }),
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
  'harm-considered': ({ answer, reason, strategyMeeting }) => ({
    headline: {
      suffered: 'Significant harm: has suffered it.',
      'at-risk': 'Significant harm: at risk of it.',
      neither: 'Significant harm: neither suffered nor likely.',
    }[answer],
    detail: sentences(reason, strategyMeeting && `Strategy meeting: ${strategyMeeting}`),
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
  'meeting-held': ({ kind, attended, decided, cause, support, parts }) => ({
    headline: `${meetingWords[kind]}.`,
    detail: sentences(
      decided,
      `There: ${attended}`,
      cause && `Cause: ${cause}`,
      support && `Support: ${support}`,
      parts && `Each service’s part: ${parts}`,
    ),
  }),
  'plan-updated': ({ what }) => ({ headline: 'Missing plan updated.', detail: what }),
  'note-added': ({ text }) => ({ headline: 'Note.', detail: text }),
}
