import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import { after, at, entry, entryId, given, type Draft } from '../../../test/support/chronology.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Within } from '../../kernel/within.ts'
import type { Chronology, EntryType } from '../episode/entries.ts'
import { endingsOf, idOf } from './endings.ts'
import type { Ended } from './obligation.ts'
import type { Clause, Evidence } from './protocol.ts'
import { beginningsOf } from './starts.ts'
import { storyOf } from './story.ts'
import { timesBy } from './times.ts'

const nothingKnown = { statuses: [], placedOutOfArea: false, earlierEpisodes: [] }
const metBy = (...anyOf: readonly Evidence[]): Clause['met'] => ({ kind: 'entry', anyOf })
const startsBy = (of: EntryType, each = false): Clause['starts'] => ({
  kind: 'entry',
  evidence: { entry: of },
  each,
})

/** A duty from the report on, within an hour, met by a note. */
const clause = (more: Partial<Clause> = {}): Clause => ({
  duty: 'a-duty',
  title: 'A duty',
  keeper: false,
  starts: startsBy('reported-missing'),
  for: {},
  owedBy: 'carer',
  length: { kind: 'within', within: 'PT1H' as Within },
  met: metBy({ entry: 'note-added' }),
  discharged: [],
  cancelled: [],
  ifSilent: [],
  source: { document: 'A guide', verified: false },
  on: true,
  ...more,
})

/** How each duty of a clause ended, by its id. */
function endings(of: Clause, chronology: Chronology) {
  const story = storyOf(chronology, () => nothingKnown, timesBy(englandCalendar))
  const begun = beginningsOf(of.starts)(story)
  return Object.fromEntries(begun.map((one) => [idOf(of)(one), endingsOf(of)(idOf(of)(one), one, story)]))
}
const night = given(
  entry('concern-raised', '2026-03-28T21:40'),
  entry('reported-missing', '2026-03-28T22:15', {}, { id: 'report' }),
)
const ended = (more: Partial<Clause>, ...drafts: readonly Draft[]) =>
  endings(clause(more), after(night, ...drafts))['a-duty']
/** "met 22:30", or nothing. */
const how = (more: Partial<Clause>, ...drafts: readonly Draft[]) => {
  const ways: Readonly<Record<string, Ended>> = { ...ended(more, ...drafts) }
  return Object.entries(ways)
    .map(([way, one]) => `${way} ${one.at.slice(11, 16)}`)
    .join()
}

const note = (when: string, id = `note at ${when}`) => entry('note-added', `2026-03-28T${when}`, {}, { id })
const meeting = (when: string) => entry('meeting-held', `2026-03-28T${when}`)
const [noted, met]: readonly [Evidence, Evidence] = [{ entry: 'note-added' }, { entry: 'meeting-held' }]

suite('a duty ends', () => {
  test('by nothing, while nothing happens', () => assert.deepEqual(ended({}), {}))

  test('as met by whoever did it, and says no reason where there is none', () =>
    assert.deepEqual(ended({}, note('22:30', 'a note')), {
      met: { at: at('2026-03-28T22:30'), entry: entryId('a note'), by: cast.carer.name },
    }))

  test('as what came first: what was done when it no longer applied does not count', () => {
    const cancelled = { cancelled: [met] }
    assert.equal(how(cancelled, note('22:30'), meeting('22:40')), 'met 22:30')
    assert.equal(how(cancelled, note('22:30'), meeting('22:30')), 'met 22:30')
    assert.equal(how(cancelled, note('22:40'), meeting('22:30')), 'cancelled 22:30')
  })

  test('as excused unless it had been cancelled, and as met though it was excused before', () => {
    const both = { met: metBy({ entry: 'action-taken' }), discharged: [noted], cancelled: [met] }
    assert.equal(how(both, note('22:30')), 'discharged 22:30')
    assert.equal(how(both, note('22:30'), meeting('22:40')), 'discharged 22:30')
    assert.equal(how(both, note('22:30'), meeting('22:30')), 'discharged 22:30')
    assert.equal(how(both, note('22:40'), meeting('22:30')), 'cancelled 22:30')
    assert.equal(how(both, meeting('22:30')), 'cancelled 22:30')
    const later = entry('action-taken', '2026-03-28T23:00')
    assert.equal(how(both, note('22:30'), later), 'met 23:00')
  })

  test('with the reason that is given, under whichever name', () => {
    const reason = (of: EntryType, body: object) =>
      ended({ discharged: [{ entry: of }] }, entry(of, '2026-03-28T22:40', body))?.discharged?.reason
    assert.equal(reason('harm-considered', { reason: 'The threat' }), 'The threat')
    assert.equal(reason('interview-attempted', { because: 'Nobody answered' }), 'Nobody answered')
    const told = { kind: 'not-told', because: 'No number' } as const
    assert.equal(reason('agency-informed', { told }), 'No number')
    assert.equal(reason('meeting-held', {}), undefined)
  })

  test('by an act that was written down for another too, where nobody in particular must do it', () => {
    const toldBy = { name: 'D', role: 'social-worker', organisationName: 'C', means: 'telephone' } as const
    const written = entry('note-added', '2026-03-28T22:30', {}, { toldBy })
    const of = { kind: 'entry', entry: entryId('a note') } as const
    const agreed = entry('acknowledged', '2026-03-28T22:40', { of }, { by: cast['social-worker'] })
    assert.equal(how({}, { ...written, id: entryId('a note') }, agreed), 'met 22:30')
  })
})

suite('what a closing leaves open', () => {
  const closed = (leftOpen: Record<string, string>) =>
    entry('episode-closed', '2026-03-28T23:30', { leftOpen }, { id: 'closing', by: cast['social-worker'] })

  test('is excused with the reason that was given, for this one or for all of that name', () => {
    const each = { starts: startsBy('asked', true), duty: 'answer', met: metBy({ entry: 'meeting-held' }) }
    const asked = entry('asked', '2026-03-28T22:20', {}, { id: 'asked' })
    const id = `answer/${entryId('asked')}`
    const reason = (leftOpen: Record<string, string>) =>
      endings(clause(each), after(night, asked, closed(leftOpen)))[id]?.discharged?.reason
    assert.equal(reason({ [id]: 'This one' }), 'This one')
    assert.equal(reason({ answer: 'All of them' }), 'All of them')
    assert.equal(reason({ [id]: 'This one', answer: 'All of them' }), 'This one')
    assert.equal(reason({ other: 'Another' }), undefined)
  })

  test('is never a keeper: it ends by leaving its stage alone', () => {
    const excused = { discharged: [noted], met: metBy(met) }
    const left = closed({ 'a-duty': 'Enough' })
    assert.equal(how(excused, note('22:30')), 'discharged 22:30')
    assert.equal(how({ ...excused, keeper: true }, note('22:30')), '')
    assert.equal(how({ ...excused, keeper: true }, left), '')
  })

  test('began after it is cancelled as it begins', () => {
    const lapse = (hours: number): Partial<Clause> => ({
      starts: {
        kind: 'lapse',
        after: { entry: 'reported-missing' },
        lapse: `PT${hours}H` as Within,
        unless: [],
      },
    })
    assert.equal(how(lapse(24), closed({})), 'cancelled 22:15')
    assert.equal(how(lapse(1), closed({})), '')
  })
})

suite('a child who has died', () => {
  const died = entry('located', '2026-03-28T23:00', { outcome: 'died' })
  const facing: readonly EntryType[] = [
    'risk-assessed',
    'prevention-check-done',
    'interview-offered',
    'interview-arranged',
    'interview-held',
    'returned',
  ]

  for (const one of facing)
    test(`is owed no ${one} any more`, () =>
      assert.equal(how({ met: metBy({ entry: one }) }, died), 'cancelled 23:00'))

  test('is still what others have to be told of and meet about', () => {
    assert.equal(how({}, died), '')
    assert.equal(how({ met: metBy({ entry: 'returned' }, noted) }, died), '')
  })

  test('ends such a duty no later than what had ended it before, and no earlier', () => {
    const search = { met: metBy({ entry: 'returned' }), cancelled: [met] }
    assert.equal(how(search, meeting('22:30'), died), 'cancelled 22:30')
    assert.equal(how(search, died, meeting('23:30')), 'cancelled 23:00')
  })
})

suite('an episode that is taken back', () => {
  const whole = entry('recorded-in-error', '2026-03-28T22:20', {}, { id: 'whole' })

  test('cancels every duty but those that begin with it', () => {
    assert.equal(how({}, whole), 'cancelled 22:20')
    assert.equal(how({ starts: startsBy('recorded-in-error') }, whole), '')
  })
})

suite('what may end a duty', () => {
  const grade = (when: string, id: string) => entry('risk-assessed', `2026-03-28T${when}`, {}, { id })
  const review = clause({
    duty: 'review',
    starts: startsBy('risk-assessed', true),
    met: metBy({ entry: 'risk-assessed' }),
  })
  const ends = (of: Clause, ...drafts: readonly Draft[]) =>
    Object.values(endings(of, after(night, ...drafts))).map((one) => one.met?.at.slice(11, 16))

  test('is the next of its kind, and neither itself nor the one that was written before it', () => {
    assert.deepEqual(ends(review, grade('22:50', 'one')), [undefined])
    assert.deepEqual(ends(review, grade('22:50', 'one'), grade('23:50', 'two')), ['23:50', undefined])
    assert.deepEqual(ends(review, grade('22:50', 'one'), grade('22:50', 'two')), ['22:50', undefined])
    const dated = { ...grade('23:50', 'one'), recorded: at('2026-03-28T22:40') }
    assert.deepEqual(ends(review, dated, grade('22:50', 'two')), ['23:50', undefined])
  })

  test('is an answer to that question alone, where the duty asks for one', () => {
    const [asked, other] = ['asked', 'other'].map((id) => entry('asked', '2026-03-28T22:20', {}, { id }))
    const answers = (id: string) => entry('answered', '2026-03-28T22:30', { asked: entryId(id) })
    const answer = clause({ starts: startsBy('asked', true), met: metBy({ entry: 'answered' }) })
    assert.deepEqual(ends(answer, asked!, other!, answers('other')), [undefined, '22:30'])
    const challenge = (id: string) => entry('grade-challenged', '2026-03-28T22:20', {}, { id })
    const answered = entry('challenge-answered', '2026-03-28T22:30', { challenge: entryId('second') })
    const challenges = clause({
      starts: startsBy('grade-challenged', true),
      met: metBy({ entry: 'challenge-answered' }),
    })
    assert.deepEqual(ends(challenges, challenge('first'), challenge('second'), answered), [
      undefined,
      '22:30',
    ])
  })

  test('is any answer, where the duty began with no question', () => {
    const answers = entry('answered', '2026-03-28T22:30', { asked: entryId('elsewhere') })
    assert.equal(how({ met: metBy({ entry: 'answered' }) }, answers), 'met 22:30')
    const answered = entry('challenge-answered', '2026-03-28T22:30', { challenge: entryId('elsewhere') })
    const asked = { starts: startsBy('asked'), met: metBy({ entry: 'challenge-answered' }) }
    assert.equal(how(asked, entry('asked', '2026-03-28T22:20'), answered), 'met 22:30')
  })
})

test('a duty that begins once has its name for an id, and one that begins each time what began it too', () => {
  const begun = { by: { id: entryId('it') } } as never
  const id = (starts: Clause['starts']) => idOf(clause({ starts }))(begun)
  const lapse = { kind: 'lapse', after: met, lapse: 'PT1H' as Within, unless: [] } as const
  assert.deepEqual([id(startsBy('asked')), id(lapse)], ['a-duty', 'a-duty'])
  const each = `a-duty/${entryId('it')}`
  assert.deepEqual([id(startsBy('asked', true)), id({ kind: 'stage', stage: 'searching' })], [each, each])
})
