import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesWith, kimsSpell, ofKim, readAsOf2026 } from '../../../test/support/ssda903-sample.ts'
import { decode } from './decode.ts'
import { recognise, tables } from './tables.ts'

function whyNot(bytes: Uint8Array): string {
  const decoded = decode(bytes)
  return decoded.kind === 'refused' ? decoded.because : 'read'
}

const text = 'CHILD,DOB\n4001,04/03/2010\n'

test('UTF-8 is read, with a byte order mark and without.', () => {
  assert.deepEqual(decode(Buffer.from(`\ufeff${text}`)), { kind: 'text', text })
  assert.deepEqual(decode(Buffer.from('Zoë €')), { kind: 'text', text: 'Zoë €' })
})

const foreign: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['nothing', Buffer.alloc(0), /^it is empty$/],
  [
    'UTF-16',
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    /^it is UTF-16 \(it begins with the bytes FF FE\): save it as CSV/,
  ],
  [
    'big-endian UTF-16',
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    /^it is UTF-16 \(it begins with the bytes FE FF\)/,
  ],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), /^it is UTF-16 without a byte order mark/],
  ['a workbook', Buffer.from('PK\u0003\u0004rest'), /^it is an Excel workbook or another zip file/],
  ['bytes', Buffer.from('CHILD\0DOB'), /^it is not text \(it has NUL bytes\)/],
  [
    'Windows-1252',
    Buffer.concat([Buffer.from('CHILD\nZoë\nO'), Buffer.from([0x92]), Buffer.from('Neil')]),
    /^it is not UTF-8: line 3 has the byte 92, which would be ’ in Windows-1252; save it as CSV/,
  ],
  ['a character cut short', Buffer.from([0x41, 0xc3]), /^it is not UTF-8: line 1 has the byte C3/],
]

for (const [what, bytes, because] of foreign) {
  test(`A file that holds ${what} is refused, and says what it holds.`, () => {
    assert.match(whyNot(bytes), because)
  })
}

test('Every table is known by its columns in any order.', () => {
  for (const [table, columns] of Object.entries(tables)) {
    assert.deepEqual(recognise(columns.split(' ').toReversed()), { kind: 'table', table })
  }
})

test('Other columns are compared with the table that they are nearest to.', () => {
  const because = (...columns: readonly string[]) => {
    const recognised = recognise(columns)
    return recognised.kind === 'refused' ? recognised.because : recognised.table
  }
  assert.equal(
    because('CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_STOP'),
    'its columns are those of no table of the return: compared with Missing it lacks MIS_END, and it also has "MIS_STOP"',
  )
  assert.equal(
    because('Child', 'DOB', 'MISSING', 'MIS_START', ' MIS_END'),
    'its columns are those of no table of the return: Missing has them in upper case and without spaces, and here are "Child", " MIS_END"',
  )
  assert.equal(
    because('CHILD', 'DOB', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'),
    'its first line has the column "DOB" twice',
  )
  assert.equal(because('4001', '04/03/2010'), 'its first line names no column of the return')
})

test('A refused file is one line, and the others are read; a table that is not taken is named.', () => {
  const [header, , missing] = filesWith({ header: [ofKim], missing: [kimsSpell] })
  const reviews = { file: 'r.csv', bytes: Buffer.from(tables.Reviews.replaceAll(' ', ',')) }
  const read = readAsOf2026([
    header!,
    { file: 'm.csv', bytes: Buffer.from('no,such\n1,2\n') },
    missing!,
    reviews,
  ])
  assert.deepEqual(read.files, [
    { kind: 'read', file: 'header.csv', table: 'Header', rows: 1 },
    { kind: 'refused', file: 'm.csv', because: 'its first line names no column of the return' },
    { kind: 'read', file: 'missing.csv', table: 'Missing', rows: 1 },
    { kind: 'left', file: 'r.csv', table: 'Reviews' },
  ])
  assert.equal(read.children[0]?.spells.length, 1)
})

test('Without Header the other files are refused, and so are two files of one table.', () => {
  const [header, , missing] = filesWith({ header: [ofKim], missing: [kimsSpell] })
  const because = (files: readonly { readonly file: string; readonly bytes: Uint8Array }[]) =>
    readAsOf2026(files).files.map((one) =>
      one.kind === 'refused' ? `${one.file}: ${one.because}` : one.kind,
    )
  assert.deepEqual(because([missing!]), [
    'missing.csv: there is no usable Header beside it to say whose rows these are',
  ])
  assert.deepEqual(because([header!, missing!, { ...missing!, file: 'old.csv' }]), [
    'read',
    'missing.csv: old.csv has the columns of Missing too: leave one of them',
    'old.csv: missing.csv has the columns of Missing too: leave one of them',
  ])
})
