import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  filesOf,
  filesWith,
  ownFolder,
  readAsOf2026,
  type Values,
} from '../../../test/support/ssda903-sample.ts'
import type { FileGiven, Return } from './read-return.ts'

/** What a return says, without saying on which line. */
function said({ children, refused, warned, noted }: Return) {
  const reasons = (rows: Return['refused']) => rows.map(({ file, reason }) => `${file}: ${reason}`).toSorted()
  const withoutLines = children
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((child) =>
      JSON.stringify(child, (key, value: unknown) => (key === 'row' || key === 'rows' ? null : value)),
    )
  return { children: withoutLines, refused: reasons(refused), warned: reasons(warned), noted: reasons(noted) }
}

function reordered({ file, bytes }: FileGiven, order: readonly number[]): FileGiven {
  const [first = '', ...rows] = Buffer.from(bytes).toString().trimEnd().split(/\r?\n/)
  const shuffled = rows
    .map((row, index) => ({ row, at: order[index] ?? index }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
  return { file, bytes: Buffer.from([first, ...shuffled].join('\n')) }
}

const order = fc.array(fc.nat({ max: 1000 }), { minLength: 20, maxLength: 20 })

test('The order of rows and of files does not matter to what our own sample says.', () => {
  const files = filesOf(ownFolder)
  const expected = said(readAsOf2026(files))
  fc.assert(
    fc.property(order, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (places, turn) => {
      const shuffled = turn
        .flatMap((index) => files.slice(index, index + 1))
        .map((one) => reordered(one, places))
      assert.deepEqual(said(readAsOf2026(shuffled)), expected)
    }),
    { numRuns: 200 },
  )
})

const days = ['', '01/02/2025', '03/02/2025', '04/02/2025', '31/02/2025', '07/08/2025']
const key = fc.constantFrom('1', '2', '3')

const header: fc.Arbitrary<Values> = fc.record({
  CHILD: key,
  SEX: fc.constantFrom('M', '2', 'X'),
  DOB: fc.constantFrom('01/01/2010', '02/01/2010'),
})
const episode: fc.Arbitrary<Values> = fc.record({
  CHILD: key,
  DECOM: fc.constantFrom(...days),
  DEC: fc.constantFrom(...days),
  RNE: fc.constantFrom('S', 'L', 'P'),
  LS: fc.constantFrom('C2', 'V2'),
  PLACE: fc.constantFrom('K2', 'U6'),
  REC: fc.constantFrom('', 'X1', 'E8'),
})
const missing: fc.Arbitrary<Values> = fc.record({
  CHILD: key,
  DOB: fc.constantFrom('01/01/2010', '02/01/2010'),
  MISSING: fc.constantFrom('M', 'A', ''),
  MIS_START: fc.constantFrom(...days),
  MIS_END: fc.constantFrom(...days),
})
const rows = fc.record({
  header: fc.array(header, { minLength: 1, maxLength: 4 }),
  episodes: fc.array(episode, { maxLength: 12 }),
  missing: fc.array(missing, { maxLength: 12 }),
})

test('The order of rows does not matter to any return, and each row lands or is refused.', () => {
  fc.assert(
    fc.property(rows, order, (given, places) => {
      const files = filesWith(given)
      const read = readAsOf2026(files)
      assert.deepEqual(said(readAsOf2026(files.map((one) => reordered(one, places)))), said(read))
      const used = read.children.flatMap(({ row, placements, spells }) => [
        row,
        ...placements.flatMap((one) => one.rows),
        ...spells.map((one) => one.row),
      ])
      const lines = [...used, ...read.refused].map(({ file, line }) => `${file} ${line}`)
      const all = read.files.flatMap((one) =>
        one.kind === 'read' ? Array.from({ length: one.rows }, (_, index) => `${one.file} ${index + 2}`) : [],
      )
      assert.deepEqual(lines.toSorted(), all.toSorted())
    }),
    { numRuns: 500 },
  )
})
