import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { council, passage, standing, why } from '../../../../test/support/a-disclosure.ts'
import { cast } from '../../../../test/support/cast.ts'
import type { Said } from './acts.ts'
import { disclosedOf } from './disclosed.ts'
import type { Passage } from './passage.ts'
import type { WithholdingReason } from './reasons.ts'
import { withholdWords } from './withholding.ts'

const marker = '[withheld: information about somebody else]'
const silent = { reason: 'address', words: 'Not to be known' } as const

const withText = (...texts: readonly string[]): Passage => ({
  ...passage('x'),
  lines: texts.map((text) => ({ field: 'Text', text })),
})
const looked = ({ id }: Passage): Said => ({ kind: 'looked-through', passage: id, words: 'Looked at' })
const part = (of: Passage, from: number, to: number, reason: WithholdingReason, line = 0): Said => ({
  kind: 'withheld',
  passage: of.id,
  part: { line, from, to },
  reason,
  words: 'x',
})

/** The lines that leave of one passage. */
function left(one: Passage, ...said: readonly Said[]): readonly string[] {
  const { passages } = disclosedOf(standing([one], looked(one), ...said), council.id)
  return passages.flatMap(({ lines }) => lines.map(({ text }) => text))
}
const without = (
  text: string,
  sought: string,
  how: Pick<Extract<Said, { kind: 'withheld' }>, 'reason' | 'words'>,
) => {
  const one = withText(text)
  return left(one, ...withholdWords(standing([one], looked(one)), sought, how))
}

suite('what a passage says when it leaves', () => {
  test('is when, what, by whom and of which organisation, line by line', () => {
    const one = passage('All is well')
    assert.deepEqual(disclosedOf(standing([one]), council.id).passages, [
      {
        occurred: one.occurred,
        what: 'note added',
        by: cast['social-worker'].name,
        organisation: council.name,
        lines: [{ field: 'Text', text: 'All is well' }],
      },
    ])
  })

  test('is nothing but that it is there, where it never had a line', () => {
    const { lines: _, ...unsaid } = passage('x')
    for (const one of [unsaid, withText()])
      assert.deepEqual(
        disclosedOf(standing([one]), council.id).passages.map(({ lines }) => lines),
        [[]],
      )
  })

  test('keeps each line apart: what is withheld of one is not of another', () => {
    const one = withText('the first', 'the second', '***')
    assert.deepEqual(left(one, part(one, 0, 3, 'third-party', 1)), ['the first', `${marker} second`, '***'])
  })

  test('has no line of which only signs are left', () => {
    assert.deepEqual(without('“Elm Grove”, – ', 'Elm Grove', silent), [])
    assert.deepEqual(without('“4 Elm Grove”', 'Elm Grove', silent), ['“4 ”'])
  })

  test('is not there at all when every line of it was withheld without a word', () => {
    const one = withText('Elm', 'Grove')
    const both = [part(one, 0, 3, 'address', 0), part(one, 0, 5, 'address', 1)]
    assert.deepEqual(disclosedOf(standing([one], looked(one), ...both), council.id).passages, [])
  })
})

suite('where something is left out without a word', () => {
  test('no two spaces show it, and no space that stood alone goes', () => {
    assert.deepEqual(without('She lives at Elm now', 'Elm', silent), ['She lives at now'])
    assert.deepEqual(without('Elm is where', 'Elm', silent), ['is where'])
    const one = withText('At Elm4 now')
    assert.deepEqual(left(one, part(one, 6, 7, 'address')), ['At Elm now'])
  })

  test('spaces elsewhere stay as they were typed', () => {
    assert.deepEqual(without('Two  spaces at Elm', 'Elm', silent), ['Two  spaces at '])
    assert.deepEqual(without('With Ann  by bus', 'Ann', why), [`With ${marker}  by bus`])
  })

  test('it is left out without a word too where only a part of it may not be said', () => {
    const one = withText('met Ann Roe now')
    const [all, name] = [part(one, 4, 11, 'third-party'), part(one, 4, 7, 'address')]
    assert.deepEqual(left(one, all, name), [`met ${marker} now`])
    assert.deepEqual(left(one, name, all), [`met ${marker} now`])
    const over = part(one, 4, 11, 'address')
    assert.deepEqual(left(one, over, part(one, 4, 7, 'third-party')), ['met now'])
  })

  test('and what follows it may be said to be withheld, that is said', () => {
    const one = withText('met Ann Roe now')
    assert.deepEqual(left(one, part(one, 4, 7, 'address'), part(one, 7, 11, 'third-party')), [
      `met ${marker} now`,
    ])
  })
})

suite('what is withheld', () => {
  const withheld = (one: Passage, controller: typeof council.id, ...said: readonly Said[]) =>
    disclosedOf(standing([one], ...said), controller).withheld

  test('as a whole is said with whose it is and why, each reason once and how often', () => {
    const [one, two, three] = [passage('first'), passage('second'), passage('third')]
    const said: readonly Said[] = [
      ...[one, two].map(({ id }): Said => ({ kind: 'withheld', passage: id, ...why })),
      { kind: 'withheld', passage: three.id, reason: 'legal-advice', words: 'Counsel' },
    ]
    assert.deepEqual(disclosedOf(standing([one, two, three], ...said), council.id).withheld, [
      { organisation: council.name, why: 'information about somebody else', times: 2 },
      { organisation: council.name, why: 'legal advice', times: 1 },
    ])
  })

  test('of police by police themselves is said, and by nobody else', () => {
    const one = passage('Known to us', cast.police, 'police-intelligence')
    const said: Said = { kind: 'withheld', passage: one.id, ...why }
    assert.deepEqual(withheld(one, cast.police.organisation, said), [
      { organisation: cast.police.organisationName, why: 'information about somebody else', times: 1 },
    ])
    assert.deepEqual(withheld(one, council.id, said), [])
  })

  test('is not counted before it is decided', () =>
    assert.throws(() => disclosedOf(standing([passage('With Tyler Boothe')]), council.id), {
      message: 'A passage is not decided yet',
    }))
})
