import type { EntryType, EpisodeBodies } from '../../src/domain/episode/entries.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { at } from './at.ts'
import { ordinaryOfCare } from './bodies-of-care.ts'
import { cast, idFor, tyler } from './cast.ts'

/** An ordinary body of every type, so that a test says only what it is about. */
export const ordinary: { readonly [T in EntryType]: EpisodeBodies[T] } = {
  ...ordinaryOfCare,
  'concern-raised': {
    subject: { kind: 'child', child: tyler },
    reference: '7F3K-2Q9X',
    partnership: 'Calderwick',
    editions: [{ protocol: 'missing-from-home-and-care', edition: '2026-01' }],
    expectedAt: 'Fernside',
    whereabouts: 'unknown',
    authorisation: 'not-authorised',
    how: 'noticed',
  },
  'action-taken': { action: 'Rang his mobile', outcome: 'No answer' },
  'concern-reviewed': { outcome: 'Read by the registered manager' },
  'threshold-assessed': { worriedNow: true },
  'reported-missing': { police: { kind: 'rang', number: '101', callTaker: 'Call-taker 4471' } },
  'risk-assessed': {
    level: 'medium',
    accountOf: 'Ruth Adeyemi',
    indicators: ['Cold night without a coat'],
    reason: 'Fourteen, alone after dark, phone switched off',
    firstActions: 'Patrol to the bus station and the canal',
    nextReview: at('2026-03-29T08:00'),
  },
  'risk-view-given': { level: 'high', reason: 'He was threatened on Thursday' },
  'grade-challenged': { reason: 'The threat on Thursday is not in the account' },
  'challenge-answered': {
    challenge: idFor<'entry'>('challenge'),
    answer: 'Graded again with the threat in it',
  },
  'agency-informed': {
    role: 'duty-team',
    about: 'report',
    told: { kind: 'told', who: 'Maureen Tully', means: 'telephone' },
  },
  asked: { question: 'clothing', text: 'What was he wearing?', of: 'carer' },
  answered: { question: 'last-seen', text: 'In the kitchen, by Ruth' },
  'information-received': { from: 'A friend', text: 'He rang and said that he is fine' },
  'intelligence-recorded': {
    text: 'A man in a grey van asked for him at the station',
    source: 'untested',
    assessment: 'known-directly',
    handling: 'may-be-shared',
  },
  'meeting-held': {
    kind: 'strategy',
    invited: 'Police, social worker, home, school nurse',
    attended: 'Police, social worker, home',
    shared: 'Police: a threat on Thursday. Home: who rang him',
    decided: 'Search the canal',
  },
  located: {
    seenBy: 'PC Hargreaves',
    howKnown: 'By his photograph and name',
    inChargeOf: 'PC Hargreaves',
    where: 'Bus station',
    outcome: 'well',
  },
  'homecoming-agreed': {
    led: 'council',
    who: 'Maureen Tully',
    byWhen: at('2026-03-29T23:00'),
    how: 'By taxi, with Maureen',
    otherwise: 'The emergency bed at Larch House',
  },
  returned: { to: 'Fernside', how: 'brought-by-police' },
  'child-welcomed': {
    food: 'Beans on toast',
    rest: 'To bed at one',
    medical: 'A graze, cleaned',
    tonight: 'Ruth sleeps in the room beside his',
  },
  'conversation-held': {
    with: 'Ruth Adeyemi',
    said: 'He was angry about the telephone',
    agreed: 'It is his until ten',
  },
  'told-now': {
    to: 'social-worker',
    with: idFor('Calderwick Council'),
    name: 'Calderwick Council',
    who: 'Priya Shah',
    means: 'telephone',
    passage: 'There is a man who waits at the station',
  },
  'telling-answered': { telling: idFor<'entry'>('telling'), did: 'Rang police and the home' },
  acknowledged: { of: { kind: 'rung', duty: 'tell-police', role: 'home-on-call' } },
  'reference-given': { reference: 'CV-2026-0311', police: true },
  'prevention-check-done': {
    officer: 'PC Hargreaves',
    where: 'Fernside',
    faceToFace: true,
    alone: 'yes',
    said: 'He wanted to see his brother',
    harm: 'no',
  },
  'prevention-check-not-possible': { because: 'Asleep', whatThen: 'An officer comes at 09:00' },
  'interview-offered': { how: 'in-person', by: 'Jade Whitcombe', choice: 'The park or the youth club' },
  'interview-accepted': { toldTo: 'Jade Whitcombe', childsWords: 'If it is at the park' },
  'interview-declined': { toldTo: 'Jade Whitcombe', childsOwnAnswer: true },
  'interview-arranged': {
    at: at('2026-03-30T16:00'),
    where: 'Youth club',
    interviewer: 'Jade Whitcombe',
  },
  'interview-attempted': { because: 'Nobody answered the door' },
  'interview-held': {
    interviewer: 'Jade Whitcombe',
    caresForChild: false,
    allocatedWorker: false,
    where: 'Youth club',
    present: 'Tyler and Jade',
  },
  'interview-not-held': { reason: 'He lives abroad now, and spoke with his new worker there' },
  'interview-served': {
    episode: idFor<'episode'>('another episode'),
    interview: idFor<'entry'>('interview'),
  },
  'carers-account-taken': { from: 'Ruth Adeyemi', account: 'He came back hungry and said little' },
  'host-asked': {
    council: idFor('Aldermoor Council'),
    name: 'Aldermoor Council',
    why: 'He lives an hour away and knows their interviewer',
  },
  'host-answered': {
    asked: idFor<'entry'>('request'),
    accepted: false,
    reason: 'Nobody is free within three days',
  },
  'interview-written-up': {
    interview: idFor<'entry'>('interview'),
    set: { set: 'return-interview', edition: '2026-01' },
    answers: [{ question: 'where-went', asked: 'Where did you go?', words: 'At my brother’s' }],
    view: 'He misses his brother more than he says',
  },
  'interview-sent-back': { writeUp: idFor<'entry'>('write-up'), comments: 'Who else was there?' },
  'interview-approved': { writeUp: idFor<'entry'>('write-up') },
  'interview-added-to': { interview: idFor<'entry'>('interview'), text: 'The brother has moved' },
  'passage-not-shared': {
    interview: idFor<'entry'>('interview'),
    name: 'The school',
    why: 'He fears that they tell his mother',
    basis: 'Nothing that a school must know',
    wished: 'Not school',
    purpose: 'school',
  },
  'passage-shared': {
    interview: idFor<'entry'>('interview'),
    with: idFor('Brackendale Homes'),
    name: 'Brackendale Homes',
    why: 'He wants his key worker to know',
    basis: 'To look after him',
    wished: 'That Ruth knows',
    purpose: 'carer',
    passage: 'I want Ruth to know about my brother',
  },
  'finding-recorded': {
    from: idFor<'entry'>('interview'),
    ofConcern: true,
    restricted: {
      what: { kind: 'person', name: 'Kez', known: 'Drives a grey van' },
      quote: 'Kez said I owe him',
    },
  },
  'finding-released': { finding: idFor<'entry'>('finding') },
  'finding-kept': { finding: idFor<'entry'>('finding'), why: 'He fears that Kez would know' },
  'findings-compared': {
    finding: idFor<'entry'>('finding'),
    other: { episode: idFor<'episode'>('another episode'), finding: idFor<'entry'>('another finding') },
    same: true,
    why: 'The same van, and the same brother',
  },
  'action-agreed': {
    finding: idFor<'entry'>('finding'),
    owner: 'social-worker',
    byWhen: at('2026-04-02T17:00'),
    with: idFor('Calderwick Council'),
    name: 'Calderwick Council',
    restricted: {
      what: 'Ask for a visit to whoever lends him money',
      service: 'Exploitation team',
      shownBy: 'The note of the visit',
    },
  },
  'no-action-decided': {
    finding: idFor<'entry'>('finding'),
    restricted: 'It is what the meeting on Monday is about',
  },
  'action-done': { action: idFor<'entry'>('action'), restricted: 'Visited on Thursday: note CW-113' },
  'action-ended': { action: idFor<'entry'>('action'), restricted: 'He has moved away' },
  'harm-considered': { answer: 'at-risk', reason: 'The threat on Thursday' },
  'enquiry-begun': { lead: 'Daniel Osei', into: 'Who threatened him, and who else is at risk' },
  'enquiry-saw-child': {
    enquiry: idFor<'entry'>('enquiry'),
    where: 'At school',
    alone: false,
    whyNotAlone: 'He asked for his form tutor',
  },
  'enquiry-concluded': {
    enquiry: idFor<'entry'>('enquiry'),
    outcome: 'at-risk',
    reason: 'The threat was meant, and stands',
  },
  'read-by-reviewing-officer': { view: 'The third time in a month: the plan does not hold' },
  'review-called': { byWhen: at('2026-04-09T17:00'), reason: 'The placement may end' },
  'significance-considered': {
    significant: true,
    reason: 'He has not been asked about his brother',
    assessments: 'Update',
    plans: 'Family time',
    additional: 'Mentor',
  },
  'plan-updated': { what: 'Missing plan: his brother’s address' },
  'episode-shared': {
    with: idFor('Calder Valley Police'),
    name: 'Calder Valley Police',
    why: 'She was last seen in their area',
  },
  'note-added': { text: 'His coat is on its hook' },
  'entry-corrected': { corrects: idFor<'entry'>('corrected'), reason: 'Typed wrongly', needsSecond: false },
  'recorded-in-error': {
    scope: { kind: 'episode' },
    why: 'wrong-child',
    reason: 'It is about another child',
  },
  'episode-linked': {
    to: idFor<'episode'>('another episode'),
    as: 'previous',
  },
  'episode-closed': { summary: 'Everything that was owed is done', leftOpen: {} },
  'episode-reopened': { reason: 'An interview was found that is not on the record' },
}

const police = ['reported-missing', 'risk-assessed', 'located', 'challenge-answered'] as const
const listeners = [
  'interview-offered',
  'interview-accepted',
  'interview-declined',
  'interview-arranged',
  'interview-held',
  'interview-served',
  'carers-account-taken',
  'host-asked',
  'interview-written-up',
  'interview-added-to',
  'passage-not-shared',
  'finding-recorded',
  'findings-compared',
] as const

/** Who ordinarily writes an entry of that type. */
export function ordinaryAuthor(type: EntryType): Author {
  const among = (types: readonly EntryType[]): boolean => types.includes(type)
  if (
    type.startsWith('prevention-check') ||
    type === 'intelligence-recorded' ||
    (among(police) && type !== 'reported-missing')
  )
    return cast.police
  if (
    among([
      'interview-sent-back',
      'interview-approved',
      'interview-not-held',
      'finding-released',
      'finding-kept',
    ])
  )
    return cast['missing-coordinator']
  if (type === 'read-by-reviewing-officer' || type === 'review-called') return cast['reviewing-officer']
  if (type === 'interview-attempted' || type === 'passage-shared' || among(listeners))
    return cast['missing-service']
  if (
    among([
      'homecoming-agreed',
      'telling-answered',
      'host-answered',
      'harm-considered',
      'significance-considered',
      'enquiry-begun',
      'enquiry-saw-child',
      'enquiry-concluded',
      'episode-closed',
      'action-agreed',
      'no-action-decided',
      'action-done',
      'action-ended',
    ])
  )
    return cast['social-worker']
  return cast.carer
}
