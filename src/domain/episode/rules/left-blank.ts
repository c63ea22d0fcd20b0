import type { EntryType, EpisodeBodies } from '../entries.ts'
import { saidIn, type Agreed, type Learned } from '../finding-bodies.ts'
import type { AskedAndAnswered } from '../return-bodies.ts'
import { isBlank, type Question, type Rule } from './question.ts'

type Texts = {
  readonly [T in EntryType]?: (body: EpisodeBodies[T]) => Readonly<Record<string, string | undefined>>
}

/** The texts without which an entry says nothing, wherever it comes from. */
const texts: Texts = {
  'concern-raised': ({ reference, expectedAt }) => ({ reference, expectedAt }),
  'action-taken': ({ action, outcome }) => ({ action, outcome }),
  'concern-reviewed': ({ outcome }) => ({ outcome }),
  'reported-missing': ({ police }) =>
    police.kind === 'rang' ? { number: police.number, callTaker: police.callTaker } : {},
  'risk-assessed': ({ accountOf, reason, firstActions }) => ({ accountOf, reason, firstActions }),
  'risk-view-given': ({ reason }) => ({ reason }),
  'grade-challenged': ({ reason }) => ({ reason }),
  'challenge-answered': ({ answer }) => ({ answer }),
  'agency-informed': ({ told }) => ({
    ...(told.kind !== 'not-told' && { who: told.who }),
    ...(told.kind !== 'told' && { because: told.because }),
  }),
  asked: ({ question, text }) => ({ question, text }),
  answered: ({ question, text }) => ({ question, text }),
  'information-received': ({ from, text }) => ({ from, text }),
  'intelligence-recorded': ({ text }) => ({ text }),
  'meeting-held': ({ kind, invited, attended, shared, decided }) => ({
    attended,
    decided,
    ...(kind === 'strategy' && { invited, shared }),
  }),
  located: ({ seenBy, howKnown, inChargeOf, where }) => ({ seenBy, howKnown, inChargeOf, where }),
  'homecoming-agreed': ({ who, how, otherwise }) => ({ who, how, otherwise }),
  returned: ({ to }) => ({ to }),
  'child-welcomed': ({ food, rest, medical, tonight }) => ({ food, rest, medical, tonight }),
  'conversation-held': ({ with: whom, said, agreed }) => ({ with: whom, said, agreed }),
  'told-now': ({ name, who, passage }) => ({ name, who, passage }),
  'telling-answered': ({ did }) => ({ did }),
  'reference-given': ({ reference }) => ({ reference }),
  'prevention-check-done': ({ officer, where, said }) => ({ officer, where, said }),
  'prevention-check-not-possible': ({ because, whatThen }) => ({ because, whatThen }),
  'interview-offered': ({ by, choice }) => ({ by, choice }),
  'interview-accepted': ({ toldTo }) => ({ toldTo }),
  'interview-declined': ({ toldTo }) => ({ toldTo }),
  'interview-arranged': ({ where, interviewer }) => ({ where, interviewer }),
  'interview-attempted': ({ because }) => ({ because }),
  'interview-held': ({ interviewer, where, present }) => ({ interviewer, where, present }),
  'interview-not-held': ({ reason }) => ({ reason }),
  'carers-account-taken': ({ from, account }) => ({ from, account }),
  'host-asked': ({ name, why }) => ({ name, why }),
  'host-answered': ({ reason }) => ({ reason }),
  'interview-written-up': ({ answers = [], view }) => ({
    answers: answers.map(answered).find(isSaid) ?? view,
  }),
  'interview-sent-back': ({ comments }) => ({ comments }),
  'interview-added-to': ({ text }) => ({ text }),
  'passage-not-shared': ({ name, why, basis, wished, purpose }) => ({ name, why, purpose, basis, wished }),
  'passage-shared': ({ name, why, passage, basis, wished, purpose }) => ({
    name,
    why,
    passage,
    purpose,
    basis,
    wished,
  }),
  'finding-recorded': (body) => learned(saidIn(body)),
  'finding-kept': ({ why }) => ({ why }),
  'findings-compared': ({ why }) => ({ why }),
  'action-agreed': (body) => agreed(saidIn(body)),
  'no-action-decided': (body) => ({ reason: saidIn(body) }),
  'action-done': (body) => ({ shown: saidIn(body) }),
  'action-ended': (body) => ({ reason: saidIn(body) }),
  'care-reported-missing': ({ who }) => ({ who }),
  'care-located': ({ seenBy, howKnown, where }) => ({ seenBy, howKnown, where }),
  'care-returned': ({ seenBy, how }) => ({ seenBy, how }),
  'care-conversation-held': ({ with: whom, whileAway }) => ({ with: whom, whileAway }),
  'care-repair-agreed': ({ what, by }) => ({ what, by }),
  'care-prevention-agreed': ({ keep, ifMissing, afterwards }) => ({ keep, ifMissing, afterwards }),
  'harm-considered': ({ reason }) => ({ reason }),
  'enquiry-begun': ({ lead, into }) => ({ lead, into }),
  'enquiry-saw-child': ({ where, alone, whyNotAlone }) => ({ where, ...(!alone && { whyNotAlone }) }),
  'enquiry-concluded': ({ reason }) => ({ reason }),
  'read-by-reviewing-officer': ({ view }) => ({ view }),
  'review-called': ({ reason }) => ({ reason }),
  'significance-considered': ({ reason }) => ({ reason }),
  'plan-updated': ({ what }) => ({ what }),
  'note-added': ({ text }) => ({ text }),
  'episode-shared': ({ name, why }) => ({ name, why }),
  'entry-corrected': ({ reason }) => ({ reason }),
  'recorded-in-error': ({ reason }) => ({ reason }),
  'episode-closed': ({ summary }) => ({ summary }),
  'episode-reopened': ({ reason }) => ({ reason }),
}

/** A finding quotes the child or gives a reason. */
function learned(said: Learned | undefined): Readonly<Record<string, string | undefined>> {
  const { what, quote, reason } = said ?? {}
  const name = what?.kind === 'factor' ? what.code : what?.name
  return { what: name, reason: [quote, reason].find(isSaid) }
}

function agreed(said: Agreed | undefined): Readonly<Record<string, string | undefined>> {
  return { what: said?.what, service: said?.service, shownBy: said?.shownBy }
}

/** That a child did not want to say is an answer too. */
function answered({ asked, chosen = [], words, notSaid }: AskedAndAnswered): string | undefined {
  return notSaid === true ? asked : [...chosen, words].find(isSaid)
}

function isSaid(text: string | undefined): boolean {
  return !isBlank(text)
}

export const leftBlank: Rule = ({ entry }) => {
  const [field] = blankIn(entry)
  return field === undefined ? undefined : { kind: 'left-blank', field }
}

/** A correction leaves nothing blank that was said. What lies apart from the core is not there to be seen, and what an older
    record lacks is no fault of the correction. */
export const leftBlankByCorrecting: Rule = ({ entry, entries }) => {
  const standing = entries.find(({ id }) => id === entry.id)
  const former = standing === undefined ? [] : blankIn(standing)
  const field = blankIn(entry).find((one) => !former.includes(one))
  return field === undefined ? undefined : { kind: 'left-blank', field }
}

function blankIn({ type, body }: Pick<Question['entry'], 'type' | 'body'>): readonly string[] {
  // The reader and the body have one type, which TypeScript cannot see through an index.
  const read = texts[type] as ((body: unknown) => Readonly<Record<string, string | undefined>>) | undefined
  return Object.entries(read?.(body) ?? {}).flatMap(([field, text]) => (isBlank(text) ? [field] : []))
}
