import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readProtocols } from '../../exchange/protocol-files.ts'
import { entryTypes } from '../../domain/episode/entries.ts'
import type { Edition } from '../../domain/protocol/protocol.ts'
import { parseMoment } from '../../kernel/moment.ts'
import { readFile } from './file.ts'
import { owedAt, type OwedInWords } from './owed.ts'
import { dutiesInWords } from './table.ts'

const editions = await readProtocols(fileURLToPath(new URL('../../../protocols', import.meta.url)))
const edition = editions.find(({ subject }) => subject === 'child')

const tyler = { bornOn: '2011-05-04', lookedAfter: true, placedOutOfArea: false }

type Given = { readonly type: string; readonly occurredAt: string; readonly [name: string]: unknown }

function owed(at: string, entries: readonly Given[], child: object = tyler): readonly OwedInWords[] {
  const read = readFile(JSON.stringify({ child, entries }))
  assert.ok(read.kind === 'read', JSON.stringify(read))
  return owedAt(read.chronology, edition as Edition, read.facts, parseMoment(at)!)
}

function one(duties: readonly OwedInWords[], duty: string): OwedInWords {
  const [found, ...others] = duties.filter((each) => each.duty === duty)
  assert.ok(found !== undefined && others.length === 0, `${duty} is there once`)
  return found
}

const returned = { type: 'returned', occurredAt: '2026-03-28T22:40:00Z' }
const concern = { type: 'concern-raised', occurredAt: '2026-03-28T20:00:00Z' }
const report = { type: 'reported-missing', occurredAt: '2026-03-28T20:30:00Z' }

describe('A file that holds a return and nothing else', () => {
  const duties = owed('2026-03-29T03:00:00Z', [returned])

  test('owes the prevention check in four hours and the return interview in seventy-two, through the night on which the clocks change', () => {
    const { startedAt, dueAt, standing, owedBy, because, source } = one(duties, 'prevention-check')
    assert.deepEqual(
      { startedAt, dueAt, standing, owedBy },
      {
        startedAt: '2026-03-28T22:40:00.000Z',
        dueAt: '2026-03-29T02:40:00.000Z',
        standing: 'overdue',
        owedBy: 'police',
      },
    )
    assert.match(
      because,
      /^4 hours from the return at 22:40 .*; the file has no report to police, and one before/,
    )
    assert.equal(source.verified, true)
    const interview = one(duties, 'return-interview')
    assert.deepEqual(
      [interview.dueAt, interview.standing, interview.owedBy],
      ['2026-03-31T22:40:00.000Z', 'open', 'missing-service'],
    )
  })

  test('says of no duty that rests on nothing supposed that it does', () => {
    assert.doesNotMatch(one(duties, 'hold-return').because, /supposed/)
  })

  test('starts no clock from the report that nobody knows the time of', () => {
    assert.deepEqual(
      duties.filter(({ startedAt }) => startedAt !== '2026-03-28T22:40:00.000Z'),
      [],
    )
    for (const duty of ['tell-social-worker', 'grade-risk', 'hold-report', 'review-unreported-concern'])
      assert.ok(!duties.some((each) => each.duty === duty), duty)
  })
})

describe('A file that has its beginning is the whole story', () => {
  test('so that a return without a report owes no police check, and the concern is read instead', () => {
    const duties = owed('2026-03-29T03:00:00Z', [concern, returned])
    assert.ok(!duties.some(({ duty }) => duty === 'prevention-check'))
    assert.equal(one(duties, 'review-unreported-concern').standing, 'open')
  })

  test('and with its report nothing is supposed', () => {
    const duties = owed('2026-03-29T03:00:00Z', [concern, report, returned])
    assert.equal(one(duties, 'prevention-check').standing, 'overdue')
    assert.ok(!duties.some(({ because }) => because.includes('supposed')))
  })
})

test('A search whose report is not in the file still has somebody who holds the child.', () => {
  const duties = owed('2026-03-28T22:00:00Z', [{ type: 'risk-assessed', occurredAt: '2026-03-28T21:00:00Z' }])
  assert.match(one(duties, 'hold-report').because, /supposed/)
})

test('What was recorded after the moment is not known at it.', () => {
  const seen = {
    type: 'prevention-check-done',
    occurredAt: '2026-03-29T01:00:00Z',
    recordedAt: '2026-03-29T09:00:00Z',
  }
  const standingAt = (at: string) => one(owed(at, [returned, seen]), 'prevention-check').standing
  assert.equal(standingAt('2026-03-29T02:00:00Z'), 'open')
  assert.equal(standingAt('2026-03-29T08:59:59Z'), 'overdue')
  assert.equal(standingAt('2026-03-29T09:00:00Z'), 'met')
})

test('What is said stands over what is ordinary.', () => {
  const check = (data: object) =>
    one(
      owed('2026-03-29T09:00:00Z', [
        returned,
        { type: 'prevention-check-done', occurredAt: '2026-03-29T01:00:00Z', ...data },
      ]),
      'prevention-check',
    ).standing
  assert.equal(check({}), 'met')
  assert.equal(check({ data: { faceToFace: false } }), 'overdue')
  assert.equal(check({ by: 'carer' }), 'overdue')
})

test('What the file does not say of the child takes no duty away.', () => {
  const duties = (child: object) =>
    owed('2026-03-28T21:00:00Z', [concern, report], child).map(({ duty }) => duty)
  assert.ok(duties({}).includes('tell-host-council'))
  assert.ok(duties({}).includes('tell-police-of-young-child'))
  assert.ok(!duties(tyler).includes('tell-host-council'))
  assert.ok(!duties({ ...tyler, lookedAfter: false }).includes('tell-reviewing-officer'))
  assert.ok(!duties(tyler).includes('tell-police-of-young-child'))
})

test('A third absence in forty-two days adds its meeting, and only that.', () => {
  const earlier = { ...tyler, earlierEpisodes: ['2026-03-01T20:00:00Z', '2026-03-14T20:00:00Z'] }
  const at = '2026-03-28T21:00:00Z'
  const before = new Set(owed(at, [concern, report]).map(({ duty, dueAt }) => `${duty} ${dueAt}`))
  const added = owed(at, [concern, report], earlier).filter(
    ({ duty, dueAt }) => !before.has(`${duty} ${dueAt}`),
  )
  assert.deepEqual(
    added.map(({ duty }) => duty),
    ['meet-on-third-in-42-days', 'meet-on-third-in-90-days'],
  )
})

test('A correction moves the clock and is named; one that waits for a second person is named and moves nothing.', () => {
  const late = { occurred: { at: '2026-03-28T21:40:00Z', precision: 'minute' }, corrects: 'back' }
  const corrected = (data: object) =>
    one(
      owed('2026-03-29T00:00:00Z', [
        { ...returned, id: 'back' },
        { type: 'entry-corrected', occurredAt: '2026-03-28T23:10:00Z', data },
      ]),
      'prevention-check',
    )
  assert.equal(corrected(late).dueAt, '2026-03-29T01:40:00.000Z')
  assert.match(corrected(late).because, /corrected at 23:10 .* from 22:40/)
  assert.equal(corrected({ ...late, needsSecond: true }).dueAt, '2026-03-29T02:40:00.000Z')
})

test('A grade that does not say when it is looked at again is looked at again at once.', () => {
  const graded = { type: 'risk-assessed', occurredAt: '2026-03-28T21:00:00Z' }
  const review = (data: object) =>
    one(owed('2026-03-28T22:00:00Z', [report, { ...graded, data }]), 'review-risk')
  assert.equal(review({}).dueAt, '2026-03-28T21:00:00.000Z')
  assert.match(review({}).because, /^at once: the file does not say/)
  assert.equal(review({ nextReview: '2026-03-29T09:00:00+01:00' }).dueAt, '2026-03-29T08:00:00.000Z')
})

test('Every type of entry may come without its data, alone or after a report.', () => {
  for (const type of entryTypes) {
    for (const before of [[], [concern, report]])
      assert.ok(Array.isArray(owed('2026-03-30T00:00:00Z', [...before, { ...returned, type }])), type)
  }
})

test('The table is for people: what is due first stands first, and an end of day is a day.', () => {
  const at = parseMoment('2026-03-29T03:00:00Z')!
  const lines = dutiesInWords(owed(at, [returned]), 'missing-from-home-and-care/2024-03', at).split('\n')
  assert.equal(
    lines[0],
    'At 04:00 on Sunday 29 March 2026, by missing-from-home-and-care/2024-03: 11 duties.',
  )
  assert.match(lines[2] ?? '', /^overdue {5}Tell everyone who was told/)
  assert.ok(lines.includes('            due by the end of Monday 30 March 2026, owed by the missing service'))
})
