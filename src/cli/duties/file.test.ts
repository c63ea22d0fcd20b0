import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFile } from './file.ts'

const child = { bornOn: '2011-05-04', lookedAfter: true, placedOutOfArea: false }
const returned = { type: 'returned', occurredAt: '2026-03-28T22:40:00Z' }

function problems(value: unknown): readonly string[] {
  const read = readFile(typeof value === 'string' ? value : JSON.stringify(value))
  return read.kind === 'problems' ? read.problems : []
}

const wrong: readonly (readonly [what: string, value: unknown, says: RegExp])[] = [
  ['text that is no JSON', '{"child":', /^it is not JSON \(/],
  ['a list', [], /^it is not one object/],
  ['no child', { entries: [returned] }, /^child must be an object/],
  ['no entries', { child, entries: [] }, /^entries must be a list with at least one entry$/],
  [
    'a day that is none',
    { child: { bornOn: '2011-02-30' }, entries: [returned] },
    /^child.bornOn must be a day/,
  ],
  [
    'an answer in words',
    { child: { lookedAfter: 'yes' }, entries: [returned] },
    /^child.lookedAfter must be true/,
  ],
  [
    'a type that is none',
    { child, entries: [{ ...returned, type: 'came back' }] },
    /^entries\[0\].type must be one of/,
  ],
  [
    'a time without a zone',
    { child, entries: [returned, { ...returned, occurredAt: '2026-03-28T22:40:00' }] },
    /^entries\[1\].occurredAt must be a moment with its zone/,
  ],
  [
    'something that happened after it was recorded',
    { child, entries: [{ ...returned, recordedAt: '2026-03-28T22:00:00Z' }] },
    /^entries\[0\].occurredAt is later than its recordedAt$/,
  ],
  [
    'data of another sort',
    { child, entries: [{ ...returned, data: { placeOfSafety: 'yes' } }] },
    /^entries\[0\].data.placeOfSafety must be true or false$/,
  ],
  [
    'a value that is none of those',
    { child, entries: [{ ...returned, type: 'meeting-held', data: { kind: 'party' } }] },
    /^entries\[0\].data.kind must be one of strategy,/,
  ],
  [
    'a telling without whom',
    { child, entries: [{ ...returned, type: 'agency-informed', data: { told: { kind: 'told' } } }] },
    /^entries\[0\].data.told must be who, which is a text$/,
  ],
  [
    'an entry that is named and not there',
    { child, entries: [{ ...returned, type: 'entry-corrected', data: { corrects: 'x' } }] },
    /^corrects of entry-corrected names "x"/,
  ],
  [
    'two entries of one name',
    {
      child,
      entries: [
        { ...returned, id: 'a' },
        { ...returned, id: 'a' },
      ],
    },
    /^two entries/,
  ],
]

describe('A file is refused with its place and in words', () => {
  for (const [what, value, says] of wrong)
    test(`for ${what}`, () => {
      const [first, ...others] = problems(value)
      assert.match(first ?? '', says)
      assert.deepEqual(others, [])
    })

  test('and with all its problems at once', () => {
    assert.equal(problems({ child: { bornOn: 1 }, entries: [{}, 'x'] }).length, 4)
  })
})

test('A name that is not read is told of, and the rest is read.', () => {
  const read = readFile(
    JSON.stringify({
      child: { ...child, lookedafter: false },
      entries: [{ ...returned, data: { where: 'home' } }],
    }),
  )
  assert.ok(read.kind === 'read')
  assert.deepEqual(read.notRead, ['child.lookedafter', 'entries[0].data.where'])
})

test('Entries count in the order in which they were recorded, whatever their order in the file.', () => {
  const later = { type: 'note-added', occurredAt: '2026-03-28T20:00:00Z', recordedAt: '2026-03-29T08:00:00Z' }
  const read = readFile(JSON.stringify({ child, entries: [later, returned] }))
  assert.ok(read.kind === 'read')
  assert.deepEqual(
    read.chronology.map(({ type, sequence }) => [type, sequence]),
    [
      ['returned', 1],
      ['note-added', 2],
    ],
  )
})
