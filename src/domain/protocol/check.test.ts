import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstEdition, firstEditionFile } from '../../../test/support/first-edition.ts'
import { checkEdition } from './check.ts'
import type { CheckRule } from './check-problem.ts'
import { parseEdition } from './read.ts'

type File = Record<string, unknown> & { duties: Record<string, unknown>[] }
type Spoil = (duty: (name: string) => Record<string, unknown>, file: File) => void

const edition = firstEdition()

/** What is said against the first edition once it has been spoiled: by the reader, or else by the check. */
function refusal(spoil: Spoil): {
  readonly rules: readonly (CheckRule | 'reading')[]
  readonly says: string
} {
  const file = firstEditionFile() as File
  spoil((name) => file.duties.find(({ duty }) => duty === name)!, file)
  const parsed = parseEdition(file)
  if (parsed.kind === 'problems') return { rules: ['reading'], says: parsed.problems.join('\n') }
  const { problems } = checkEdition(parsed.edition, [parsed.edition])
  return {
    rules: [...new Set(problems.map(({ rule }) => rule))],
    says: problems.map(({ says }) => says).join('\n'),
  }
}

const planted: readonly (readonly [string, CheckRule | 'reading', RegExp, Spoil])[] = [
  [
    'names an entry that no chronology has',
    'reading',
    /grade-risk, met-by: "risk-guessed" is not an entry/,
    (duty) => Object.assign(duty('grade-risk'), { 'met-by': 'risk-guessed' }),
  ],
  [
    'gives a time without a source',
    'reading',
    /grade-risk: it has no source/,
    (duty) => delete duty('grade-risk')['source'],
  ],
  [
    'names a source without a document',
    'reading',
    /sources, guide: "document" is "", not a text/,
    (_, file) => Object.assign((file['sources'] as Record<string, object>)['guide']!, { document: '' }),
  ],
  [
    'has a duty that no evidence meets',
    'cannot-be-met',
    /consider-significance: nothing can meet it: no entry is named/,
    (duty) => Object.assign(duty('consider-significance'), { 'met-by': [] }),
  ],
  [
    'waits for a kind of meeting that is never held',
    'cannot-be-met',
    /meeting-held never has kind "at-96-hours"/,
    (duty) =>
      Object.assign(duty('hold-72-hour-meeting'), {
        'met-by': { entry: 'meeting-held', where: { kind: 'at-96-hours' } },
      }),
  ],
  [
    'waits for an entry that came before the start',
    'cannot-be-met',
    /reported-missing cannot follow returned/,
    (duty) => Object.assign(duty('offer-interview'), { 'met-by': 'reported-missing' }),
  ],
  [
    'asks the social worker to grade the risk',
    'cannot-be-met',
    /risk-assessed is never written by social-worker/,
    (duty) => Object.assign(duty('grade-risk'), { 'done-by': 'social-worker' }),
  ],
  [
    'asks for an act by one role and evidence by another',
    'cannot-be-met',
    /prevention-check-done by police is not done by carer/,
    (duty) => Object.assign(duty('prevention-check'), { 'done-by': 'carer' }),
  ],
  [
    'has a ladder that ends in no one',
    'empty-ladder',
    /return-interview: if the missing-service is silent, no one is told/,
    (duty) => Object.assign(duty('return-interview'), { 'if-silent': [] }),
  ],
  [
    'tells the silent one of their own silence',
    'ladder-tells-owner',
    /grade-risk: the ladder tells the police, who is the one that is silent/,
    (duty) => Object.assign(duty('grade-risk'), { 'if-silent': [{ after: 'PT0S', tell: 'police' }] }),
  ],
  [
    'has a rung before the one above it',
    'ladder-order',
    /grade-risk: a rung comes before/,
    (duty) =>
      Object.assign(duty('grade-risk'), {
        'if-silent': [
          { after: 'WD1', tell: 'missing-coordinator' },
          { after: 'PT1H', tell: 'police-supervisor' },
        ],
      }),
  ],
  [
    'is due for review before it was reviewed',
    'dates',
    /review is due before/,
    (_, file) => Object.assign(file, { 'review-due': '2024-01-01' }),
  ],
  [
    'lays one duty twice',
    'duplicate-duty',
    /grade-risk: two clauses/,
    (duty, file) => file.duties.push({ ...duty('grade-risk') }),
  ],
  [
    'starts on an answer that is never given',
    'cannot-start',
    /harm-considered never has answer "perhaps"/,
    (duty) =>
      Object.assign(duty('start-section-47'), {
        starts: { entry: 'harm-considered', where: { answer: 'perhaps' }, each: true },
      }),
  ],
  [
    'is meant for no age',
    'condition',
    /no child is at least 14 and at most 12/,
    (duty) => Object.assign(duty('tell-school'), { for: { 'age-at-least': 14, 'age-at-most': 12 } }),
  ],
  [
    'has a lapse that nothing prevents',
    'cannot-be-prevented',
    /hold-24-hour-meeting: nothing can prevent/,
    (duty) =>
      Object.assign(duty('hold-24-hour-meeting'), {
        starts: { lapse: 'PT24H', after: 'reported-missing', unless: [] },
      }),
  ],
  [
    'makes a keeper wait for repeated absence',
    'keeper-can-end',
    /hold-report: a keeper holds every child, whatever came before/,
    (duty) =>
      Object.assign(duty('hold-report'), { for: { 'nth-episode': { 'at-least': 2, 'within-days': 30 } } }),
  ],
  [
    'cancels a duty of repeated absence',
    'repeated-absence',
    /earlier absences cannot be part of a clause that something cancels/,
    (duty) => Object.assign(duty('meet-on-third-in-42-days'), { 'cancelled-by': 'returned' }),
  ],
  [
    'discharges a duty of repeated absence',
    'repeated-absence',
    /earlier absences cannot be part of a clause that something discharges/,
    (duty) => Object.assign(duty('meet-on-third-in-90-days'), { 'discharged-by': 'note-added' }),
  ],
  [
    'lets a keeper be discharged',
    'keeper-can-end',
    /hold-search: a keeper cannot be discharged/,
    (duty) => Object.assign(duty('hold-search'), { 'discharged-by': 'note-added' }),
  ],
  [
    'lets a keeper be cancelled',
    'keeper-can-end',
    /hold-search: a keeper cannot be cancelled/,
    (duty) => Object.assign(duty('hold-search'), { 'cancelled-by': 'note-added' }),
  ],
  [
    'ends the ladder of a keeper with someone who goes home',
    'keeper-ladder',
    /hold-return: its ladder ends with the missing co-ordinator, who does not answer at all hours/,
    (duty) =>
      Object.assign(duty('hold-return'), { 'if-silent': [{ after: 'PT0S', tell: 'missing-coordinator' }] }),
  ],
  [
    'has a stage without a keeper',
    'no-keeper',
    /in searching nobody holds 3840 of 3840 kinds of child/,
    (duty, file) => file.duties.splice(file.duties.indexOf(duty('hold-search')), 1),
  ],
  [
    'keeps only children that a council looks after',
    'no-keeper',
    /in concern nobody holds 1920 of 3840 kinds of child, such as a child, of unknown age, of no status/,
    (duty) => Object.assign(duty('hold-concern'), { for: { status: 'looked-after' } }),
  ],
  [
    'leaves one age between two keepers',
    'no-keeper',
    /in returned nobody holds 960 of 5760 kinds of child, such as a child, of 16/,
    (duty, file) => {
      const keeper = duty('hold-return')
      file.duties.push({ ...keeper, duty: 'hold-return-of-elder', for: { 'age-at-least': 17 } })
      Object.assign(keeper, { for: { 'age-at-most': 15 } })
    },
  ],
  [
    'switches a keeper off',
    'no-keeper',
    /in returned nobody holds/,
    (duty) => Object.assign(duty('hold-return'), { on: false }),
  ],
  [
    'says when else a keeper is met',
    'reading',
    /hold-report: a keeper cannot say "met-by"/,
    (duty) => Object.assign(duty('hold-report'), { 'met-by': 'note-added' }),
  ],
  [
    'gives no time to look for some age and hour',
    'reasonable-time',
    /at 6:00 and age 13 none is given/,
    (_, file) => (file['reasonable-time'] as unknown[]).shift(),
  ],
  [
    'discharges a duty on a field that is not there',
    'unknown-field',
    /interview-declined has no field "mood"/,
    (duty) =>
      Object.assign(duty('return-interview'), {
        'discharged-by': { entry: 'interview-declined', where: { mood: 'tired' } },
      }),
  ],
  [
    'begins in an episode what is met in the child’s own record',
    'two-records',
    /offer-interview: it asks for what is in an episode and for what is in an own record/,
    (duty) =>
      Object.assign(duty('offer-interview'), {
        'met-by': ['interview-held', 'child-answered'],
        'if-silent': [{ after: 'PT0S', tell: 'duty-team' }],
      }),
  ],
  [
    'tells of a silent message nobody who answers at night',
    'own-record',
    /answer-child: its ladder ends with the social worker's team manager, who does not answer at all hours/,
    (duty) => Object.assign(duty('answer-child'), { 'if-silent': [{ after: 'PT0S', tell: 'team-manager' }] }),
  ],
  [
    'grades what a child wrote',
    'own-record',
    /speak-with-child-not-safe: nobody grades an own record/,
    (duty) => Object.assign(duty('speak-with-child-not-safe'), { for: { 'risk-at-least': 'high' } }),
  ],
  [
    'switches off the answer to a child',
    'child-unanswered',
    /nobody owes an answer to every child-wrote, by the hour/,
    (duty) => Object.assign(duty('answer-child'), { on: false }),
  ],
  [
    'answers only some children',
    'child-unanswered',
    /nobody owes an answer to every child-wrote/,
    (duty) => Object.assign(duty('answer-child'), { for: { status: 'looked-after' } }),
  ],
  [
    'answers a child by the working day',
    'child-unanswered',
    /nobody owes an answer to every child-wrote/,
    (duty) => Object.assign(duty('answer-child'), { within: 'WD1' }),
  ],
]

for (const [what, rule, words, spoil] of planted) {
  test(`an edition that ${what} is refused, and for that reason alone`, () => {
    const { rules, says } = refusal(spoil)
    assert.match(says, words)
    assert.ok(rules.includes(rule), rules.join(', '))
    const follows: readonly string[] = rule.startsWith('keeper')
      ? [rule, 'no-keeper', 'repeated-absence']
      : [rule]
    assert.deepEqual(
      rules.filter((one) => !follows.includes(one)),
      [],
    )
  })
}

test('the first edition is without problems, proved for every stage and kind of child', () => {
  assert.deepEqual(checkEdition(edition, [edition]), { problems: [], cells: 15_360 })
})

test('a time without a source is refused however the edition was made', () => {
  const clauses = edition.clauses.map((clause) => ({ ...clause, source: { document: ' ', verified: true } }))
  const { problems } = checkEdition({ ...edition, clauses }, [])
  assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(['no-source']))
})
