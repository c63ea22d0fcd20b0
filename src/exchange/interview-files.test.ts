import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, suite, test } from 'node:test'
import { stringify } from 'yaml'
import { factorValues, setValues } from '../../test/support/a-question-set.ts'
import { asksTheChild, longestOf, readingAge, wordsForTheChild } from '../../test/support/reading-age.ts'
import { setsInForce, questionSet } from '../application/question-sets.ts'
import { riskFactors } from '../domain/interview/factor.ts'
import { questionsOf, setRefOf } from '../domain/interview/question-set.ts'
import type { LondonDate } from '../kernel/london.ts'
import { readQuestionSets } from './interview-files.ts'

const ours = await readQuestionSets(join(import.meta.dirname, '../../interviews'))

suite('the question sets of this release', () => {
  test('are three: one for most, one for younger children and one in easy words', () => {
    assert.deepEqual(ours.sets.map(setRefOf), [
      'return-interview-easy/2026-01',
      'return-interview-younger/2026-01',
      'return-interview/2026-01',
    ])
    for (const set of ours.sets) assert.ok(questionsOf(set).length > 50, setRefOf(set))
  })

  test('are found by name, and by the day on which an interview is held', () => {
    const [first] = ours.sets
    assert.equal(questionSet(ours, 'return-interview-easy', '2026-01'), first)
    assert.equal(questionSet(ours, 'return-interview-easy', '2026-02'), undefined)
    assert.equal(questionSet(ours, 'return-interview-hard', '2026-01'), undefined)
    const on = (day: string, until?: string) => {
      const sets = first ? [{ ...first, ...(until && { until: until as LondonDate }) }] : []
      return setsInForce({ sets, factors: [] }, day as LondonDate).length
    }
    assert.deepEqual([on('2025-12-31'), on('2026-01-01'), on('2099-01-01')], [0, 1, 1])
    assert.deepEqual([on('2026-12-30', '2026-12-31'), on('2026-12-31', '2026-12-31')], [1, 0])
  })

  test('take as verified what the one-minute guide says, and mark every question that it does not ask for', () => {
    for (const set of ours.sets) {
      const sources = new Set(
        questionsOf(set).map(({ source }) => JSON.stringify([source.document.slice(0, 16), source.verified])),
      )
      assert.deepEqual([...sources].toSorted(), [
        '["One-minute guide",true]',
        '["Return interview",false]',
        '["Whereabouts: a q",false]',
      ])
    }
  })

  test('name the five risk factors to the interviewer as the guide names them', () => {
    const named = ours.sets.map(
      (set) => questionsOf(set).find(({ id }) => id === 'risk-factors')?.options ?? [],
    )
    const first = named[0] ?? []
    assert.deepEqual(
      first.flatMap(({ suggests }) => suggests),
      riskFactors,
    )
    assert.equal(first[0]?.says, 'Being in unsafe places, with unsafe or risky adults')
    for (const options of named) assert.deepEqual(options, first)
  })

  test('rest on factors of every kind, and mark those that were not checked', () => {
    const [factors] = ours.factors
    const count = (kind: string) => factors?.factors.filter((one) => one.kind === kind).length
    assert.deepEqual(['push', 'pull', 'harm', 'risk-factor', 'circumstance'].map(count), [26, 11, 11, 5, 2])
    const marked = factors?.factors.filter(({ source }) => !source.verified).map(({ code }) => code)
    assert.ok(marked?.includes('criminal-exploitation') && !marked.includes('abuse-or-neglect'))
  })
})

suite('what a child is asked', () => {
  for (const set of ours.sets) {
    test(`can be read at ${set.readingAge}: ${set.title}`, () => {
      const all = wordsForTheChild(set)
      console.log(`${setRefOf(set)}: reading age ${readingAge(all).toFixed(1)} (Flesch-Kincaid)`)
      assert.ok(readingAge(all) <= set.readingAge)
      assert.ok(readingAge(set.opening) <= set.readingAge)
      for (const chapter of set.chapters) {
        const asked = asksTheChild(chapter)
        if (asked.length > 0) assert.ok(readingAge(asked) <= set.readingAge, chapter.chapter)
      }
    })

    test(`has no long sentence: ${set.title}`, () => {
      const { words, sentence } = longestOf(wordsForTheChild(set))
      assert.ok(words <= (set.readingAge > 9 ? 20 : 15), `${words} words: ${sentence}`)
    })
  }

  test('is meant for readers of 9 to 11', () => {
    assert.deepEqual(
      ours.sets.map(({ readingAge: age }) => age),
      [9, 9, 11],
    )
  })
})

suite('the measure of reading', () => {
  test('is the Flesch-Kincaid grade and five years', () => {
    // 7 words of 13 syllables in one sentence: 0.39 × 7 + 11.8 × 13 / 7 − 15.59 = 9.05.
    const counted = readingAge(['Yesterday seven children went into the garden.'])
    assert.equal(counted.toFixed(2), '14.05')
    assert.equal(readingAge(['The cat sat on the mat.']), 5)
  })

  test('would show what is too hard for a child', () => {
    const hard =
      'Consideration of safeguarding vulnerabilities necessitates multi-agency information sharing.'
    assert.ok(readingAge([hard]) > 16)
    assert.ok(readingAge(['Where did you go?', hard]) > 11)
  })

  test('is not eased by short pieces: buttons and options', () => {
    const asked = 'Would you like to talk about the time when you were away from the people where you live?'
    assert.ok(readingAge([asked, 'Yes', 'No', 'I do not']) > readingAge([asked]) - 1)
    assert.equal(readingAge(['Yes', 'No']), 5)
  })

  test('counts the words of a sentence, and no number that is rung', () => {
    assert.deepEqual(longestOf(['Ring 116 000. Don’t wait!', 'Go.']), { words: 2, sentence: 'Don’t wait' })
  })
})

suite('a folder of question sets', () => {
  const folders: string[] = []
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  function reading(files: Readonly<Record<string, unknown>>) {
    const folder = mkdtempSync(join(tmpdir(), 'whereabouts-interviews-'))
    folders.push(folder)
    for (const [path, value] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), stringify(value))
    }
    return readQuestionSets(folder)
  }
  const factors = { 'factors/2026-01.yaml': factorValues }

  test('is read with the factors that its sets name', async () => {
    const read = await reading({ ...factors, 'small/2026-01.yaml': setValues(), 'small/notes.md': 'x' })
    assert.deepEqual([read.sets.length, read.factors.length], [1, 1])
  })

  test('is refused with every problem of every set', async () => {
    const longer = setValues({ edition: '2027-01', from: '2027-01-01', opening: [] })
    await assert.rejects(reading({ 'small/2026-01.yaml': setValues(), 'small/2027-01.yaml': longer }), {
      message: [
        'The question sets do not hold:',
        'small/2026-01: its days overlap with edition 2027-01',
        'small/2026-01: there is no edition 2026-01 of the factors',
        'small/2027-01: its days overlap with edition 2026-01',
        'small/2027-01: the child is told nothing before the first question',
        'small/2027-01: there is no edition 2026-01 of the factors',
      ].join('\n'),
    })
  })

  test('is refused where a file is no set, or stands where another would', async () => {
    await assert.rejects(reading({ 'small/2026-01.yaml': setValues({ title: 7 }) }), {
      message: 'small/2026-01.yaml is no set of questions:\nset: "title" is 7, not a text',
    })
    await assert.rejects(reading({ 'factors/2026-01.yaml': { ...factorValues, title: 7 } }), {
      message: 'factors/2026-01.yaml is no list of factors:\nfactors: "title" is 7, not a text',
    })
    await assert.rejects(reading({ ...factors, 'small/2026-02.yaml': setValues() }), {
      message: 'small/2026-02.yaml holds small/2026-01, and would be small/2026-01.yaml',
    })
    await assert.rejects(reading({ 'factors/2026-02.yaml': factorValues }), {
      message: 'factors/2026-02.yaml holds factors/2026-01, and would be factors/2026-01.yaml',
    })
  })
})
