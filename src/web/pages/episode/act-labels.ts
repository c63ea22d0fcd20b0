import type { CommandName } from '../../../domain/episode/command.ts'
import type { ChildWords } from './child-words.ts'

/** What an act is called on its button. */
export function actLabel(command: CommandName, child: ChildWords): string {
  const { first, him } = child
  const labels: Readonly<Record<CommandName, string>> = {
    'raise-concern': 'Report an absence',
    'take-action': 'Record what has been done',
    'review-concern': 'Record that you have read the concern',
    'assess-threshold': 'Say whether you are worried now',
    'report-missing': 'Record that police know',
    'assess-risk': 'Grade the risk',
    'give-risk-view': 'Give your view of the risk',
    'challenge-grade': 'Challenge the grade',
    'answer-challenge': 'Answer the challenge',
    'inform-agency': 'Record who has been told',
    ask: 'Ask a question',
    answer: 'Answer a question',
    'record-information': 'Add information',
    'record-intelligence': 'Record police intelligence',
    'record-meeting': 'Record a meeting',
    'record-location': `Record that someone has seen ${him}`,
    'record-return': `Record that ${first} is back`,
    acknowledge: 'Acknowledge',
    'give-reference': 'Add your reference',
    'record-prevention-check': 'Record the prevention check',
    'record-check-not-possible': 'The check was not possible',
    'offer-interview': 'Record the offer of an interview',
    'record-interview-declined': `Record that ${first} declined the interview`,
    'arrange-interview': 'Record when the interview will be',
    'record-interview-attempt': 'Record an attempt at an interview',
    'record-interview': 'Record the return interview',
    'share-passage': `Share a part of what ${first} said`,
    'consider-harm': 'Decide about significant harm',
    'consider-significance': 'Decide what must change',
    'update-plan': 'Record that the plan is up to date',
    'add-note': 'Add a note',
    'share-episode': 'Share this episode with another organisation',
    'correct-entry': 'Correct an entry',
    'record-in-error': 'Mark as recorded in error',
    'link-episode': 'Link another episode',
    'close-episode': 'Close the episode',
    'reopen-episode': 'Reopen the episode',
  }
  return labels[command]
}

/** After a death nobody is asked to go to the child, to look or to grade: only what is still to be written, said and
    decided. A test holds it against every duty that the protocol can still lay. */
export const actsAfterDeath: ReadonlySet<CommandName> = new Set([
  'inform-agency',
  'report-missing',
  'record-information',
  'record-intelligence',
  'share-passage',
  'record-meeting',
  'review-concern',
  'consider-harm',
  'consider-significance',
  'update-plan',
  'answer-challenge',
  'give-reference',
  'add-note',
  'ask',
  'answer',
  'record-in-error',
  'link-episode',
  'share-episode',
  'close-episode',
  'reopen-episode',
])
