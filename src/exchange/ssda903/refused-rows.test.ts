import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  filesWith,
  kimsHome,
  kimsSpell,
  ofKim,
  readAsOf2026,
  type ReturnRows,
  type Values,
} from '../../../test/support/ssda903-sample.ts'

function reasons(rows: ReturnRows): readonly string[] {
  return readAsOf2026(filesWith(rows)).refused.map(({ file, line, reason }) => `${file} ${line}: ${reason}`)
}

const headerCases: readonly (readonly [Values, string])[] = [
  [{ CHILD: '' }, 'CHILD is blank'],
  [{ CHILD: '12345678901' }, 'CHILD is longer than ten characters'],
  [{ CHILD: '40\u000701' }, 'CHILD has a character that cannot be shown'],
  [{ DOB: '' }, 'DOB is blank'],
  [{ DOB: '2010-03-04' }, 'DOB is not a date as dd/mm/yyyy'],
  [{ DOB: '4/3/2010' }, 'DOB is not a date as dd/mm/yyyy'],
  [{ DOB: '30/02/2010' }, 'DOB is not a date as dd/mm/yyyy'],
  [{ DOB: '02/10/2026' }, 'DOB is in the future'],
  [{ SEX: '' }, 'SEX is blank'],
  [{ SEX: '3' }, 'SEX is no code of the return'],
]

for (const [change, reason] of headerCases) {
  test(`A row of Header with ${JSON.stringify(change)} is refused: ${reason}.`, () => {
    assert.deepEqual(reasons({ header: [{ ...ofKim, ...change }] }), [`header.csv 2: ${reason}`])
  })
}

const episodeCases: readonly (readonly [Values, string])[] = [
  [{ CHILD: '' }, 'CHILD is blank'],
  [{ CHILD: '4002' }, 'CHILD is not in Header'],
  [{ DECOM: '' }, 'DECOM is blank'],
  [{ DECOM: '7 May 2024' }, 'DECOM is not a date as dd/mm/yyyy'],
  [{ DECOM: '02/10/2026' }, 'DECOM is in the future'],
  [{ DECOM: '03/03/2010' }, 'DECOM is before DOB'],
  [{ DEC: '31/06/2024' }, 'DEC is not a date as dd/mm/yyyy'],
  [{ DEC: '06/05/2024' }, 'DEC is before DECOM'],
  [{ DEC: '02/10/2026' }, 'DEC is in the future'],
  [{ RNE: 'Q' }, 'RNE is no code of the return'],
  [{ RNE: '' }, 'RNE is blank'],
  [{ LS: 'C9' }, 'LS is no code of the return'],
  [{ PLACE: 'K9' }, 'PLACE is no code of the return'],
  [{ PLACE_PROVIDER: 'PR6' }, 'PLACE_PROVIDER is no code of the return'],
  [{ REC: 'E1' }, 'REC is no code of the return'],
  [{ REASON_PLACE_CHANGE: 'MOVED' }, 'REASON_PLACE_CHANGE is no code of the return'],
  [{ LS: 'constructor' }, 'LS is no code of the return'],
]

for (const [change, reason] of episodeCases) {
  test(`A row of Episodes with ${JSON.stringify(change)} is refused: ${reason}.`, () => {
    const rows = { header: [ofKim], episodes: [{ ...kimsHome, ...change }] }
    assert.deepEqual(reasons(rows), [`episodes.csv 2: ${reason}`])
  })
}

const missingCases: readonly (readonly [Values, string])[] = [
  [{ CHILD: '4002' }, 'CHILD is not in Header'],
  [{ DOB: '' }, 'DOB is blank'],
  [{ DOB: '05/03/2010' }, 'DOB differs from Header'],
  [{ MISSING: '' }, 'MISSING is not M or A'],
  [{ MISSING: 'L' }, 'MISSING is not M or A'],
  [{ MIS_START: '' }, 'MIS_START is blank'],
  [{ MIS_START: '31/06/2025' }, 'MIS_START is not a date as dd/mm/yyyy'],
  [{ MIS_START: '02/10/2026', MIS_END: '' }, 'MIS_START is in the future'],
  [{ MIS_START: '04/03/2010' }, 'MIS_START is not after DOB'],
  [{ MIS_END: 'still out' }, 'MIS_END is not a date as dd/mm/yyyy'],
  [{ MIS_END: '01/06/2025' }, 'MIS_END is before MIS_START'],
  [{ MIS_END: '02/10/2026' }, 'MIS_END is in the future'],
]

for (const [change, reason] of missingCases) {
  test(`A row of Missing with ${JSON.stringify(change)} is refused: ${reason}.`, () => {
    const rows = { header: [ofKim], missing: [{ ...kimsSpell, ...change }] }
    assert.deepEqual(reasons(rows), [`missing.csv 2: ${reason}`])
  })
}

test('A row that repeats another is refused once, and one that contradicts another with it.', () => {
  assert.deepEqual(reasons({ header: [ofKim, { ...ofKim, ETHNIC: 'WBRI' }] }), [
    'header.csv 3: the row repeats another',
  ])
  const apart = 'CHILD has several rows in Header that differ'
  assert.deepEqual(reasons({ header: [ofKim, { ...ofKim, DOB: '05/03/2010' }] }), [
    `header.csv 2: ${apart}`,
    `header.csv 3: ${apart}`,
  ])
  const start = 'several rows of the child have one DECOM and differ'
  assert.deepEqual(
    reasons({ header: [ofKim], episodes: [kimsHome, { ...kimsHome, PLACE: 'U6' }, kimsHome] }),
    [`episodes.csv 2: ${start}`, `episodes.csv 3: ${start}`, `episodes.csv 4: ${start}`],
  )
  assert.deepEqual(reasons({ header: [ofKim], missing: [kimsSpell, kimsSpell] }), [
    'missing.csv 3: the row repeats another',
  ])
})

test('What is said of a child whose row in Header was refused is refused for that.', () => {
  const rows = { header: [{ ...ofKim, SEX: '3' }], episodes: [kimsHome], missing: [kimsSpell] }
  assert.deepEqual(reasons(rows).slice(1), [
    'episodes.csv 2: CHILD was refused in Header',
    'missing.csv 2: CHILD was refused in Header',
  ])
})

const overlap = 'the spell starts before an earlier one of the child has ended'

test('Of two spells that overlap the one that starts later is refused, wherever it stands.', () => {
  const later = { ...kimsSpell, MISSING: 'A', MIS_START: '03/06/2025', MIS_END: '' }
  assert.deepEqual(reasons({ header: [ofKim], missing: [later, kimsSpell] }), [`missing.csv 2: ${overlap}`])
  assert.deepEqual(reasons({ header: [ofKim], missing: [kimsSpell, later] }), [`missing.csv 3: ${overlap}`])
})

test('Nothing follows a spell without an end, and a spell may begin on the day on which another ended.', () => {
  const open = { ...kimsSpell, MIS_END: '' }
  const later = { ...kimsSpell, MIS_START: '04/06/2025', MIS_END: '04/06/2025' }
  assert.deepEqual(reasons({ header: [ofKim], missing: [open, later] }), [`missing.csv 3: ${overlap}`])
  assert.deepEqual(reasons({ header: [ofKim], missing: [kimsSpell, later] }), [])
})

test('A line that is not divided like the first is refused, and the lines after it are read.', () => {
  const [header] = filesWith({ header: [ofKim, { ...ofKim, CHILD: '4002' }] })
  const [first = '', kim = '', other = ''] = Buffer.from(header!.bytes).toString().split('\r\n')
  const broken = ['4003,F', '4004,"F,04/03/2010,,,,', '40"05",F,04/03/2010,,,,', '"4006"x,F,04/03/2010,,,,']
  const lines = [first, kim, ...broken, '', ' , ,,,,,', other].join('\n')
  const read = readAsOf2026([{ file: 'header.csv', bytes: Buffer.from(lines) }])
  assert.deepEqual(
    read.refused.map(({ line, reason }) => `${line}: ${reason}`),
    [
      '3: the row has not as many values as there are columns',
      '4: a quotation mark is not closed',
      '5: a quotation mark stands inside a value',
      '6: a quotation mark stands inside a value',
    ],
  )
  assert.deepEqual(
    read.children.map(({ key, row }) => [key, row.line]),
    [
      ['4001', 2],
      ['4002', 9],
    ],
  )
  assert.deepEqual(read.files, [{ kind: 'read', file: 'header.csv', table: 'Header', rows: 6 }])
})

test('A value is shown cut short and without anything that a terminal would obey.', () => {
  const spell = { ...kimsSpell, MIS_START: `\u001b[31m${'x'.repeat(60)}` }
  const [refused] = readAsOf2026(filesWith({ header: [ofKim], missing: [spell] })).refused
  assert.equal(refused?.words, `MIS_START is not a date as dd/mm/yyyy: "�[31M${'X'.repeat(35)}…"`)
})
