import { interviewPages } from './journey-interview.ts'
import { knownPages } from './journey-known.ts'
import { outsideStates } from './journey-outside.ts'
import { packPages } from './journey-packs.ts'
import { returnActs } from './journey-pages-return.ts'
import {
  act,
  at,
  empty,
  filled,
  jay,
  jaysNight,
  refused,
  sent,
  tyler,
  tylersNight,
  unreadable,
  zara,
} from './journey-page-state.ts'
import type { PageState, States } from './journey-states.ts'
import { newId } from '../../src/application/ids.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { CastName } from '../../src/cli/demonstration/cast.ts'
import { entryIdOf, episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'

const acts: States = {
  ...returnActs,
  ...interviewPages,
  ...act('take-action', 'ruth', jaysNight),
  ...act('assess-threshold', 'milo', 'zara, worried'),
  ...act('review-concern', 'beth', 'callum, late home'),
  ...act('report-missing', 'milo', 'zara, worried', [filled('lena', `${jay}/report-missing`)]),
  ...act('inform-agency', 'ruth', jaysNight, [filled('ruth', `${jay}/inform-agency?role=school`)]),
  ...act('give-reference', 'lena', jaysNight),
  ...act('record-location', 'lena', jaysNight),
  ...act('record-return', 'ruth', jaysNight),
  ...act('record-information', 'ruth', jaysNight, [filled('lena', `${jay}/record-information`)]),
  ...act('record-intelligence', 'lena', jaysNight),
  ...act('share-passage', 'noor', 'jay, closed late', [empty('noor', `${tyler}/share-passage`)]),
  ...act('assess-risk', 'lena', jaysNight, [filled('imran', `${at('leah, not yet graded')}/assess-risk`)]),
  ...act('give-risk-view', 'ruth', jaysNight),
  ...act('challenge-grade', 'sam', jaysNight),
  ...act('answer-challenge', 'imran', jaysNight, [empty('imran', `${at('kai, located')}/answer-challenge`)]),
  ...act('record-prevention-check', 'lena', 'poppy, not yet seen'),
  ...act('record-check-not-possible', 'lena', 'poppy, not yet seen'),
  ...act('offer-interview', 'noor', tylersNight),
  ...act('record-interview-declined', 'noor', 'reece, offered an interview'),
  ...act('arrange-interview', 'noor', 'reece, offered an interview'),
  ...act('record-interview-attempt', 'jo', 'amara, interview arranged'),
  ...act('record-interview', 'jo', 'amara, interview arranged'),
  ...act('consider-harm', 'sam', jaysNight),
  ...act('consider-significance', 'sam', tylersNight),
  ...act('record-meeting', 'dawn', jaysNight),
  ...act('update-plan', 'sam', tylersNight),
  ...act('ask', 'sam', jaysNight),
  ...act('answer', 'sam', jaysNight, [
    filled('ben', `${at('dominic, an open spell of the return')}/answer?question=still-missing`),
  ]),
  ...act('add-note', 'ruth', jaysNight),
  ...act('record-in-error', 'sam', jaysNight, [
    filled('sam', `${jay}/record-in-error?entry=${entryIdOf(jaysNight, 1)}`),
  ]),
  ...act('acknowledge', 'sam', jaysNight, [empty('marian', `${at('mia, recorded in error')}/acknowledge`)]),
  ...act('share-episode', 'sam', jaysNight),
  ...act('close-episode', 'noor', tylersNight, [empty('noor', `${at('jay, closed late')}/close-episode`)]),
  ...act('reopen-episode', 'noor', 'jay, closed late'),
  ...act('link-episode', 'sam', jaysNight),
  'GET /episodes/:episode/correct-entry/:entry': [
    filled('ruth', `${tyler}/correct-entry/${entryIdOf(tylersNight, 1)}`),
    empty('ruth', `${tyler}/correct-entry/${newId()}`),
  ],
  'POST /episodes/:episode/correct-entry/:entry': [
    sent('ruth', `${tyler}/correct-entry/${entryIdOf(tylersNight, 1)}`),
  ],
}

/** Both routes of one addition to a child's own record. */
function addition(path: string, as: CastName, child: string, more: readonly PageState[] = []): States {
  const page = `/children/${childIdOf(child)}/${path}`
  return {
    [`GET /children/:child/${path}`]: [filled(as, page), ...more],
    [`POST /children/:child/${path}`]: [sent(as, page)],
  }
}

const additions: States = {
  ...addition('identity', 'lena', 'unknown'),
  ...addition('concern-known', 'ruth', 'jay'),
  ...addition('plan-agreed', 'sam', 'jay'),
  ...addition('health-known', 'ruth', 'jay'),
  ...addition('health-ended', 'ruth', 'jay'),
  ...knownPages(addition),
  ...addition('address-protected', 'sam', 'jay'),
  ...addition('address-protection-ended', 'sam', 'jay'),
  ...addition('photograph-added', 'ruth', 'jay'),
  ...addition('photograph-withdrawn', 'ruth', 'jay'),
  ...addition('placed', 'sam', 'jay'),
  ...addition('placement-ended', 'karl', 'jay'),
  ...addition('worker-allocated', 'sam', 'jay'),
  ...addition('worker-ended', 'sam', 'jay'),
  ...addition('looked-after-from', 'sam', 'jay'),
  ...addition('looked-after-ended', 'sam', 'jay'),
  ...addition('status-recorded', 'sam', 'jay'),
  ...addition('responsible-council-set', 'sam', 'jay'),
  ...addition('partner-named', 'sam', 'jay'),
  ...addition('partner-ended', 'sam', 'jay'),
  ...addition('person-shut-out', 'grace', 'jay'),
  ...addition('shut-out-ended', 'grace', 'robin'),
  ...addition('record-restricted', 'grace', 'jay'),
  ...addition('restriction-ended', 'grace', 'robin'),
  ...addition('same-child', 'sam', 'jay'),
}

const questions = [
  'last-seen',
  'circumstances',
  'with-whom',
  'clothing',
  'telephone',
  'medication',
  'done',
  'definition',
]

const report: States = {
  'GET /report': [
    filled('ruth', '/report'),
    filled('ruth', '/report?q=Jay'),
    filled('ruth', `/report?with=${episodeIdOf(jaysNight)}`),
    empty('curtis', '/report'),
    empty('curtis', '/report?q=nobody'),
    unreadable('ruth', '/report?q=%00'),
  ],
  'GET /report/new-child': [filled('curtis', '/report/new-child')],
  'POST /report/new-child': [
    sent('curtis', '/report/new-child'),
    sent('ruth', '/report/new-child', 400, { name: 'Jay Mercer' }),
  ],
  'GET /report/:child/worried': [
    filled('ruth', `/report/${childIdOf('tyler')}/worried`),
    filled('lena', `/report/${childIdOf('tyler')}/worried`),
    filled('ruth', `/report/${childIdOf('tyler')}/worried?with=${episodeIdOf(jaysNight)}`),
    empty('ruth', `/report/${childIdOf('jay')}/worried`),
  ],
  'POST /report/:child/worried': [sent('ruth', `/report/${childIdOf('tyler')}/worried`)],
  'GET /episodes/:episode/report': [
    filled('ruth', `${jay}/report`),
    filled('milo', `${zara}/report`),
    filled('ruth', `${tyler}/report`),
  ],
  'GET /episodes/:episode/report/ring': [
    filled('milo', `${zara}/report/ring`),
    empty('ruth', `${jay}/report/ring`),
  ],
  'POST /episodes/:episode/report/ring': [sent('milo', `${zara}/report/ring`)],
  'GET /episodes/:episode/report/together': [
    filled('ruth', `${jay}/report/together`),
    empty('marian', `${at('mia, being looked for')}/report/together`),
  ],
  'GET /episodes/:episode/report/:question': questions.map((slug) => filled('ruth', `${jay}/report/${slug}`)),
  'POST /episodes/:episode/report/:question': questions
    .filter((slug) => slug !== 'telephone')
    .map((slug) => sent('ruth', `${jay}/report/${slug}`)),
}

const nights = [
  ['ruth', jaysNight],
  ['milo', 'zara, worried'],
  ['milo', 'callum, just noticed'],
  ['lena', 'a girl whose name nobody knows'],
  ['lena', 'kai, located'],
  ['ruth', tylersNight],
  ['noor', 'jay, closed late'],
  ['marian', 'mia, recorded in error'],
  ['ben', 'nadia, more than a day'],
  ['ben', 'dominic, an open spell of the return'],
  ['joyce', 'poppy, not yet seen'],
] as const

const looking: States = {
  'GET /': [filled(undefined, '/'), filled('amira', '/')],
  'GET /sign-in': [filled(undefined, '/sign-in')],
  'POST /sign-in': [sent(undefined, '/sign-in', 404, { post: newId() })],
  'POST /sign-out': [refused('/board', '/sign-out')],
  // The demonstration has no provider: with one, its pages are looked at in a journey of their own.
  'POST /sign-in/with/:provider': [refused('/you', `/sign-in/with/${newId()}`)],
  'GET /sign-in/with/:provider/return': [filled(undefined, `/sign-in/with/${newId()}/return`, 404)],
  'POST /lock': [refused('/you', '/lock')],
  'GET /locked': [filled('curtis', '/locked')],
  'POST /locked': [refused('/you', '/locked')],
  'GET /held': [filled('curtis', '/held')],
  'POST /held/drop': [refused('/you', '/held/drop')],
  'POST /drafts': [refused('/you', '/drafts')],
  'POST /drafts/drop': [refused('/you', '/drafts/drop')],
  'GET /you': [filled('amira', '/you')],
  'POST /you/stay': [refused('/you', '/you/stay')],
  'POST /you/act-in': [refused('/you', '/you/act-in')],
  'POST /sign-in/passkey': [refused('/you', '/sign-in/passkey')],
  'POST /sign-in/passkey/challenge': [refused('/you', '/sign-in/passkey/challenge')],
  'GET /invitation/:secret': [filled(undefined, '/invitation/x', 404)],
  'POST /invitation/:secret': [refused('/you', '/invitation/x')],
  'GET /confirm': [filled('amira', '/confirm')],
  'POST /confirm': [refused('/you', '/confirm')],
  'POST /confirm/passkey': [refused('/you', '/confirm/passkey')],
  'POST /confirm/passkey/challenge': [refused('/you', '/confirm/passkey/challenge')],
  'GET /you/account': [filled('amira', '/you/account', 404)],
  'GET /you/account/password': [filled('amira', '/you/account/password', 404)],
  'POST /you/account/password': [refused('/you', '/you/account/password')],
  'GET /you/account/codes': [filled('amira', '/you/account/codes', 404)],
  'POST /you/account/codes': [refused('/you', '/you/account/codes')],
  'POST /you/account/passkey': [refused('/you', '/you/account/passkey')],
  'POST /you/account/passkey/challenge': [refused('/you', '/you/account/passkey/challenge')],
  'POST /you/account/passkey/remove': [refused('/you', '/you/account/passkey/remove')],
  'POST /you/sign-out-everywhere': [refused('/you', '/you/sign-out-everywhere')],
  'GET /board': [filled('amira', '/board'), filled('amira', '/board?wall=1'), empty('curtis', '/board')],
  'GET /rota': [filled('amira', '/rota'), empty('ben', '/rota')],
  'GET /duties': [filled('amira', '/duties'), empty('curtis', '/duties')],
  'GET /children': [
    empty('amira', '/children'),
    filled('amira', '/children?q=oakfield'),
    empty('amira', '/children?q=nobody'),
    unreadable('amira', '/children?q=%00'),
  ],
  'GET /children/:child': [
    filled('sam', `/children/${childIdOf('jay')}`),
    filled('sam', `/children/${childIdOf('jay')}?recorded=placed`),
    filled('ben', `/children/${childIdOf('dominic')}`),
    filled('grace', `/children/${childIdOf('robin')}`),
    empty('lena', `/children/${childIdOf('unknown')}`),
  ],
  ...packPages,
  'GET /children/:child/looks': [
    filled('dawn', `/children/${childIdOf('jay')}/looks`),
    filled('colm', `/children/${childIdOf('jay')}/looks?for=child`),
    empty('dawn', `/children/${childIdOf('jay')}/looks?from=1.1.2020&until=2.1.2020`),
    unreadable('dawn', `/children/${childIdOf('jay')}/looks?from=yesterday`),
  ],
  'GET /looks': [
    filled('dawn', '/looks'),
    filled('dawn', '/looks?words=court&from=1.1.2020&until=2.1.2020'),
    empty('ruth', '/looks'),
    unreadable('dawn', '/looks?from=yesterday'),
    unreadable('dawn', '/looks?words=%00'),
  ],
  'POST /looks/export': [{ ...sent('dawn', '/looks'), form: '/looks/export' }],
  'POST /children/:child/looks/export': [
    {
      ...sent('dawn', `/children/${childIdOf('jay')}/looks`),
      form: `/children/${childIdOf('jay')}/looks/export`,
    },
  ],
  'GET /episodes/:episode': [
    ...nights.map(([as, night]) => filled(as, at(night))),
    filled('ruth', `${jay}?done=add-note`),
    empty('ruth', `${jay}?as-known-at=2020-01-01T00:00:00.000Z`),
  ],
  'GET /so-what': [filled('sam', '/so-what'), filled('ruth', '/so-what'), empty('hannah', '/so-what')],
  'GET /children/:child/so-what': [
    filled('noor', `/children/${childIdOf('jay')}/so-what`),
    empty('sam', `/children/${childIdOf('amara')}/so-what`),
  ],
  'GET /episodes/:episode/so-what': [
    filled('sam', `${at('kayleigh, this afternoon')}/so-what`),
    filled('ruth', `${tyler}/so-what`),
    filled('dawn', `${at('jay, closed late')}/so-what`),
    empty('sam', `${jay}/so-what`),
  ],
  'GET /episodes/:episode/who-gets-to-know': [
    filled('noor', `${at('jay, closed late')}/who-gets-to-know`),
    filled('ruth', `${at('jay, closed late')}/who-gets-to-know`),
    empty('sam', `${jay}/who-gets-to-know`),
  ],
  'GET /episodes/:episode/appointment.ics': [filled('noor', `${jay}/appointment.ics`)],
  'GET /episodes/:episode/duties/*': [
    filled('ruth', `${jay}/duties/grade-risk`),
    filled('ruth', `${tyler}/duties/prevention-check`),
    filled('noor', `${at('jay, closed late')}/duties/return-interview`),
    filled('milo', `${zara}/duties/tell-police-when-worried`),
  ],
}

/** For every route, by method and path, how to reach the states that its page has. Written by hand: a test fails for a
    route that is not here. */
export const pageStates: States = { ...looking, ...report, ...acts, ...additions, ...outsideStates }

/** Pages that no route makes. */
export const refusals: readonly PageState[] = [
  filled('ruth', '/nothing-here', 404),
  filled(undefined, '/nothing-here', 404),
  filled('ruth', `${jay}/assess-risk`, 403),
  filled('curtis', jay, 404),
  filled('noor', `/children/${childIdOf('robin')}`, 404),
  filled('curtis', `/children/${childIdOf('jay')}?recorded=placement-ended`, 404),
  filled('ruth', `/children/${childIdOf('jay')}/placed`, 403),
  filled('ruth', `/children/${childIdOf('jay')}/looks`, 404),
]
