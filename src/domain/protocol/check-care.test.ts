import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstEditionFile } from '../../../test/support/first-edition.ts'
import { missingCareFile } from '../../../test/support/missing-care.ts'
import { checkEdition } from './check.ts'
import { parseEdition } from './read.ts'

type File = Record<string, unknown> & { duties: Record<string, unknown>[] }
type Spoil = (duty: (name: string) => Record<string, unknown>, file: File) => void

/** What is said against an edition once it has been spoiled: each rule once, and every sentence. */
function refusal(spoil: Spoil, given: Record<string, unknown> = missingCareFile()) {
  const file = given as File
  spoil((name) => file.duties.find(({ duty }) => duty === name)!, file)
  const parsed = parseEdition(file)
  if (parsed.kind === 'problems') return { rules: ['reading'], says: parsed.problems }
  const { problems } = checkEdition(parsed.edition, [parsed.edition])
  return { rules: [...new Set(problems.map(({ rule }) => rule))], says: problems.map(({ says }) => says) }
}

const leads = (...rows: readonly (readonly [string, string])[]) =>
  rows.map(([heldBy, ledBy]) => ({ 'held-by': heldBy, 'led-by': ledBy, source: 'house' }))
const rung = (tell: string, after = 'PT0S') => ({ after, tell })

const planted: readonly (readonly [string, string, RegExp, Spoil])[] = [
  [
    'lets the holder lead the search',
    'search-lead',
    /the allocated social worker cannot lead a search for what the allocated social worker holds/,
    (_, file) => Object.assign(file, { 'search-led-by': leads(['social-worker', 'social-worker']) }),
  ],
  [
    'lets somebody lead whom the holder manages',
    'search-lead',
    /the carer cannot lead a search for what the registered manager holds/,
    (_, file) => Object.assign(file, { 'search-led-by': leads(['provider-manager', 'carer']) }),
  ],
  [
    'has nobody lead where two hold it, each of whom would lead for the other',
    'search-lead',
    /nobody leads the search for what is held by the registered manager and the allocated social worker/,
    (_, file) =>
      Object.assign(file, {
        'search-led-by': leads(['provider-manager', 'social-worker'], ['social-worker', 'provider-manager']),
      }),
  ],
  [
    'names nobody who leads',
    'search-lead',
    /nobody leads a search for Care/,
    (_, file) => delete file['search-led-by'],
  ],
  [
    'tells only those whom the holder manages',
    'search-lead',
    /take-reasonable-actions: where what is missing is held by the home's on-call manager, nobody else is told/,
    (duty) => Object.assign(duty('take-reasonable-actions'), { 'if-silent': [rung('home-on-call')] }),
  ],
  [
    'tells only who leads',
    'search-lead',
    /agree-repair: where what is missing is held by .*, nobody else is told/,
    (duty) => Object.assign(duty('agree-repair'), { 'if-silent': [rung('senior-manager')] }),
  ],
  [
    'lets a keeper’s ladder end with somebody who sleeps',
    'search-lead',
    /hold-search: where what is missing is held by .*carer, its ladder ends with the social worker's team manager, who does not answer at all hours/,
    (duty) =>
      Object.assign(duty('hold-search'), {
        'if-silent': [rung('team-manager'), rung('responsible-council', 'PT4H')],
      }),
  ],
  [
    'asks police for Care',
    'of-its-subject',
    /agree-repair: police owe nothing for Care/,
    (duty) => Object.assign(duty('agree-repair'), { 'owed-by': 'police' }),
  ],
  [
    'tells police of a silence',
    'of-its-subject',
    /agree-repair: police owe nothing for Care/,
    (duty) =>
      Object.assign(duty('agree-repair'), {
        'if-silent': [rung('police-supervisor'), rung('responsible-council', 'PT4H')],
      }),
  ],
  [
    'waits for a grade',
    'of-its-subject',
    /agree-repair: risk-assessed is what an episode of Care does not take/,
    (duty) => Object.assign(duty('agree-repair'), { 'met-by': ['care-repair-agreed', 'risk-assessed'] }),
  ],
  [
    'asks of the child’s own record',
    'of-its-subject',
    /agree-repair: child-wrote is what an episode of Care does not take/,
    (duty) => Object.assign(duty('agree-repair'), { starts: 'child-wrote' }),
  ],
  [
    'is about neither a child nor Care',
    'reading',
    /"place" is not child or care/,
    (_, file) => Object.assign(file, { subject: 'place' }),
  ],
  [
    'waits for an answer that nobody gives about a return',
    'cannot-start',
    /care-returned never has childSays "maybe"/,
    (duty) =>
      Object.assign(duty('agree-repair'), {
        starts: { entry: 'care-returned', where: { childSays: 'maybe' } },
      }),
  ],
]
for (const [what, rule, says, spoil] of planted)
  test(`an edition of Care that ${what} is refused`, () => {
    const refused = refusal(spoil)
    assert.ok(refused.rules.includes(rule), `${refused.rules.join()}: ${refused.says.join('\n')}`)
    assert.match(refused.says.join('\n'), says)
  })

test('each clause is complained of once, however many holders it fails', () => {
  const { says } = refusal((duty) =>
    Object.assign(duty('agree-repair'), { 'if-silent': [rung('home-on-call')] }),
  )
  assert.equal(says.filter((one) => one.startsWith('agree-repair')).length, 1)
})

test('a clause that is switched off is not asked about', () => {
  const spoil: Spoil = (duty) =>
    Object.assign(duty('agree-repair'), {
      on: false,
      'if-silent': [rung('police')],
      'met-by': 'risk-assessed',
    })
  assert.deepEqual(refusal(spoil).rules, [])
})

test('an edition about a child asks for nothing of Care and names nobody who leads', () => {
  const asks: Spoil = (duty) => Object.assign(duty('welcome-child'), { 'met-by': 'care-repair-agreed' })
  assert.match(
    refusal(asks, firstEditionFile()).says.join(),
    /welcome-child: care-repair-agreed is what only an episode of Care has/,
  )
  const names: Spoil = (_, file) =>
    Object.assign(file, { 'search-led-by': leads(['carer', 'responsible-council']) })
  assert.match(
    refusal(names, firstEditionFile()).says.join(),
    /only an edition about Care names who leads a search/,
  )
})

test('an edition that extends one of Care is of Care too, with its leads', () => {
  const parsed = parseEdition(missingCareFile())
  assert.ok(parsed.kind === 'edition')
  const own = parseEdition(
    {
      ...missingCareFile(),
      edition: '2027-01',
      extends: 'missing-care/2026-01',
      subject: undefined,
      'search-led-by': undefined,
      duties: undefined,
    },
    parsed.edition,
  )
  assert.ok(own.kind === 'edition', own.kind === 'problems' ? own.problems.join() : '')
  assert.deepEqual([own.edition.subject, own.edition.searchLeads], ['care', parsed.edition.searchLeads])
})
