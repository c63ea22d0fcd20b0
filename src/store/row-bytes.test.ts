import assert from 'node:assert/strict'
import { test } from 'node:test'
import { types } from 'pg'
import { rowsBytes } from './row-bytes.ts'

const { UUID, TEXT, BOOL, INT4, TIMESTAMPTZ, DATE, JSONB, BYTEA } = types.builtins
const textArray = 1009

/** What stands in an array of one row of one column, after the header of the array and of the row. */
function valueOf(type: number, value: unknown): string {
  const hex = rowsBytes({ row: 7, columns: [['it', type]] }, [{ it: value }]).toString('hex')
  const [header, rest] = [hex.slice(0, 40), hex.slice(48)]
  assert.equal(header, '0000000100000000000000070000000100000001')
  assert.equal(rest.slice(0, 16), `00000001${type.toString(16).padStart(8, '0')}`)
  return rest.slice(16)
}

test('Each value is written as its type reads it, after its length.', () => {
  assert.equal(
    valueOf(UUID, '0f3c2e8d-d996-4bcd-b852-865e81ed0ff6'),
    '000000100f3c2e8dd9964bcdb852865e81ed0ff6',
  )
  assert.equal(valueOf(TEXT, 'é, "'), '00000005c3a92c2022')
  assert.equal(valueOf(TEXT, ''), '00000000')
  assert.equal(valueOf(BOOL, true) + valueOf(BOOL, false), '00000001010000000100')
  assert.equal(valueOf(INT4, -2), '00000004fffffffe')
  assert.equal(valueOf(TIMESTAMPTZ, '2000-01-01T00:00:00.001Z'), '0000000800000000000003e8')
  assert.equal(valueOf(TIMESTAMPTZ, '1999-12-31T23:59:59.999Z'), '00000008fffffffffffffc18')
  assert.equal(valueOf(DATE, '2000-03-01') + valueOf(DATE, '1999-12-31'), '000000040000003c00000004ffffffff')
  assert.equal(valueOf(JSONB, ['a']), '00000006015b2261225d')
  assert.equal(valueOf(BYTEA, String.raw`\x00ff`), '0000000200ff')
  assert.equal(
    valueOf(textArray, ['a', '']),
    '0000001d0000000100000000000000190000000200000001000000016100000000',
  )
  assert.equal(valueOf(TEXT, null) + valueOf(TEXT, undefined), 'ffffffffffffffff')
})

test('Columns stand in the order of the table, whatever the order of the row.', () => {
  const columns = [
    ['first', BOOL],
    ['second', INT4],
  ] as const
  const asked = rowsBytes({ row: 7, columns }, [{ second: 1, first: true }])
  assert.deepEqual(asked, rowsBytes({ row: 7, columns }, [{ first: true, second: 1 }]))
})

test('No rows are an array without dimensions, and any number of them are as long as they are.', () => {
  const shape = { row: 7, columns: [['it', TEXT]] as const }
  assert.equal(rowsBytes(shape, []).toString('hex'), '000000000000000000000007')
  const long = 'é'.repeat(20_000)
  const bytes = rowsBytes(shape, [{ it: long }, { it: 'b' }])
  assert.equal(bytes.subarray(36, -17).toString(), long)
  assert.equal(bytes.at(-1), 98)
})

test('A type that no row has is a defect.', () => {
  assert.throws(() => rowsBytes({ row: 7, columns: [['it', 700]] }, [{ it: 1 }]), /has the type 700/)
})
