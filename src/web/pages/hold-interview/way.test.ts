import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aSet, chapterValues, talked } from '../../../../test/support/a-question-set.ts'
import type { Answers } from '../../../domain/interview/answers.ts'
import { Form } from '../../forms/form.ts'
import { answerTyped, notSaidValue } from './under-way.ts'
import {
  askedNoLonger,
  answeredOf,
  before,
  firstOpen,
  nextAfter,
  nothingSaid,
  problemWith,
  standingOf,
} from './way.ts'

const set = aSet({}, { place: chapterValues['place'] ?? [] })
const at = (answers: Answers = {}) => ({ set, answers })
const hardly = { talked: { chosen: ['hardly'] } }

suite('the way through an interview', () => {
  test('tells where a question stands among those that are asked so far', () => {
    const first = standingOf(at(), 'talked')
    assert.deepEqual([first?.number, first?.of, first?.chapter.title], [1, 21, 'About place'])
    assert.equal(standingOf(at(), 'why-hardly'), undefined)
    assert.deepEqual(
      [standingOf(at(hardly), 'why-hardly')?.number, standingOf(at(hardly), 'left')?.of],
      [2, 22],
    )
    assert.equal(standingOf(at(), 'strange'), undefined)
  })

  test('goes on with the next question that is open, and back to the one before', () => {
    assert.deepEqual(nextAfter(at(hardly), 'talked'), { to: 'question', id: 'why-hardly' })
    assert.deepEqual(nextAfter(at({ talked: { chosen: ['freely'] } }), 'talked'), {
      to: 'question',
      id: 'left',
    })
    assert.deepEqual(nextAfter(at({ left: { notSaid: true } }), 'talked'), {
      to: 'question',
      id: 'where-went',
    })
    assert.equal(before(at(hardly), 'left')?.id, 'why-hardly')
    assert.equal(before(at(), 'talked'), undefined)
  })

  test('stops where the child’s part is over, before the interviewer’s own', () => {
    assert.deepEqual(nextAfter(at(), 'how-was-it'), { to: 'thanks' })
    const own = 'unsafe-places-or-adults-seen'
    assert.equal(firstOpen(at(), true)?.id, own)
    assert.equal(firstOpen(at({ [own]: { notSaid: true } }), true)?.id, 'substances-seen')
    assert.equal(firstOpen(at(), false)?.id, 'talked')
    assert.deepEqual(nextAfter(at(), own), { to: 'question', id: 'substances-seen' })
    assert.deepEqual(nextAfter(at(), 'connected'), { to: 'answers' })
  })

  test('holds an answer that cannot be kept for none, and says why', () => {
    const wrong = at({ talked: { chosen: ['other'] } })
    assert.equal(firstOpen(wrong)?.id, 'talked')
    assert.equal(problemWith(wrong, talked), 'Write what else it is, in their words')
    assert.deepEqual(answeredOf(wrong), { answered: 0, of: 21 })
    assert.deepEqual(answeredOf(at(hardly)), { answered: 1, of: 22 })
    const long = at({ 'where-went': { words: 'x'.repeat(8001) } })
    assert.match(problemWith(long, { id: 'where-went', asks: 'Where?' }) ?? '', /^“Where\?” must be 8,000/)
    const nul = at({ 'where-went': { words: 'x\u0000' } })
    assert.match(problemWith(nul, { id: 'where-went', asks: 'Where?' }) ?? '', /cannot be kept/)
    assert.equal(problemWith(at(), talked), undefined)
  })

  test('names what was answered before an earlier answer was changed', () => {
    const said = { 'why-hardly': { words: 'He is there' } }
    assert.deepEqual(askedNoLonger(at({ ...hardly, ...said })), [])
    const changed = askedNoLonger(at({ talked: { chosen: ['freely'] }, ...said }))
    assert.deepEqual(
      changed.map(({ id }) => id),
      ['why-hardly'],
    )
  })

  test('says what can be done with a question that was sent with nothing', () => {
    const first = firstOpen(at())
    assert.ok(first !== undefined)
    assert.equal(nothingSaid(first), 'Choose an answer, or “I do not want to say”, or skip it for now')
    const words = standingOf(at(), 'where-went')?.question
    assert.match(nothingSaid(words ?? first), /^Write an answer/)
  })
})

suite('an answer as it is typed', () => {
  const typed = (
    kind: 'words' | 'one-of' | 'many-of' | 'yes-no',
    fields: Readonly<Record<string, readonly string[]>>,
  ) => answerTyped({ kind }, new Form(new Map(Object.entries(fields))))

  test('is what was chosen and written, to the letter', () => {
    assert.deepEqual(typed('many-of', { chosen: ['a', 'b'], words: [' To\r\nLeeds '] }), {
      chosen: ['a', 'b'],
      words: ' To\nLeeds ',
    })
    assert.deepEqual(typed('words', { words: ['  '] }), {})
    assert.deepEqual(typed('one-of', { chosen: ['', notSaidValue] }), { notSaid: true })
    assert.deepEqual(typed('many-of', { chosen: [notSaidValue, 'a'] }), { chosen: ['a'], notSaid: true })
  })

  test('is something else where words stand alone beside a list', () => {
    for (const kind of ['one-of', 'many-of'] as const)
      assert.deepEqual(typed(kind, { words: ['A dog'] }), { chosen: ['other'], words: 'A dog' })
    for (const kind of ['words', 'yes-no'] as const)
      assert.deepEqual(typed(kind, { words: ['A dog'] }), { words: 'A dog' })
    assert.deepEqual(typed('one-of', { chosen: [notSaidValue], words: ['x'] }), { words: 'x', notSaid: true })
  })
})
