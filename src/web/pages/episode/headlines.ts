import type { EntryType, EpisodeEntry } from '../../../domain/episode/entries.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { whenWords } from '../../components/time.ts'
import { html } from '../../html.ts'
import { capitalised } from './child-words.ts'
import { childFirst, headlinesCare } from './headlines-care.ts'
import { headlinesAfter } from './headlines-after.ts'
import { headlinesFindings } from './headlines-findings.ts'
import { headlinesProtection } from './headlines-protection.ts'
import { headlinesReturn } from './headlines-return.ts'
import { ending, sentences, type Headline, type Headlines, type Reading } from './reading.ts'
import {
  meansWords,
  outcomeWords,
  questionWords,
  returnWords,
  riskWords,
  whereaboutsWords,
} from './value-words.ts'

/** An entry as it is read: what happened in bold, then what was said about it. */
export function headlineOf(entry: EpisodeEntry, reading: Reading): Headline {
  const read = headlines[entry.type] as (body: EpisodeEntry['body'], reading: Reading) => Headline
  return read(entry.body, reading)
}

const headlines: Headlines<EntryType> = {
  ...headlinesAfter,
  ...headlinesReturn,
  ...headlinesFindings,
  ...headlinesProtection,
  ...headlinesCare,
  'concern-raised': ({ expectedAt, whereabouts, where, care, why, aboutSetting, childsAccount }) =>
    care === undefined
      ? {
          headline: 'Concern raised.',
          detail: `Expected at ${expectedAt}; ${whereaboutsWords[whereabouts]}${where === undefined ? '' : `: ${where}`}.`,
        }
      : {
          headline: `Care is missing: ${care.strands.map(({ title }) => title).join('; ')}.`,
          detail: childFirst([childsAccount], sentences(`Expected: ${expectedAt}`, why, aboutSetting)),
        },
  'action-taken': ({ action, outcome }) => ({ headline: `${action}.`, detail: outcome }),
  'concern-reviewed': ({ outcome }) => ({ headline: 'Concern read by a manager.', detail: outcome }),
  'threshold-assessed': ({ worriedNow, why, where }) => ({
    headline: worriedNow ? 'Worried now.' : 'Not worried yet.',
    detail: sentences(why, where && `Thought to be at ${where}`),
  }),
  'reported-missing': ({ police, account }) => ({
    headline: 'Police told.',
    detail: sentences(
      police.kind === 'rang'
        ? `Rang ${police.number}, ${police.callTaker} took the call`
        : 'Accepted by police as reported',
      police.reference && `Police reference ${police.reference}`,
      account,
    ),
  }),
  'risk-assessed': (
    { level, reason, indicators, firstActions, nextReview, accountOf, supervisor },
    { now },
  ) => ({
    headline: `Police graded the risk: ${riskWords[level]}.`,
    detail: sentences(
      reason,
      indicators.length > 0 && `Seen: ${indicators.join('; ')}`,
      `On the account of ${accountOf}`,
      `First actions: ${firstActions}`,
      `Next review ${whenWords(nextReview, now)}`,
      supervisor !== undefined && `Supervisor: ${supervisor}`,
    ),
  }),
  'episode-shared': ({ name, why }) => ({
    headline: `Shared with ${name}: they may read it, and nobody has been told.`,
    detail: why,
  }),
  'risk-view-given': ({ level, reason }) => ({
    headline: `View on risk, not a grade: ${riskWords[level]}.`,
    detail: reason,
  }),
  'grade-challenged': ({ reason }) => ({ headline: 'Grade challenged.', detail: reason }),
  'challenge-answered': ({ answer }) => ({ headline: 'Challenge answered.', detail: answer }),
  'agency-informed': ({ role, about, told }) => ({
    headline:
      told.kind === 'one-not-told'
        ? `One of ${roleLabel(role)} not told: ${told.who}.`
        : `${capitalised(roleLabel(role))} ${told.kind === 'told' ? 'told' : 'not told'}.`,
    detail:
      told.kind === 'told'
        ? `${told.who} heard of ${tidingsCalled[about]} ${meansWords[told.means]}.`
        : `Of ${tidingsCalled[about]}: ${told.because}`,
  }),
  asked: ({ question, text, of }) => ({
    headline: question === 'still-missing' ? 'Still missing?' : 'Question.',
    detail: `${text} (to the ${roleLabel(of)})`,
  }),
  answered: ({ question, text }) => ({ headline: ending(questionWords(question)), detail: text }),
  'information-received': ({ from, text, place, intelligence }) => ({
    headline: 'Information.',
    detail: sentences(
      text,
      `From ${from}`,
      place && `Place: ${place}`,
      intelligence && `Police intelligence: ${intelligence}`,
    ),
  }),
  located: ({ seenBy, howKnown, inChargeOf, where, outcome }, { child }) =>
    outcome === 'died'
      ? {
          headline: `${child.full} has died.`,
          detail: sentences(`At ${where}`, `Known by ${seenBy}: ${howKnown}`),
        }
      : {
          headline: `Found: ${outcomeWords[outcome]}.`,
          detail: sentences(
            `Seen by ${seenBy} at ${where}`,
            `Known how: ${howKnown}`,
            `In the charge of ${inChargeOf}`,
          ),
        },
  returned: ({ to, how, placeOfSafety, condition }, { child }) => ({
    headline: placeOfSafety === false ? 'Turned up, not at a place of safety.' : 'Returned.',
    detail: sentences(
      `${how === 'by-themselves' ? `By ${child.himself}` : capitalised(returnWords[how])}, to ${to}`,
      condition,
    ),
  }),
  acknowledged: ({ of }, { dutyTitle, entryCalled }) =>
    of.kind === 'rung'
      ? {
          headline: `Acknowledged for the ${roleLabel(of.role)}.`,
          detail: dutyTitle(of.duty) ?? of.duty.replaceAll('-', ' '),
        }
      : { headline: 'Confirmed.', detail: capitalised(entryCalled(of.entry)) },
  'reference-given': ({ reference, police }) => ({
    headline: `${police ? 'Police reference' : 'Reference'} ${reference}.`,
  }),
  'entry-corrected': ({ corrects, reason }, { entryCalled }) => ({
    headline: 'Corrected.',
    detail: `${capitalised(entryCalled(corrects))}: ${reason}`,
  }),
  'recorded-in-error': ({ scope, why, reason }, { entryCalled }) => ({
    headline: `Recorded in error: ${errorWords[why]}.`,
    detail: `${scope.kind === 'episode' ? 'The whole episode' : capitalised(entryCalled(scope.entry))}. ${reason}`,
  }),
  'episode-linked': ({ to, as }) => ({
    headline: `${linkWords[as]}.`,
    detail: html`<a class="govuk-link" href="/episodes/${to}">Open the linked episode</a>`,
  }),
  'episode-closed': ({ summary, leftOpen }, { dutyTitle }) => ({
    headline: 'Episode closed.',
    detail: sentences(
      summary,
      ...Object.entries(leftOpen).map(
        ([duty, why]) => `Left undone: ${dutyTitle(duty) ?? duty}, because ${why}`,
      ),
    ),
  }),
  'episode-reopened': ({ reason }) => ({ headline: 'Episode reopened.', detail: reason }),
}

const tidingsCalled = {
  concern: 'the concern',
  report: 'the report',
  location: 'the location',
  return: 'the return',
  void: 'the error',
} as const

const errorWords = {
  'wrong-child': 'it is about another child',
  duplicate: 'it is recorded elsewhere',
  'did-not-happen': 'it did not happen',
} as const

const linkWords = {
  together: 'Away together with another child',
  previous: 'Follows an earlier episode',
  duplicate: 'The same absence is recorded twice',
} as const
