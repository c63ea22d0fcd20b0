import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defectLine } from './defect-line.ts'

test('A defect is told by its kind, its code and its places, and none of them quotes.', () => {
  const row = Object.assign(new Error('invalid input: "Tyler Boothe"\n    at Tyler Boothe'), {
    name: 'DatabaseError',
    code: '23514',
    table: 'entry_content',
    constraint: 'is_small',
    routine: 'ExecConstraints',
    detail: 'Failing row contains (Tyler Boothe).',
    where: 'COPY, line 1: "Tyler Boothe"',
  })
  const line = defectLine(
    new Error('while writing Tyler Boothe', { cause: row }),
    'a1b2c3d4',
    '/children/:child',
  )
  assert.doesNotMatch(JSON.stringify(line), /tyler|boothe/iu)
  assert.deepEqual([line.level, line.reference, line.route], ['error', 'a1b2c3d4', '/children/:child'])
  const [outer, inner] = line.chain
  assert.equal(outer?.name, 'Error')
  assert.match(outer.at[0] ?? '', /^at .*defect-line\.test\.ts:\d+:\d+\)?$/u)
  const { at, ...said } = inner!
  assert.ok(at.length > 0)
  assert.deepEqual(said, {
    name: 'DatabaseError',
    code: '23514',
    table: 'entry_content',
    constraint: 'is_small',
    routine: 'ExecConstraints',
  })
})

test('What was thrown and is no error is told by its kind alone, and causes that go in circles end.', () => {
  for (const thrown of ['Tyler', { name: 'Tyler' }, undefined])
    assert.deepEqual(defectLine(thrown, 'r', '/').chain, [{ name: typeof thrown, at: [] }])
  const round = new Error('Tyler')
  round.cause = round
  assert.equal(defectLine(round, 'r', '/').chain.length, 5)
  const unnamed = Object.assign(new Error('x'), {
    name: 'Tyler Boothe is the name',
    code: 'Tyler Boothe',
    stack: '',
  })
  assert.deepEqual(defectLine(unnamed, 'r', '/').chain, [{ name: 'Error', at: [] }])
})
