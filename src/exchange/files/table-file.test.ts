import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { naughtyStrings } from '../../../test/support/naughty-strings.ts'
import { harmless, tableFile } from './table-file.ts'

const begins = /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function readBack(columns: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]) {
  return parse(Buffer.from(tableFile({ columns, rows })), { bom: true })
}

test('every string that broke others stands in its cell, whole, and no spreadsheet takes one for a formula', () => {
  const rows = naughtyStrings.map((text, index) => [index, text, 'after'])
  const [head, ...back] = readBack(['=Number', 'Text', 'After'], rows)
  assert.deepEqual(head, ["'=Number", 'Text', 'After'])
  assert.equal(back.length, naughtyStrings.length)
  for (const [index, cells] of back.entries()) {
    assert.deepEqual(cells, [String(index), harmless(naughtyStrings[index] ?? ''), 'after'])
    assert.doesNotMatch(cells[1] ?? '', begins)
  }
})

test('what begins as a formula, a tab or an end of line gets an apostrophe, and nothing else is changed', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', ' =', '\u00A0@', '\u200B=', '＝'])
    assert.equal(harmless(`${start}1+1`), `'${start}1+1`)
  for (const plain of [
    'a=b',
    "O'Neil",
    '1-2',
    'Zoë',
    '你好',
    '👩‍👧',
    'two\nlines',
    '"quoted", and a comma',
    '',
  ])
    assert.equal(harmless(plain), plain)
})

test('characters that a file of text cannot hold are shown as their code', () => {
  assert.equal(harmless('a\0b'), 'aU+0000b')
  assert.equal(harmless('a\u001Bb\u007F'), 'aU+001BbU+007F')
  assert.equal(harmless('half \uD83D a pair'), 'half U+D83D a pair')
  assert.equal(harmless('\uFFFE'), 'U+FFFE')
})

test('numbers stay numbers, what is absent is empty, and whatever is in a cell stays in it', () => {
  assert.deepEqual(readBack(['a', 'b'], [[-3, undefined]]), [
    ['a', 'b'],
    ['-3', ''],
  ])
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 })),
      (rows) => {
        const [, ...back] = readBack(['a', 'b', 'c'], rows)
        assert.deepEqual(
          back,
          rows.map((cells) => cells.map(harmless)),
        )
      },
    ),
  )
})
