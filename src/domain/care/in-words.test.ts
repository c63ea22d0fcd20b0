import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strandOf } from '../../../test/support/expected-care.ts'
import { parseWithin } from '../../kernel/within.ts'
import { anchors, type While } from './expected.ts'
import { forWhomInWords, ruleInWords } from './in-words.ts'
import { placementKinds } from './life.ts'

const source = { document: 'The law', verified: true }
const within = parseWithin('P6W')!
const rule = (asked: While) => ruleInWords({ after: 'sighting', within, while: asked, source })

test('A rule says how long, from when, and of whom.', () => {
  assert.deepEqual(strandOf('social-worker-visit').rules.map(ruleInWords), [
    'Within 1 week of each move',
    'Within 1 week of the last time, with a parent before an assessment, before the first review',
    'Within 6 weeks of the last time, with a parent before an assessment',
    'Within 1 week of the last time, with a connected person approved for a time, before the first review',
    'Within 4 weeks of the last time, with a connected person approved for a time',
    'Within 6 weeks of the last time, with a parent under a care order',
    'Within 6 weeks of the last time, in the first year of a placement',
    'Within 6 months of the last time, in a placement meant to last until 18, where the child agreed to fewer',
    'Within 3 months of the last time, in a placement meant to last until 18',
    'Within 6 weeks of the last time',
  ])
  assert.deepEqual(
    anchors.map((after) => ruleInWords({ after, within, while: {}, source })),
    [
      'Within 6 weeks of becoming looked after',
      'Within 6 weeks of each move',
      'Within 6 weeks of the end of a placement',
      'Within 6 weeks of the sixteenth birthday',
      'Within 6 weeks of the last time',
    ],
  )
  const early = (countsBefore: number) =>
    ruleInWords({ after: 'placement', within, while: {}, countsBefore, source })
  assert.equal(early(1), 'Within 6 weeks of each move, or up to 1 month before')
  assert.equal(early(3), 'Within 6 weeks of each move, or up to 3 months before')
})

test('A condition says each of its parts, and its opposite.', () => {
  assert.equal(
    rule({ placement: placementKinds }),
    'Within 6 weeks of the last time, in a foster home or in a children’s home or in supported accommodation or with a parent before an assessment or with a connected person approved for a time or with a parent under a care order',
  )
  assert.equal(
    rule({ firstYear: false, longTerm: false, childAgreed: false }),
    'Within 6 weeks of the last time, after the first year of a placement, in a placement not meant to last until 18, where the child did not agree to fewer',
  )
  assert.equal(
    rule({ ageFrom: 4, ageUnder: 17 }),
    'Within 6 weeks of the last time, aged 4 or over, under 17',
  )
  assert.equal(
    rule({ before: 'care-plan', sightings: 1 }),
    'Within 6 weeks of the last time, before the first care plan, after the first one',
  )
  assert.equal(rule({ sightings: 3 }), 'Within 6 weeks of the last time, after 3 of them')
})

test('A strand says for whom it is.', () => {
  assert.equal(forWhomInWords(strandOf('review')), undefined)
  assert.equal(forWhomInWords(strandOf('pathway-plan')), 'children aged 16 or over')
  assert.equal(
    forWhomInWords(strandOf('family-time')),
    'a child whose own plan asks for it, as often as it says',
  )
})
