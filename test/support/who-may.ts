import { ofAccounts } from './who-may-doors.ts'

/** Who may ask what, written by hand from what was decided and from nothing of the code under test. Roles are named as
    the record names them; `docs/assurance/who-may.md` is this table laid out. */

import { beyondInMarkdown } from './who-may-beyond.ts'
import { commands, everyone, home, missing, notPolice, planners, police } from './who-may-commands.ts'
import { beside, discloses, outsideLines } from './who-may-outside.ts'

const apart = 'hospital analyst information-governance administrator advocate'
/** No person: it reads one page. */
const wall = 'wallboard'
/** Whoever was there says so: never police. */
const seesCare = `${planners} ${home} reviewing-officer health-nurse school`
const givers = 'social-worker team-manager reviewing-officer'
const guardians = 'team-manager missing-coordinator reviewing-officer'

export const rolesInTable: readonly string[] = words(`${everyone} ${apart} ${wall}`)

/** Who may see the child, by how they stand to them. */
export const relationships = {
  'own child': `${notPolice} ${police}`,
  'other child': '',
  'no such child': '',
  'former placement': `${planners} ${missing} reviewing-officer senior-manager school health-nurse`,
  'missing from a former placement': everyone,
  restricted: 'social-worker duty-team',
  'shut out': '',
  'opened in an emergency': `social-worker team-manager duty-team ${missing} senior-manager ${police} health-nurse`,
} as const

export type Relationship = keyof typeof relationships

/** Who is told who has looked at the child's record: whoever answers for it, though it is restricted. */
const answering = 'team-manager missing-coordinator reviewing-officer information-governance'
const toldOfLooks: Readonly<Record<Relationship, string>> = {
  'own child': answering,
  'other child': '',
  'no such child': '',
  'former placement': answering,
  'missing from a former placement': answering,
  restricted: 'missing-coordinator information-governance',
  'shut out': '',
  'opened in an emergency': '',
}

/** Where there is no episode to ask about. */
export const withoutEpisode: readonly Relationship[] = ['former placement']

/** The last part of the page's address, the name that machines use, who. */
const additions: readonly (readonly [page: string, machine: string, who: string])[] = [
  ['identity', 'say-who', everyone],
  ['concern-known', 'record-known-concern', everyone],
  ['plan-agreed', 'agree-plan', `social-worker team-manager provider-manager ${missing}`],
  ['plan-drafted', 'draft-plan', `social-worker team-manager carer home-on-call provider-manager ${missing}`],
  ['plan-agreed-by', 'agree-to-plan', `social-worker team-manager ${home} ${police}`],
  ['plan-reviewed', 'review-plan', `social-worker team-manager provider-manager ${missing}`],
  ['health-known', 'record-health', everyone],
  ['health-ended', 'end-health', `${planners} ${home} health-nurse`],
  ['known/:kind', 'record-detail', everyone],
  ['detail-confirmed', 'confirm-detail', everyone],
  ['detail-ended', 'end-detail', `${planners} ${home} ${missing} health-nurse`],
  ['address-protected', 'protect-address', 'social-worker team-manager duty-team'],
  ['address-protection-ended', 'end-address-protection', 'social-worker team-manager duty-team'],
  ['photograph-withdrawn', 'withdraw-photograph', `${planners} ${home} ${missing}`],
  ['placed', 'record-placement', planners],
  ['placement-ended', 'end-placement', `${planners} provider-manager`],
  ['worker-allocated', 'allocate-worker', `${planners} missing-coordinator`],
  ['worker-ended', 'end-allocation', `${planners} missing-coordinator`],
  ['looked-after-from', 'record-looked-after', planners],
  ['looked-after-ended', 'end-looked-after', planners],
  ['status-recorded', 'record-status', planners],
  ['responsible-council-set', 'set-responsible-council', `${planners} ${missing} host-council`],
  ['partner-named', 'name-partner', `${planners} ${missing}`],
  ['partner-ended', 'end-partner', `${planners} ${missing}`],
  ['person-shut-out', 'shut-out-person', guardians],
  ['shut-out-ended', 'end-shut-out', guardians],
  ['record-restricted', 'restrict-record', guardians],
  ['restriction-ended', 'end-restriction', guardians],
  ['child-access-given', 'give-child-access', givers],
  ['child-access-ended', 'end-child-access', `${givers} duty-team`],
  ['child-answered', 'answer-child', `${givers} duty-team`],
  ['same-child', 'join-record', `${planners} ${missing}`],
]

export interface Line {
  /** Method and path; of the API with `/api/v1` before it. */
  readonly route: string
  /** Whom it is about: then the relationship decides too. */
  readonly about: 'nobody' | 'child' | 'looks' | 'beside' | 'episode' | 'request' | 'oneself'
  /** Undefined: anyone, without signing in. */
  readonly who: readonly string[] | undefined
}

const signedIn = `${everyone} ${apart}`
const line = (route: string, about: Line['about'], who?: string): Line => ({
  route,
  about,
  who: who === undefined ? undefined : words(who),
})

/** Who decides how long their own organisation's records are kept. */
const retaining = 'information-governance provider-manager senior-manager police-supervisor'

/** Whoever may write one up holds it question by question. What was written up is a page of the episode: who reads it
    there is for the section to say. */
const interviewers = commands['write-up-interview'] ?? ''
const packers = `${police} ${planners} ${home}`
const ofAnInterview: readonly (readonly [route: string, who: string])[] = [
  ['GET /episodes/:episode/interview', interviewers],
  ['POST /episodes/:episode/interview', interviewers],
  ['GET /episodes/:episode/interview/opening', interviewers],
  ['GET /episodes/:episode/interview/questions/:question', interviewers],
  ['POST /episodes/:episode/interview/questions/:question', interviewers],
  ['GET /episodes/:episode/interview/thanks', interviewers],
  ['GET /episodes/:episode/interview/answers', interviewers],
  ['POST /episodes/:episode/interview/answers', interviewers],
  ['GET /episodes/:episode/interview/finish', interviewers],
  ['POST /episodes/:episode/interview/finish', interviewers],
  ['GET /episodes/:episode/interview/written-up/:entry', signedIn],
]

const pages: readonly Line[] = [
  line('GET /', 'nobody'),
  line('GET /sign-in', 'oneself'),
  line('POST /sign-in', 'oneself'),
  line('POST /sign-out', 'oneself'),
  line('POST /lock', 'oneself'),
  line('GET /locked', 'oneself'),
  line('POST /locked', 'oneself'),
  line('GET /held', 'oneself'),
  line('POST /held/drop', 'oneself'),
  line('POST /drafts', 'oneself'),
  line('POST /drafts/drop', 'oneself'),
  line('GET /you', 'oneself'),
  line('POST /you/stay', 'oneself'),
  line('POST /you/act-in', 'oneself'),
  line('POST /you/sign-out-everywhere', 'oneself'),
  ...ofAccounts.map((route) => line(route, 'oneself')),
  line('GET /looks', 'nobody', signedIn),
  line('POST /looks/export', 'nobody', signedIn),
  line('GET /children/:child/looks', 'looks', signedIn),
  line('POST /children/:child/looks/export', 'looks', signedIn),
  line('GET /board', 'nobody', `${signedIn} ${wall}`),
  line('GET /duties', 'nobody', signedIn),
  line('GET /rota', 'nobody', signedIn),
  line('GET /so-what', 'nobody', signedIn),
  line('GET /children/:child/so-what', 'child', signedIn),
  line('GET /children/:child/known', 'child', signedIn),
  line('GET /children/:child/plan', 'child', signedIn),
  line('GET /episodes/:episode/so-what', 'episode', signedIn),
  line('GET /episodes/:episode/who-gets-to-know', 'episode', signedIn),
  line('GET /children', 'nobody', signedIn),
  line('GET /children/:child/code', 'child', givers),
  line('POST /children/:child/code', 'child', givers),
  line('GET /children/:child/messages', 'child', `${givers} duty-team`),
  line('GET /episodes/:episode/pack', 'episode', packers),
  line('POST /episodes/:episode/pack', 'episode', packers),
  line('GET /episodes/:episode/pack/paper', 'episode', packers),
  line('GET /episodes/:episode/pack/frozen/:pack', 'episode', packers),
  line('GET /children/:child/grab-pack', 'child', `${home} social-worker team-manager`),
  line('GET /children/:child/photograph-added', 'child', everyone),
  line('POST /children/:child/photograph-added', 'child', everyone),
  line('GET /children/:child/photographs/:photograph', 'child', signedIn),
  line('GET /children/:child', 'child', signedIn),
  line('GET /children/:child/care', 'child', signedIn),
  line('GET /children/:child/care/seen', 'child', seesCare),
  line('POST /children/:child/care/seen', 'child', seesCare),
  line('GET /beside', 'nobody', 'advocate'),
  line('GET /beside/:child', 'beside', 'advocate'),
  line('POST /beside/:child/code', 'beside', 'advocate'),
  line('GET /report', 'nobody', everyone),
  line('GET /report/new-child', 'nobody', everyone),
  line('POST /report/new-child', 'nobody', everyone),
  line('GET /report/:child/worried', 'child', everyone),
  line('POST /report/:child/worried', 'child', everyone),
  line('GET /episodes/:episode/report', 'episode', everyone),
  line('GET /episodes/:episode/report/ring', 'episode', everyone),
  line('POST /episodes/:episode/report/ring', 'episode', everyone),
  line('GET /episodes/:episode/report/together', 'episode', everyone),
  line('GET /episodes/:episode/report/:question', 'episode', everyone),
  line('POST /episodes/:episode/report/:question', 'episode', everyone),
  line('GET /episodes/:episode', 'episode', signedIn),
  line('GET /episodes/:episode/appointment.ics', 'episode', signedIn),
  line('GET /episodes/:episode/duties/*', 'episode', signedIn),
  ...outsideLines.map(([route, about, who]) => line(route, about, who)),
  line('GET /you/pin', 'nobody', home),
  line('POST /you/pin', 'nobody', home),
  line('GET /vouch', 'nobody', 'home-on-call provider-manager'),
  line('POST /vouch', 'nobody', 'home-on-call provider-manager'),
  line('POST /vouch/end', 'nobody', 'home-on-call provider-manager'),
  line('GET /devices', 'nobody', 'provider-manager administrator'),
  line('POST /devices', 'nobody', 'provider-manager administrator'),
  ...['GET /retention', 'GET /retention/record', 'POST /retention/record', 'POST /retention/standing'].map(
    (route) => line(route, 'nobody', retaining),
  ),
  line('GET /people-of-concern', 'nobody', `${police} ${missing}`),
  line('GET /retention/all', 'nobody', retaining),
  line('POST /retention/all', 'nobody', retaining),
  ...ofAnInterview.map(([route, who]) => line(route, 'episode', who)),
  line('GET /expected-care', 'nobody', signedIn),
  line('GET /interviews', 'nobody', signedIn),
  line('GET /interviews/:set/:edition', 'nobody', signedIn),
  line('GET /interviews/:set/:edition/paper', 'nobody', signedIn),
  line('GET /guide/:protocol', 'nobody'),
  line('GET /guide/:protocol/for-children', 'nobody'),
  line('GET /guide/:protocol/file', 'nobody'),
  line('GET /protocol', 'nobody'),
  line('GET /protocol/:protocol/:edition', 'nobody'),
  line('GET /protocol/:protocol/:edition/drawing', 'nobody'),
]

const operations: readonly Line[] = [
  line('GET /api/v1/board', 'nobody', signedIn),
  line('GET /api/v1/duties', 'nobody', signedIn),
  line('GET /api/v1/children', 'nobody', signedIn),
  line('GET /api/v1/children-here', 'nobody', signedIn),
  line('GET /api/v1/directory', 'nobody', signedIn),
  line('GET /api/v1/children/:child', 'child', signedIn),
  line('GET /api/v1/children/:child/before-report', 'child', signedIn),
  line('GET /api/v1/episodes/:episode', 'episode', signedIn),
  line('GET /api/v1/episodes/:episode/pack', 'episode', packers),
  line('POST /api/v1/children', 'nobody', everyone),
  line('POST /api/v1/children/:child/episodes', 'child', everyone),
  line('GET /api/v1/protocols', 'nobody'),
  line('GET /api/v1/protocols/:protocol/:edition', 'nobody'),
  line('GET /api/v1/problems', 'nobody'),
  line('GET /api/v1/openapi.json', 'nobody'),
]

export const whoMayTable: readonly Line[] = [
  ...pages,
  ...Object.entries(commands).flatMap(([name, who]) => {
    const page = name === 'correct-entry' ? `${name}/:entry` : name
    return [
      line(`GET /episodes/:episode/${page}`, 'episode', who),
      line(`POST /episodes/:episode/${page}`, 'episode', who),
      line(`POST /api/v1/episodes/:episode/${name}`, 'episode', who),
    ]
  }),
  ...additions.flatMap(([page, machine, who]) => [
    line(`GET /children/:child/${page}`, 'child', who),
    line(`POST /children/:child/${page}`, 'child', who),
    line(`POST /api/v1/children/:child/${machine}`, 'child', who),
  ]),
  ...operations,
]

/** What one role gets from one route of a child to whom they stand so. */
export type Verdict = 'allowed' | 'not this role' | 'not found'

export function verdict({ about, who }: Line, role: string, relationship: Relationship): Verdict {
  if (who !== undefined && !who.includes(role)) return 'not this role'
  if (about === 'nobody' || about === 'oneself') return 'allowed'
  const those =
    about === 'looks'
      ? toldOfLooks
      : about === 'beside'
        ? beside
        : about === 'request'
          ? discloses
          : relationships
  return words(those[relationship]).includes(role) ? 'allowed' : 'not found'
}

/** The table as the committed document lays it out. */
export function whoMayInMarkdown(): string {
  const head = `| Route | ${rolesInTable.join(' | ')} |\n| --- | ${rolesInTable.map(() => '---').join(' | ')} |`
  const cell = { allowed: 'yes', 'not this role': 'no', 'not found': '404' }
  const table = (lines: readonly Line[], relationship: Relationship) =>
    [
      head,
      ...lines.map(
        (one) =>
          `| ${one.route} | ${rolesInTable.map((role) => cell[verdict(one, role, relationship)]).join(' | ')} |`,
      ),
    ].join('\n')
  const ofNobody = whoMayTable.filter(({ about }) => about === 'nobody' || about === 'oneself')
  const ofSomebody = whoMayTable.filter(({ about }) => about !== 'nobody' && about !== 'oneself')
  const parts = (Object.keys(relationships) as readonly Relationship[]).map(
    (relationship) =>
      `## About a child: ${relationship}\n\n${table(
        ofSomebody.filter(({ about }) => about !== 'episode' || !withoutEpisode.includes(relationship)),
        relationship,
      )}`,
  )
  return [
    '# Who may',
    'Every route of the pages and every operation of the API, by role and by how somebody in that role stands to the child. The child’s own door and what is served to machines and browsers have tables of their own at the end. The expected answers are written by hand in `test/support/who-may.ts`; a test holds this page to them, every address that the running product knows to a line here, and asks it over HTTP. Whoever is not signed in is led to the door by a page and answered 401 by the API, wherever a line names a role.',
    '`yes`: it is done, shown or asked. `no`: this role does not do this, of whatever child. `404`: nothing is there, as for a child who does not exist. What is opened in an emergency is read and not written to: its forms are shown, and what they send is refused.',
    'Which sections of a record each role reads, by which relationship, is one table in `src/domain/access/readers.ts`, held to one written by hand in `test/support/who-reads.ts`: every cell of role, relationship and section in the database, and by a word in each section on every page and in every answer.',
    `## About nobody\n\n${table(ofNobody, 'own child')}`,
    ...parts,
    ...beyondInMarkdown(rolesInTable),
  ].join('\n\n')
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '')
}
