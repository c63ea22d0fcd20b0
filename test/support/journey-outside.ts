import type { CastName } from '../../src/cli/demonstration/cast.ts'
import { childsDoorStates } from './journey-childs-door.ts'
import { editionStates } from './journey-editions.ts'
import { hereStates } from './journey-here.ts'
import { jaysRequest, passageOfAHome } from './journey-disclosure.ts'
import type { PageState, States } from './journey-states.ts'

const filled = (as: CastName, path: string): PageState => ({ kind: 'filled', as, path, status: 200 })
const empty = (as: CastName, path: string): PageState => ({ kind: 'empty', as, path, status: 200 })
const sent = (
  as: CastName,
  path: string,
  status = 400,
  sends: Readonly<Record<string, string>> = {},
): PageState => ({ kind: 'error', as, path, status, sends })

const request = `/subject-access/${jaysRequest}`

/** What is asked and opened outside one's own relationships. */
export const outsideStates: States = {
  ...hereStates,
  ...childsDoorStates,
  ...editionStates,
  'GET /missing-child': [filled('femi', '/missing-child')],
  'POST /missing-child': [
    sent('femi', '/missing-child'),
    sent('femi', '/missing-child', 200, { name: 'Jay Mercer' }),
    sent('lena', '/missing-child', 200, { name: 'Nobody Known' }),
  ],
  'GET /open-record': [filled('hannah', '/open-record')],
  'POST /open-record': [
    sent('hannah', '/open-record'),
    sent('hannah', '/open-record', 400, { reference: 'ABCD-2345', reason: 'A test' }),
  ],
  'GET /review': [filled('dawn', '/review'), empty('ola', '/review')],
  'POST /review/:emergency': [sent('dawn', '/review')],
  'POST /review/:emergency/known': [
    { ...sent('dawn', '/review', 403, { _csrf: 'x' }), form: '/review/none/known' },
  ],
  'GET /people-of-concern': [filled('noor', '/people-of-concern'), filled('lena', '/people-of-concern')],
  'GET /retention': [filled('wilma', '/retention'), empty('imran', '/retention')],
  'GET /retention/record': [filled('wilma', '/retention/record')],
  'POST /retention/record': [
    { ...sent('wilma', '/retention', 403, { _csrf: 'x' }), form: '/retention/record' },
  ],
  'POST /retention/standing': [
    { ...sent('wilma', '/retention', 403, { _csrf: 'x' }), form: '/retention/standing' },
  ],
  'GET /retention/all': [filled('karl', '/retention/all')],
  'POST /retention/all': [sent('karl', '/retention/all')],
  'GET /figures': [filled('ruby', '/figures')],
  'POST /figures': [sent('ruby', '/figures')],
  'POST /figures/export': [{ ...sent('ruby', '/figures'), form: '/figures/export' }],
  'GET /return-figures': [
    filled('ruby', '/return-figures'),
    filled('dawn', '/return-figures?by=month&known=1+10+2026'),
    { ...empty('dawn', '/return-figures?from=1+1+2020&until=2+1+2020') },
    { ...empty('dawn', '/return-figures?from=soon'), status: 400 },
  ],
  'POST /return-figures/export': [{ ...sent('ruby', '/return-figures'), form: '/return-figures/export' }],
  'GET /our-record': [
    filled('joyce', '/our-record'),
    filled('karl', '/our-record'),
    empty('milo', '/our-record'),
  ],
  'POST /our-record/export': [{ ...sent('karl', '/our-record'), form: '/our-record/export' }],
  'GET /subject-access': [filled('wilma', '/subject-access'), empty('paul', '/subject-access')],
  'GET /subject-access/begin': [filled('wilma', '/subject-access/begin')],
  'POST /subject-access/begin': [
    sent('wilma', '/subject-access/begin'),
    sent('karl', '/subject-access/begin', 400, {
      reference: 'ABCD-2345',
      askedBy: 'A',
      asked: 'B',
      on: '1 1 2026',
    }),
  ],
  'GET /subject-access/:request': [filled('wilma', request), filled('wilma', `${request}?from=50`)],
  'POST /subject-access/:request/longer': [{ ...sent('wilma', request), form: `${request}/longer` }],
  'POST /subject-access/:request/words': [{ ...sent('wilma', request), form: `${request}/words` }],
  'POST /subject-access/:request/export': [{ ...sent('wilma', request), form: `${request}/export` }],
  'GET /subject-access/:request/:passage': [filled('wilma', `${request}/${passageOfAHome}`)],
  'POST /subject-access/:request/:passage': [
    { ...sent('wilma', `${request}/${passageOfAHome}`), form: `${request}/${passageOfAHome}` },
  ],
}
