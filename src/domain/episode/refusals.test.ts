import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../test/support/at.ts'
import { idFor } from '../../../test/support/cast.ts'
import type { Refusal } from './command.ts'
import { refusalInWords } from './refusals.ts'

const entry = idFor<'entry'>('entry')

type OneOfEach = { readonly [K in Refusal['kind']]: Extract<Refusal, { readonly kind: K }> }

const oneOfEach: OneOfEach = {
  'in-the-future': { kind: 'in-the-future', at: at('2026-03-29T07:11') },
  'before-the-last-sighting': { kind: 'before-the-last-sighting', lastSeen: at('2026-03-29T06:20') },
  'time-needed': { kind: 'time-needed' },
  'not-of-care': { kind: 'not-of-care' },
  'not-of-a-child': { kind: 'not-of-a-child' },
  'holds-what-is-missing': { kind: 'holds-what-is-missing' },
  'care-not-back': { kind: 'care-not-back' },
  'left-blank': { kind: 'left-blank', field: 'callTaker' },
  'before-the-concern': { kind: 'before-the-concern' },
  'not-begun': { kind: 'not-begun' },
  'already-begun': { kind: 'already-begun' },
  'already-open': { kind: 'already-open', episode: idFor<'episode'>('elsewhere') },
  'already-reported': { kind: 'already-reported' },
  'already-returned': { kind: 'already-returned' },
  'not-returned': { kind: 'not-returned' },
  closed: { kind: 'closed' },
  'not-closed': { kind: 'not-closed' },
  voided: { kind: 'voided' },
  'has-died': { kind: 'has-died' },
  'death-is-established': { kind: 'death-is-established' },
  'police-accept-reports': { kind: 'police-accept-reports' },
  'police-grade-risk': { kind: 'police-grade-risk' },
  'not-a-level-of-this-force': { kind: 'not-a-level-of-this-force', levels: ['no-apparent-risk', 'high'] },
  'supervisor-needed': { kind: 'supervisor-needed', because: 'high' },
  'history-is-no-reason': { kind: 'history-is-no-reason', phrase: 'usually comes back' },
  'review-not-after-grade': { kind: 'review-not-after-grade' },
  'no-such-entry': { kind: 'no-such-entry', entry },
  'not-a-challenge': { kind: 'not-a-challenge' },
  'not-an-interview': { kind: 'not-an-interview' },
  'not-held-elsewhere': { kind: 'not-held-elsewhere' },
  'serves-a-closed-episode': { kind: 'serves-a-closed-episode' },
  'before-a-return-that-it-serves': { kind: 'before-a-return-that-it-serves' },
  'not-written-up': { kind: 'not-written-up' },
  'not-the-latest': { kind: 'not-the-latest' },
  'already-written-up': { kind: 'already-written-up' },
  'findings-not-marked': { kind: 'findings-not-marked', left: 2 },
  'before-what-it-answers': { kind: 'before-what-it-answers', at: at('2026-03-29T16:00') },
  'not-asked-of-a-host': { kind: 'not-asked-of-a-host' },
  'not-a-telling': { kind: 'not-a-telling' },
  'not-where-they-work': { kind: 'not-where-they-work' },
  'not-a-source': { kind: 'not-a-source' },
  'not-a-finding': { kind: 'not-a-finding' },
  'not-an-action': { kind: 'not-an-action' },
  'not-as-narrow': { kind: 'not-as-narrow' },
  'kept-by-police': { kind: 'kept-by-police' },
  'not-for-police': { kind: 'not-for-police' },
  'not-their-kind': { kind: 'not-their-kind', needed: 'education' },
  'action-already-ended': { kind: 'action-already-ended' },
  'not-an-enquiry': { kind: 'not-an-enquiry' },
  'enquiry-already-concluded': { kind: 'enquiry-already-concluded' },
  'due-before-agreed': { kind: 'due-before-agreed' },
  'compared-with-itself': { kind: 'compared-with-itself' },
  'home-before-agreed': { kind: 'home-before-agreed' },
  'cares-for-the-child': { kind: 'cares-for-the-child' },
  'allocated-worker-needs-reason': { kind: 'allocated-worker-needs-reason' },
  'not-the-childs-own-answer': { kind: 'not-the-childs-own-answer' },
  'interview-not-offered': { kind: 'interview-not-offered' },
  'not-an-answer': { kind: 'not-an-answer', question: 'where-went', says: 'Choose one answer' },
  'no-such-questions': { kind: 'no-such-questions', set: 'return-interview', edition: '2020-01' },
  'later-than-recorded': { kind: 'later-than-recorded', recorded: at('2026-03-29T07:30') },
  'evidence-needed': { kind: 'evidence-needed' },
  'corrects-nothing': { kind: 'corrects-nothing' },
  'corrects-a-correction': { kind: 'corrects-a-correction' },
  'not-a-field': { kind: 'not-a-field', field: 'reference' },
  'concern-is-the-episode': { kind: 'concern-is-the-episode' },
  'second-person-needed': { kind: 'second-person-needed' },
  'duties-open': { kind: 'duties-open', duties: [{ duty: 'interview', title: 'Hold the return interview' }] },
}

test('every refusal is told in whole sentences of its own, without the words of a machine', () => {
  const told = Object.values(oneOfEach).map((refusal) => refusalInWords(refusal))
  for (const words of told) {
    assert.match(words, /^[A-Z\d“].{15,}\.$/)
    assert.doesNotMatch(words, /undefined|null|error:|invalid|[a-z]-[a-z]+-[a-z]|\d{4}-\d{2}|[0-9a-f]{8}-/)
  }
  assert.equal(new Set(told).size, told.length)
})

test('times are told as London reads them', () => {
  assert.match(
    refusalInWords(oneOfEach['in-the-future']),
    /^07:11 on Sunday 29 March 2026 has not come yet\./,
  )
  assert.match(refusalInWords(oneOfEach['before-the-last-sighting']), /at 06:20 on Sunday 29 March 2026\./)
  assert.match(refusalInWords(oneOfEach['later-than-recorded']), /at 07:30 on Sunday 29 March 2026,/)
})

test('what was found, what is owed and what may be chosen is named', () => {
  assert.match(refusalInWords(oneOfEach['history-is-no-reason']), /“usually comes back”/)
  assert.match(refusalInWords(oneOfEach['duties-open']), /Still owed: Hold the return interview\./)
  assert.match(refusalInWords(oneOfEach['not-a-level-of-this-force']), /: no apparent risk, high\./)
  assert.match(refusalInWords(oneOfEach['not-a-field']), /“reference”/)
  const two = [
    { duty: 'a', title: 'See the child' },
    { duty: 'b', title: 'Tell school' },
  ]
  assert.match(refusalInWords({ kind: 'duties-open', duties: two }), /See the child; Tell school\./)
})

test('a force without levels is told so', () => {
  assert.equal(
    refusalInWords({ kind: 'not-a-level-of-this-force', levels: [] }),
    'No risk levels are set up for this force.',
  )
})

test('a supervisor is asked for by what needs one', () => {
  assert.match(refusalInWords({ kind: 'supervisor-needed', because: 'high' }), /^A high grade/)
  assert.match(refusalInWords({ kind: 'supervisor-needed', because: 'lower' }), /^A grade lower than/)
})

test('how many are not marked is said, and by no name', () => {
  const words = (left: number) => refusalInWords({ kind: 'findings-not-marked', left })
  assert.match(words(1), /^One person, place, vehicle, telephone or online name from this interview is not/)
  assert.match(
    words(2),
    /^2 people, places, vehicles, telephones or online names from this interview are not/,
  )
})

test('a field that was left blank is named in words', () => {
  assert.equal(
    refusalInWords({ kind: 'left-blank', field: 'callTaker' }),
    'Something is missing: call taker was left blank.',
  )
  assert.equal(
    refusalInWords({ kind: 'left-blank', field: 'inChargeOf' }),
    'Something is missing: in charge of was left blank.',
  )
})
