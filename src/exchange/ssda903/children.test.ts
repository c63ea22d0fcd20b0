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
import { places, olderPlaces } from './codes.ts'

function kimWith(rows: Omit<ReturnRows, 'header'>) {
  const { children } = readAsOf2026(filesWith({ header: [ofKim], ...rows }))
  return children[0]!
}

function warnings(rows: Omit<ReturnRows, 'header'>): readonly string[] {
  const { warned, refused } = readAsOf2026(filesWith({ header: [ofKim], ...rows }))
  assert.deepEqual(refused, [])
  return warned.map(({ file, line, reason }) => `${file} ${line}: ${reason}`)
}

/** The row after Kim's first, which then ends on the day on which this one begins. */
function then(day: string, change: Values): readonly Values[] {
  return [
    { ...kimsHome, DEC: day, REC: 'X1' },
    { ...kimsHome, DECOM: day, ...change },
  ]
}

test('A home is told in words, with its code kept.', () => {
  assert.deepEqual(kimWith({ episodes: [kimsHome] }).placements[0]?.setting, {
    name: "Children's home (Ofsted 9000003, private)",
    kind: 'childrens-home',
    code: 'K2',
  })
  for (const PLACE of [...Object.keys(places), ...Object.keys(olderPlaces)]) {
    assert.equal(kimWith({ episodes: [{ ...kimsHome, PLACE }] }).placements[0]?.setting.code, PLACE)
  }
})

test('A change of legal status alone carries on the stay and begins another time in care.', () => {
  const { placements, care } = kimWith({ episodes: then('01/02/2025', { RNE: 'L', LS: 'E1' }) })
  assert.deepEqual(
    placements.map(({ from, ended, rows }) => [from, ended, rows.length]),
    [['2024-05-07', undefined, 2]],
  )
  assert.deepEqual(
    care.map(({ from, legalStatus, ended }) => [from, legalStatus, ended]),
    [
      ['2024-05-07', 'C2: full care order', undefined],
      ['2025-02-01', 'E1: placement order', undefined],
    ],
  )
})

test('A change of place ends one stay and begins the next, and care goes on.', () => {
  const { placements, care } = kimWith({ episodes: then('01/02/2025', { RNE: 'P', URN: '9000004' }) })
  assert.deepEqual(
    placements.map(({ from, ended }) => [from, ended?.on]),
    [
      ['2024-05-07', '2025-02-01'],
      ['2025-02-01', undefined],
    ],
  )
  assert.deepEqual(care.length, 1)
})

test('Care ends with its last row, and begins again after a gap.', () => {
  const { care } = kimWith({
    episodes: [
      { ...kimsHome, DEC: '01/02/2025', REC: 'E4A' },
      { ...kimsHome, DECOM: '01/06/2025', DEC: '02/06/2025', REC: 'X1' },
    ],
  })
  assert.deepEqual(
    care.map(({ from, ended }) => [from, ended?.on, ended?.why]),
    [
      ['2024-05-07', '2025-02-01', 'E4A: returned to parents as planned'],
      ['2025-06-01', undefined, undefined],
    ],
  )
})

test('Care that ends and starts again on one day has not been interrupted.', () => {
  const [first, second] = then('01/02/2025', {})
  const { care } = kimWith({ episodes: [{ ...first, REC: 'E16' }, second!] })
  assert.deepEqual(
    care.map(({ from, ended }) => [from, ended]),
    [['2024-05-07', undefined]],
  )
})

test('Two spells of one day are told apart by the order in which they ended.', () => {
  const short = { ...kimsSpell, MIS_END: kimsSpell['MIS_START']! }
  assert.deepEqual(
    kimWith({ missing: [kimsSpell, short] }).spells.map(({ nth, until, row }) => [nth, until, row.line]),
    [
      [1, '2025-06-02', 3],
      [2, '2025-06-04', 2],
    ],
  )
})

test('A code of an earlier year lands with a note.', () => {
  const rows = { header: [{ ...ofKim, SEX: '2' }], episodes: [{ ...kimsHome, PLACE: 'H5' }] }
  const read = readAsOf2026(filesWith(rows))
  assert.deepEqual(
    read.noted.map(({ file }) => file),
    ['header.csv', 'episodes.csv'],
  )
  assert.deepEqual([read.children[0]?.pronoun, read.refused], ['she', []])
})

test('Lower case and spaces around a value are read as the return reads them.', () => {
  const spell = { ...kimsSpell, CHILD: ' 4001 ', MISSING: ' m ' }
  assert.equal(kimWith({ missing: [spell] }).spells[0]?.kind, 'missing')
})

const doubtful: readonly (readonly [string, Omit<ReturnRows, 'header'>, readonly string[]])[] = [
  ['within care', { episodes: [kimsHome], missing: [kimsSpell] }, []],
  ['of a child without a row', { missing: [kimsSpell] }, ['missing.csv 2: the child has no row in Episodes']],
  [
    'before care',
    { episodes: [kimsHome], missing: [{ ...kimsSpell, MIS_START: '06/05/2024', MIS_END: '09/05/2024' }] },
    ['missing.csv 2: the spell starts when the child was not in care'],
  ],
  [
    'past the end of care',
    { episodes: [{ ...kimsHome, DEC: '03/06/2025', REC: 'E4A' }], missing: [kimsSpell] },
    ['missing.csv 2: the spell ends after care ended'],
  ],
  [
    'open past the end of care',
    { episodes: [{ ...kimsHome, DEC: '03/06/2025', REC: 'E4A' }], missing: [{ ...kimsSpell, MIS_END: '' }] },
    ['missing.csv 2: the spell is open and care has ended'],
  ],
  [
    'open past the end of a row',
    { episodes: then('03/06/2025', { RNE: 'P' }), missing: [{ ...kimsSpell, MIS_END: '' }] },
    ['missing.csv 2: the spell is open and the row of Episodes in which it started has ended'],
  ],
  [
    'of an earlier year',
    {
      episodes: [kimsHome],
      missing: [kimsSpell, { ...kimsSpell, MIS_START: '01/07/2024', MIS_END: '02/07/2024' }],
    },
    ['missing.csv 3: MIS_END is outside the year of the return'],
  ],
]

for (const [what, rows, expected] of doubtful) {
  test(`A spell ${what} lands with ${expected.length === 0 ? 'no warning' : 'a warning'}.`, () => {
    assert.deepEqual(warnings(rows), expected)
  })
}

test('A row of Episodes that does not fit the next one lands with a warning.', () => {
  assert.deepEqual(warnings({ episodes: [{ ...kimsHome, REC: 'E4A' }] }), [
    'episodes.csv 2: REC says why it ended and DEC is blank: it lasts',
  ])
  assert.deepEqual(warnings({ episodes: [{ ...kimsHome, DEC: '01/02/2025' }] }), [
    'episodes.csv 2: DEC is given and REC is blank',
  ])
  assert.deepEqual(warnings({ episodes: [{ ...kimsHome, DEC: '01/02/2025', REC: 'X1' }] }), [
    'episodes.csv 2: REC is X1 and no row of the child starts on its DEC',
  ])
  assert.deepEqual(warnings({ episodes: [kimsHome, { ...kimsHome, DECOM: '01/02/2025' }] }), [
    'episodes.csv 2: the next row of the child starts before this one has ended: from then on the next one counts',
  ])
})
