import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ordinary } from '../../../test/support/bodies.ts'
import { isCorrectable } from './correctable.ts'
import type { EntryType } from './entries.ts'
import { sectionOf, sectionsOf, workedIn } from './sections.ts'

const restricted = [
  ['interview-accepted', 'childsWords'],
  ['interview-declined', 'childsWords'],
  ['interview-held', 'childsWords'],
  ['interview-written-up', 'answers'],
  ['interview-written-up', 'view'],
  ['interview-sent-back', 'comments'],
  ['interview-added-to', 'text'],
] as const

test('what a child said to an interviewer, and what was written of it, stands where interviews are read', () => {
  for (const [type, field] of restricted)
    assert.deepEqual(sectionsOf(type, field), ['interview-restricted'], `${type} ${field}`)
})

test('a passage, and what somebody was told at once, stands with those who were given it too', () => {
  for (const type of ['passage-shared', 'told-now']) {
    assert.deepEqual(sectionsOf(type, 'passage'), ['interview-passage', 'interview-restricted'])
    assert.equal(sectionOf(type, 'passage'), 'interview-passage')
  }
})

test('names of other children stand with what a child told, where that is what names them', () => {
  for (const type of ['passage-shared', 'told-now'])
    assert.deepEqual(sectionsOf(type, 'otherChildren'), ['interview-restricted'])
  assert.deepEqual(sectionsOf('note-added', 'otherChildren'), ['other-children'])
})

test('a field that stands apart is never laid open by a correction', () => {
  for (const type of Object.keys(ordinary) as EntryType[])
    for (const field of Object.keys(ordinary[type]))
      if (sectionOf(type, field) !== sectionOf(type, 'any other'))
        assert.ok(!isCorrectable(type, field), `${type} ${field}`)
})

test('that there was an interview, and what was decided of it, is for everyone in the response', () => {
  for (const type of ['interview-held', 'interview-written-up', 'interview-approved', 'told-now'])
    assert.equal(sectionOf(type, 'interview'), 'core')
})

test('whoever writes an entry works in the sections where its fields stand apart', () => {
  const cases = [
    ['interview-held', ['interview-shared', 'interview-restricted']],
    ['interview-written-up', ['interview-restricted']],
    ['interview-sent-back', ['interview-restricted']],
    ['told-now', ['interview-passage']],
    ['prevention-check-done', ['police-intelligence']],
    ['child-wrote', ['care-childs-account']],
    ['plan-updated', ['plan']],
    ['interview-offered', []],
    ['meeting-held', []],
  ] as const
  for (const [type, expected] of cases) assert.deepEqual(workedIn(type), expected, type)
})
