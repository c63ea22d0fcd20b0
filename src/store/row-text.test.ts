import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrayText, rowsText } from './row-text.ts'

test('Plain words stand as they are, nothing stands for null, and everything else is quoted for row and array.', () => {
  const row = { id: 'a-1', none: null, empty: '', flag: false, count: 3, words: 'a, b', said: 'a "b" \\c' }
  assert.equal(rowsText([row]), String.raw`{"(a-1,,\"\",false,3,\"a, b\",\"a \\\"b\\\" \\\\c\")"}`)
})

test('A list is an array where the column is one, and JSON everywhere else.', () => {
  assert.equal(rowsText([{ sections: ['core'] }]), String.raw`{"(\"{\\\"core\\\"}\")"}`)
  assert.equal(rowsText([{ rungs: ['core'] }]), String.raw`{"(\"[\\\"core\\\"]\")"}`)
})

test('Texts are quoted, also where there is none.', () => {
  assert.equal(arrayText(['a', '', 'b"c']), String.raw`{"a","","b\"c"}`)
  assert.equal(rowsText([]), '{}')
})
