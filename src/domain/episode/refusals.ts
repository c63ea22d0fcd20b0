import { momentInWords } from '../../kernel/london.ts'
import type { Refusal } from './command.ts'
import type { OrganisationKind } from './entry.ts'

type Words = { readonly [K in Refusal['kind']]: (refusal: Extract<Refusal, { readonly kind: K }>) => string }

const organisationWords: Readonly<Record<OrganisationKind, string>> = {
  council: 'a council',
  police: 'a police force',
  provider: 'a provider of homes',
  health: 'a health organisation',
  education: 'a school or college',
  'youth-justice': 'a youth justice service',
  'interview-supplier': 'an organisation that holds interviews',
  advocacy: 'an advocacy service',
}

const words: Words = {
  'in-the-future': ({ at }) => `${momentInWords(at)} has not come yet. Give the time at which it happened.`,
  'time-needed': () =>
    'Clocks run from this, so the day alone is not enough. Give the time, to about a minute if you can.',
  'left-blank': ({ field }) => `Something is missing: ${blankInWords(field)} was left blank.`,
  'before-the-last-sighting': ({ lastSeen }) =>
    `The child was last seen at ${momentInWords(lastSeen)}. A return cannot come before that. If the sighting is wrong, correct it first.`,
  'before-the-concern': () =>
    'That is before the concern began. If the concern began earlier than the record says, correct its time first.',
  'before-what-it-answers': ({ at }) =>
    `That is before ${momentInWords(at)}, the time of what it answers. Give the time at which it happened.`,
  'not-begun': () => 'No concern has been raised yet. Raise the concern first.',
  'already-begun': () =>
    'This episode has begun. Add to it, or correct the concern if something in it is wrong.',
  'already-open': () =>
    'This child is already being looked for in another episode. Work in that one, so that everyone sees the same.',
  'already-reported': () =>
    'Police have already been told in this episode. What they should know now is added as information.',
  'already-returned': () =>
    'The child has returned. If they are missing or away again, that is a new episode: raise a new concern. If the return did not happen, mark it as recorded in error.',
  'not-returned': () =>
    'The record does not say that the child is back or that someone has charge of them. Record that first.',
  closed: () => 'This episode is closed. Reopen it first, with a reason.',
  'not-closed': () => 'This episode is not closed.',
  voided: () =>
    'This episode was recorded in error. Only those who were told of it can be told so; nothing else is added.',
  'has-died': () => 'The child has died. Nobody is to go to them with a check or an interview.',
  'death-is-established': () =>
    'Ring 999. That a child has died is recorded by police, the council or health. What you saw or were told can be added as information.',
  'police-accept-reports': () =>
    'Only police can say that they have accepted the report. If you told them, record the number that you rang and who answered.',
  'police-grade-risk': () =>
    'Only police grade police risk. Give your own view of the risk, or challenge the grade.',
  'not-a-level-of-this-force': ({ levels }) =>
    levels.length === 0
      ? 'No risk levels are set up for this force.'
      : `This force does not use that level for a child. Its levels are: ${levels.map((level) => level.replaceAll('-', ' ')).join(', ')}.`,
  'supervisor-needed': ({ because }) =>
    because === 'high'
      ? 'A high grade needs a supervisor. Name the supervisor who knows of it.'
      : 'A grade lower than the one before needs a supervisor. Name the supervisor who agreed to it.',
  'history-is-no-reason': ({ phrase }) =>
    `“${phrase}” is about other times. What happened before never makes this time safer. Say what is known about this time.`,
  'review-not-after-grade': () => 'The next review must come after the grade.',
  'not-of-care': () =>
    'This is about Care that is missing. What is done about a child goes into an episode of the child’s own.',
  'not-of-a-child': () =>
    'This is about a child who is missing. What is done about their Care goes into an episode of Care.',
  'holds-what-is-missing': () =>
    'Whoever holds what is missing does not run the search for it, nor does anyone they manage. Add what you know as information; somebody else decides.',
  'care-not-back': () => 'The record does not say that this Care is back. Record that first.',
  'no-such-entry': () => 'The entry that this is about is not in this episode.',
  'not-a-challenge': () => 'The entry that this answers is not a challenge to the grade.',
  'not-an-interview': () =>
    'A passage is taken from an interview, or from what the child said when they declined one.',
  'not-held-elsewhere': () =>
    'No interview of this child, held at that time and after this return, is on the record of the other episode.',
  'serves-a-closed-episode': () =>
    'This interview was about another episode of the child too, which is closed and would owe something else. Reopen that episode first.',
  'before-a-return-that-it-serves': () =>
    'This interview was about another episode of the child too, and would then have been held before the return of that one. If it was not about that one, mark it as recorded in error there first.',
  'not-written-up': () => 'The entry that this is about is not the write-up of an interview.',
  'not-the-latest': () =>
    'This write-up has been answered already, or a later one stands. Open the one that waits.',
  'already-written-up': () =>
    'This interview is written up. It is written again when it was sent back; what became known since is added to it.',
  'findings-not-marked': ({ left }) =>
    `${left === 1 ? 'One person, place, vehicle, telephone or online name from this interview is' : `${left} people, places, vehicles, telephones or online names from this interview are`} not marked yet. Say of each whether it may go in the next pack for police, or why not: where the write-up is approved, or on the page So what.`,
  'not-an-answer': ({ question, says }) => `The answer to “${question}” cannot be kept. ${says}.`,
  'no-such-questions': () =>
    'The edition of the questions that is named is not there. Name the one that was asked.',
  'not-asked-of-a-host': () => 'The entry that this answers is not a request to this host council.',
  'not-a-telling': () => 'The entry that this answers does not tell anyone anything at once.',
  'not-where-they-work': () =>
    'Whoever is told at once is told at the organisation that they work for: a council, or a police force.',
  'not-a-source': () =>
    'A finding names what it was learned from: an interview, a telling, a check, information, or what somebody saw.',
  'not-a-finding': () => 'The entry that this is about is not a finding.',
  'not-an-action': () => 'The entry that this is about is not an action that was agreed.',
  'not-an-enquiry': () => 'The entry that this is about is not a section 47 enquiry that was begun.',
  'enquiry-already-concluded': () =>
    'The outcome of this enquiry is on the record. If it was recorded wrongly, correct it.',
  'not-as-narrow': () =>
    'What came from an interview stays with those who read interviews, what came from intelligence with police, and each is said in one place. A part of an interview can be shared on purpose; what everybody may know of an entry in which you read intelligence is recorded as information first.',
  'kept-by-police': () =>
    'What only police read stays with police: they say what is done about it and do it, and it is neither shared nor compared here. What others must know, police record as information.',
  'not-for-police': () =>
    'Whether nothing is done about this is for the council that answers for the child to decide.',
  'not-their-kind': ({ needed }) =>
    `A part is shared with those for whom it is written: choose ${organisationWords[needed]}, or say for whom else it is.`,
  'action-already-ended': () => 'This action has been done or ended already.',
  'due-before-agreed': () => 'The time by which it is to be done must come after it was agreed.',
  'compared-with-itself': () => 'A finding is compared with another one.',
  'home-before-agreed': () => 'The time by which the child is to be home must come after it was agreed.',
  'cares-for-the-child': () =>
    'A return interview is held by someone who does not care for the child. What a carer was told can be added as information.',
  'allocated-worker-needs-reason': () =>
    'The allocated social worker is not independent. Say why they held the interview: for example, because the child asked for them.',
  'not-the-childs-own-answer': () =>
    'Only the child can answer. If someone else answered for them, record an attempt.',
  'interview-not-offered': () =>
    'The record shows no offer before this answer. Record how the interview was offered first.',
  'later-than-recorded': ({ recorded }) =>
    `The entry was written down at ${momentInWords(recorded)}, so what it tells of cannot have happened later. If it did not happen, mark it as recorded in error and write the right one.`,
  'evidence-needed': () =>
    'This correction changes what is owed or moves a clock by more than an hour. Say what shows it: a log, a message, a witness.',
  'corrects-nothing': () => 'Nothing would be different.',
  'corrects-a-correction': () =>
    'A correction is not corrected. Correct the entry again, or mark the correction as recorded in error.',
  'not-a-field': ({ field }) =>
    `“${field}” cannot be changed by a correction. Mark the entry as recorded in error and write it again.`,
  'concern-is-the-episode': () =>
    'Without its concern there is no episode. Mark the whole episode as recorded in error.',
  'second-person-needed': () => 'You wrote this, so someone else must confirm it. It counts when they have.',
  'duties-open': ({ duties }) =>
    `Still owed: ${duties.map(({ title }) => title).join('; ')}. Each must be done, or have a reason why it may stay undone.`,
}

/** Why not, and what to do instead, as one would say it to a tired person. Times are London's. */
export function refusalInWords(refusal: Refusal): string {
  // The words and the refusal have one kind, which TypeScript cannot see through an index.
  const say = words[refusal.kind] as (refusal: Refusal) => string
  return say(refusal)
}

/** "callTaker" as a page would ask for it: "call taker". */
function blankInWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
