import type { HomecomingBodies, InterviewBodies } from '../../../domain/episode/return-bodies.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Piece } from '../../html.ts'
import { answersWords } from './answers-words.ts'
import { capitalised } from './child-words.ts'
import { sentences, type Headlines } from './reading.ts'
import { leadWords, meansWords, sharedForWords, yesNoWords } from './value-words.ts'

/** What a child said stands first and in their own words; it is there only for those with whom it was shared. */
function words(childsWords: string | undefined, rest: string): Piece {
  if (childsWords === undefined) return rest
  return html`<q class="wa-entry__words">${childsWords}</q> ${rest}`
}

/** Coming home, the check, and the ledger of the interview. */
export const headlinesReturn: Headlines<Exclude<keyof HomecomingBodies, 'returned'> | keyof InterviewBodies> =
  {
    'homecoming-agreed': ({ led, who, byWhen, how, otherwise }, { child, now }) => ({
      headline: `Agreed: ${who} brings ${child.him} home by ${whenWords(byWhen, now)}.`,
      detail: sentences(how, `If not there: ${otherwise}`, capitalised(leadWords[led])),
    }),
    'child-welcomed': ({ food, rest, medical, evidence, tonight }) => ({
      headline: 'Welcomed.',
      detail: sentences(
        `Food: ${food}`,
        `Rest: ${rest}`,
        `Medical: ${medical}`,
        evidence && `Kept as evidence: ${evidence}`,
        `Tonight: ${tonight}`,
      ),
    }),
    'conversation-held': ({ with: whom, said, agreed }, { child }) => ({
      headline: `${capitalised(child.first)} and ${whom} talked it over.`,
      detail: sentences(said, `Agreed: ${agreed}`),
    }),
    'told-now': ({ to, name, who, means, passage }) => ({
      headline: `${capitalised(roleLabel(to))} told at once.`,
      detail: words(passage, sentences(`${who}, ${name}, ${meansWords[means]}`)),
    }),
    'telling-answered': ({ did }) => ({ headline: 'Acted on what was told at once.', detail: did }),
    'prevention-check-done': (check) => ({
      headline: check.faceToFace
        ? 'Prevention check: seen face to face.'
        : 'Prevention check by telephone: still owed.',
      detail: sentences(
        `${check.officer}, ${check.where}; spoken to alone: ${yesNoWords[check.alone]}`,
        check.withWhom && `With: ${check.withWhom}`,
        check.language && `In ${check.language}`,
        check.said,
        `Harm: ${yesNoWords[check.harm]}`,
        check.offences && `Offences: ${check.offences}`,
        check.whoHadThem && `Who had the child: ${check.whoHadThem}`,
        check.intelligence && `Police intelligence: ${check.intelligence}`,
      ),
    }),
    'prevention-check-not-possible': ({ because, whatThen }) => ({
      headline: 'Prevention check not possible.',
      detail: sentences(because, `Instead: ${whatThen}`),
    }),
    'interview-offered': ({ how, by, choice, explained }) => ({
      headline: 'Return interview offered.',
      detail: sentences(`By ${by}, ${meansWords[how]}`, choice, explained && `Explained: ${explained}`),
    }),
    'interview-accepted': ({ toldTo, childsWords }, { child }) => ({
      headline: `${capitalised(child.first)} said yes to the return interview.`,
      detail: words(childsWords, `Told to ${toldTo}.`),
    }),
    'interview-declined': ({ toldTo, childsWords, keptOpen }, { child }) => ({
      headline: `Return interview declined by ${child.first}.`,
      detail: words(childsWords, sentences(`Told to ${toldTo}`, keptOpen && `The offer stands: ${keptOpen}`)),
    }),
    'interview-arranged': ({ at, where, interviewer }, { now }) => ({
      headline: `Return interview arranged for ${whenWords(at, now)}.`,
      detail: sentences(`${interviewer}, ${where}`),
    }),
    'interview-attempted': ({ because }) => ({
      headline: 'Return interview tried without success.',
      detail: because,
    }),
    'interview-held': (held) => ({
      headline: held.allocatedWorker
        ? 'Return interview held by the allocated worker, who is not independent.'
        : 'Return interview held.',
      detail: words(
        held.childsWords,
        sentences(
          `${held.interviewer}, ${held.where}; there: ${held.present}`,
          held.interpreter && `Interpreter: ${held.interpreter}`,
          held.advocate && `Advocate: ${held.advocate}`,
          held.whyAllocatedWorker && `By the allocated worker because ${held.whyAllocatedWorker}`,
          held.shared && `Shared: ${held.shared}`,
        ),
      ),
    }),
    'interview-not-held': ({ reason }) => ({
      headline: 'A manager decided that no return interview is held.',
      detail: reason,
    }),
    'interview-served': ({ episode }) => ({
      headline: 'A return interview held in another episode was about this one too.',
      detail: html`<a class="govuk-link" href="/episodes/${episode}">The episode in which it was held</a>`,
    }),
    'carers-account-taken': ({ from, account }) => ({
      headline: `The account of ${from}.`,
      detail: account,
    }),
    'host-asked': ({ name, why }) => ({
      headline: `${name} asked to hold the return interview.`,
      detail: why,
    }),
    'host-answered': ({ accepted, reason }) => ({
      headline: accepted
        ? 'The host council takes the return interview on.'
        : 'The host council does not take the return interview on: it stays owed here.',
      detail: reason,
    }),
    'interview-written-up': ({ again, set, answers, view }) => ({
      headline: again === undefined ? 'Return interview written up.' : 'Return interview written up again.',
      detail: answersWords(answers, view, set),
    }),
    'interview-sent-back': ({ comments }) => ({
      headline: 'Write-up sent back to the interviewer.',
      detail: comments ?? '',
    }),
    'interview-approved': () => ({ headline: 'Write-up approved.', detail: '' }),
    'interview-added-to': ({ text }) => ({
      headline: 'Added to the return interview later.',
      detail: text ?? '',
    }),
    'passage-shared': ({ name, why, basis, wished, purpose, passage }) => ({
      headline: `A part of what the child said was shared with ${name}.`,
      detail: words(
        passage,
        sentences(
          purpose && `Written for ${sharedForWords[purpose]}`,
          why,
          basis && `Basis in law: ${basis}`,
          wished && `The child wished: ${wished}`,
        ),
      ),
    }),
    'passage-not-shared': ({ name, why, basis, wished, purpose, passage }) => ({
      headline: `Decided not to share what the child said with ${name}.`,
      detail: words(
        passage,
        sentences(
          purpose && `Not for ${sharedForWords[purpose]}`,
          why,
          basis && `Basis in law: ${basis}`,
          wished && `The child wished: ${wished}`,
        ),
      ),
    }),
  }
