import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ordinary } from '../../../test/support/bodies.ts'
import { isCorrectable } from './correctable.ts'
import { entryTypes } from './entries.ts'
import { sectionOf } from './sections.ts'

/** Fields that tie an entry to something else: another would be another entry. */
const tied: Readonly<Record<string, readonly string[]>> = {
  'concern-raised': ['subject', 'reference', 'partnership', 'editions'],
  'challenge-answered': ['challenge'],
  acknowledged: ['of'],
  'entry-corrected': ['corrects', 'reason', 'needsSecond'],
  'recorded-in-error': ['scope', 'why', 'reason'],
  'episode-linked': ['to'],
  'told-now': ['to', 'with', 'name', 'passage'],
  'telling-answered': ['telling'],
  'interview-accepted': ['childsWords'],
  'interview-served': ['episode', 'interview'],
  'host-asked': ['council', 'name'],
  'host-answered': ['asked'],
  'interview-written-up': ['interview', 'set', 'answers', 'view'],
  'interview-sent-back': ['writeUp', 'comments'],
  'interview-approved': ['writeUp'],
  'interview-added-to': ['interview', 'text'],
  'passage-shared': ['interview', 'with', 'name', 'wished', 'passage'],
  'passage-not-shared': ['interview', 'wished'],
  'finding-recorded': ['from', 'restricted'],
  'finding-released': ['finding'],
  'finding-kept': ['finding', 'why'],
  'findings-compared': ['finding', 'other', 'same', 'why'],
  'action-agreed': ['finding', 'with', 'name', 'restricted'],
  'no-action-decided': ['finding', 'restricted'],
  'action-done': ['action', 'restricted'],
  'action-ended': ['action', 'restricted'],
  'enquiry-saw-child': ['enquiry'],
  'enquiry-concluded': ['enquiry'],
  'care-returned': ['childsWords'],
  'care-conversation-held': ['holdsIt', 'whileAway', 'whatHelps'],
  'episode-shared': ['with', 'name'],
  'episode-closed': ['leftOpen'],
}

test('every ordinary field can be corrected but those that tie the entry to something else', () => {
  for (const type of entryTypes) {
    const fields = Object.keys(ordinary[type])
    assert.deepEqual(
      fields.filter((field) => !isCorrectable(type, field)),
      tied[type] ?? [],
      type,
    )
  }
})

test('no field that is kept apart from its entry can be corrected in the open', () => {
  for (const [type, field] of [
    ['information-received', 'intelligence'],
    ['prevention-check-done', 'intelligence'],
    ['interview-declined', 'childsWords'],
    ['interview-held', 'childsWords'],
    ['interview-held', 'shared'],
    ['passage-shared', 'passage'],
    ['passage-shared', 'wished'],
    ['passage-not-shared', 'wished'],
    ['concern-raised', 'childsAccount'],
    ['concern-raised', 'aboutSetting'],
    ['care-returned', 'childsWords'],
    ['care-conversation-held', 'whileAway'],
    ['note-added', 'otherChildren'],
  ] as const) {
    assert.notEqual(sectionOf(type, field), 'core')
    assert.equal(isCorrectable(type, field), false)
  }
})

test('optional fields of the core can be corrected, and what is no field cannot', () => {
  for (const [type, field] of [
    ['concern-raised', 'where'],
    ['concern-raised', 'expectedBy'],
    ['threshold-assessed', 'why'],
    ['threshold-assessed', 'outOfCharacter'],
    ['threshold-assessed', 'maySufferCrime'],
    ['threshold-assessed', 'riskToSelfOrOthers'],
    ['threshold-assessed', 'whereabouts'],
    ['threshold-assessed', 'where'],
    ['threshold-assessed', 'authorisation'],
    ['reported-missing', 'account'],
    ['risk-assessed', 'supervisor'],
    ['information-received', 'place'],
    ['meeting-held', 'support'],
    ['meeting-held', 'parts'],
    ['returned', 'placeOfSafety'],
    ['returned', 'condition'],
    ['prevention-check-done', 'offences'],
    ['interview-held', 'whyAllocatedWorker'],
    ['harm-considered', 'strategyMeeting'],
  ] as const)
    assert.ok(isCorrectable(type, field), `${type} ${field}`)
  assert.equal(isCorrectable('returned', 'constructor'), false)
  assert.equal(isCorrectable('note-added', 'to'), false)
})
