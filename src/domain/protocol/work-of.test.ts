import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstEdition } from '../../../test/support/first-edition.ts'
import type { Section } from '../episode/sections.ts'
import type { Edition } from './protocol.ts'
import { workOf } from './work-of.ts'

const first = firstEdition()

/** Written by hand. Every other duty of the first edition is worked on in what everyone in the response reads. */
const expected: Readonly<Record<string, readonly Section[]>> = {
  'prevention-check': ['police-intelligence'],
  'offer-interview': ['interview-shared', 'interview-restricted'],
  'return-interview': ['interview-shared', 'interview-restricted'],
  'return-interview-after-all': ['interview-shared', 'interview-restricted'],
  'return-interview-after-away': ['interview-shared', 'interview-restricted'],
  'take-carers-account': ['interview-restricted'],
  'write-up-interview': ['interview-shared', 'interview-restricted'],
  'write-up-again': ['interview-restricted'],
  'approve-write-up': ['interview-restricted'],
  'act-on-telling': ['interview-passage'],
  'act-on-telling-by-night': ['interview-passage'],
  'act-on-telling-by-police': ['interview-passage'],
  'answer-finding': ['police-intelligence', 'interview-restricted', 'interview-passage'],
  'do-what-was-agreed': ['police-intelligence', 'interview-passage'],
  'update-missing-plan': ['plan'],
  'answer-child': ['care-childs-account'],
  'speak-with-child-not-safe': ['care-childs-account'],
}

test('the work of a duty lies where what begins it and what meets it is kept apart', () => {
  for (const { duty } of first.clauses) assert.deepEqual(workOf(duty, [first]), expected[duty] ?? [], duty)
})

test('a duty that several editions lay lies in the sections of each', () => {
  const other: Edition = {
    ...first,
    edition: '2026-01',
    clauses: first.clauses.map((clause) => ({
      ...clause,
      met: { kind: 'entry', anyOf: [{ entry: 'plan-updated' }] },
    })),
  }
  assert.deepEqual(workOf('approve-write-up', [other, first]), ['plan', 'interview-restricted'])
  assert.deepEqual(workOf('grade-risk', [first, other]), ['plan'])
})

test('a duty that no edition knows lies nowhere apart', () => {
  assert.deepEqual(workOf('nothing of the kind', [first]), [])
  assert.deepEqual(workOf('return-interview', []), [])
})
