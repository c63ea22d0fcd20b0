import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Typed } from '../application/drafts.ts'
import { besideOf, partOf, withPart, writerOf, type Part } from './draft-parts.ts'

const about: Typed = [['_about.set', 'usual']]
const typed = (page: string, words: string, after = ''): Part => ({
  name: 'where',
  page,
  after,
  fields: [
    ['chosen', 'a'],
    ['chosen', 'b'],
    ['words', words],
  ],
})
const wordsIn = (fields: Typed) => partOf({ fields }, 'where').text('words')

suite('a part of a draft that several pages write', () => {
  test('is what its page typed last, and leaves every other part as it is', () => {
    const other: Part = { name: 'wher', page: 'x', after: '', fields: [['words', 'other']] }
    const both = withPart(withPart(about, other, false), typed('p', 'To Leeds'), false)
    assert.deepEqual(partOf({ fields: both }, 'where').all('chosen'), ['a', 'b'])
    assert.equal(wordsIn(both), 'To Leeds')
    const later = withPart(both, { ...typed('p', 'To York'), fields: [['words', 'To York']] }, false)
    assert.deepEqual(partOf({ fields: later }, 'where').all('chosen'), [])
    assert.equal(wordsIn(later), 'To York')
    assert.equal(partOf({ fields: later }, 'wher').text('words'), 'other')
    assert.equal(partOf({ fields: later }, '_about').text('set'), 'usual')
    assert.equal(writerOf({ fields: later }, 'where'), 'p')
  })

  test('is written no more by a page that was sent, however late that comes', () => {
    const sent = withPart(about, typed('p', 'To Leeds'), true)
    assert.equal(withPart(sent, typed('p', 'To Lee'), false), sent)
    const again = withPart(sent, typed('q', 'To York', 'p'), false)
    assert.equal(wordsIn(again), 'To York')
    assert.equal(withPart(again, typed('p', 'To Lee'), false), again)
  })

  test('keeps beside it what was typed by a page that had not seen it, and takes nothing away for that', () => {
    const here = withPart(about, typed('p', 'To Leeds'), true)
    const late = withPart(here, typed('q', 'To Hull', ''), false)
    assert.equal(wordsIn(late), 'To Leeds')
    assert.deepEqual(besideOf({ fields: late }, 'where'), ['To Hull'])
    // The same again, as a device sends it that did not hear the answer.
    assert.deepEqual(besideOf({ fields: withPart(late, typed('q', 'To Hull', ''), false) }, 'where'), [
      'To Hull',
    ])
    // Typing goes on beside it; pressing a button says that it was seen.
    const going = withPart(late, typed('r', 'To Leeds and', 'p'), false)
    assert.deepEqual(besideOf({ fields: going }, 'where'), ['To Hull'])
    const seen = withPart(going, typed('r', 'To Leeds and Hull', 'p'), true)
    assert.deepEqual(besideOf({ fields: seen }, 'where'), [])
    assert.equal(wordsIn(seen), 'To Leeds and Hull')
  })

  test('takes as late nothing that is blank', () => {
    const here = withPart(about, typed('p', 'To Leeds'), false)
    const late = withPart(here, { name: 'where', page: 'q', after: '', fields: [['words', ' ']] }, false)
    assert.deepEqual(besideOf({ fields: late }, 'where'), [])
    assert.equal(wordsIn(late), 'To Leeds')
  })
})
