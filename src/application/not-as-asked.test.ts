import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSet, someFactors } from '../../test/support/a-question-set.ts'
import { entry, entryId } from '../../test/support/chronology.ts'
import type { EpisodeBodies, NewEpisodeEntry } from '../domain/episode/entries.ts'
import { notAsAsked } from './not-as-asked.ts'

const sets = { sets: [aSet()], factors: [someFactors()] }
const small = { set: 'small', edition: '2026-01' }
const went = { question: 'where-went', asked: 'What of where-went?', words: 'To Leeds' }

type WrittenUp = Omit<EpisodeBodies['interview-written-up'], 'interview'>

function writtenUp(body: WrittenUp): NewEpisodeEntry {
  const any = entry('interview-written-up', '2026-03-29T10:00')
  return { ...any, type: 'interview-written-up', body: { interview: entryId('interview'), ...body } }
}

function refused(body: WrittenUp) {
  return notAsAsked(sets, writtenUp(body))
}

test('A write-up that names a set is held to it, and the first question that is wrong is named.', () => {
  assert.equal(refused({ set: small, answers: [went] }), undefined)
  assert.equal(refused({ set: small }), undefined)
  const twice = { question: 'talked', asked: 'Can you talk?', chosen: ['Freely', 'Hardly'] }
  const strange = { ...went, question: 'gone' }
  assert.deepEqual(refused({ set: small, answers: [went, twice, strange] }), {
    kind: 'not-an-answer',
    question: 'talked',
    says: 'Choose one answer',
  })
})

test('An edition that is not there is refused, whatever was answered.', () => {
  const set = { set: 'small', edition: '2020-01' }
  assert.deepEqual(refused({ set, answers: [went] }), { kind: 'no-such-questions', ...set })
})

test('An account of the interviewer’s own names no set and is held to none, nor is anything where there are none.', () => {
  const account = { question: 'account', asked: 'What he said', words: 'Little' }
  assert.equal(refused({ answers: [account] }), undefined)
  assert.equal(notAsAsked(undefined, writtenUp({ set: small, answers: [account] })), undefined)
  assert.equal(notAsAsked(sets, entry('note-added', '2026-03-29T10:00', { text: 'x' })), undefined)
})
