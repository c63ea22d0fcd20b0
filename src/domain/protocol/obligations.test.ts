import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { firstEdition } from '../../../test/support/first-edition.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../test/support/chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Facts, FactsAt } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { obligations } from './obligations.ts'
import { standing, timesOf } from './standing.ts'

const edition = firstEdition()
const lookedAfter: Facts = {
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'],
  placedOutOfArea: false,
  earlierEpisodes: [],
}

function dutiesOf(chronology: Chronology, facts: Partial<Facts> | FactsAt = {}): readonly Obligation[] {
  const factsAt = typeof facts === 'function' ? facts : () => ({ ...lookedAfter, ...facts })
  return obligations(chronology, edition, factsAt, englandCalendar)
}

function duty(chronology: Chronology, name: string, facts: Partial<Facts> = {}): Obligation {
  const found = dutiesOf(chronology, facts).find((one) => one.duty === name)
  assert.ok(found, `no duty ${name}`)
  return found
}

function has(chronology: Chronology, name: string, facts: Partial<Facts> = {}): boolean {
  return dutiesOf(chronology, facts).some((one) => one.duty === name)
}

describe('a return', () => {
  it('is followed by a check within 4 hours and an interview within 72, to the minute', () => {
    const back = aChildBackInTheMorning()
    assert.equal(duty(back, 'prevention-check').dueAt, at('2026-03-29T11:10'))
    assert.equal(duty(back, 'return-interview').dueAt, at('2026-04-01T07:10'))
  })

  it('has an interview clock of exactly 72 hours across the October change', () => {
    const back = after(
      aReportedChild('2026-10-23'),
      entry('returned', '2026-10-24T22:30', {}, { id: 'return' }),
    )
    const due = duty(back, 'return-interview').dueAt
    assert.equal(due, at('2026-10-27T21:30'))
    assert.equal(Date.parse(due) - Date.parse(at('2026-10-24T22:30')), 72 * 3_600_000)
  })

  it('says where its clock comes from, the correction included', () => {
    const corrected = after(
      aChildBackInTheMorning(),
      entry('entry-corrected', '2026-03-29T07:40', {
        corrects: entryId('return'),
        occurred: { at: at('2026-03-29T07:00'), precision: 'minute' },
        reason: 'The door camera shows 07:00',
      }),
    )
    const check = duty(corrected, 'prevention-check')
    assert.equal(check.dueAt, at('2026-03-29T11:00'))
    assert.match(check.because, /^4 hours from the return at 07:00 on Sunday 29 March 2026/)
    assert.match(
      check.because,
      /corrected at 07:40 on Sunday 29 March 2026 from 07:10 on .*, when it was due at 11:10 on Sunday 29 March 2026$/,
    )
  })

  it('is not checked by police who were never told', () => {
    assert.equal(has(aChildBackBeforeAnyReport(), 'prevention-check'), false)
    assert.equal(has(aChildBackBeforeAnyReport(), 'review-unreported-concern'), true)
  })
})

describe('a prevention check', () => {
  const back = aChildBackInTheMorning()
  const check = (when: string, body = {}, by = cast.police) =>
    entry('prevention-check-done', when, body, { by })

  it('by telephone leaves the duty open', () => {
    const rung = after(back, check('2026-03-29T08:00', { faceToFace: false }))
    assert.equal(standing(timesOf(duty(rung, 'prevention-check')), at('2026-03-29T09:00')), 'open')
  })

  it('by anyone but police leaves the duty open', () => {
    const seen = after(back, check('2026-03-29T08:00', {}, cast.carer))
    assert.equal(duty(seen, 'prevention-check').met, undefined)
  })

  it('at the due minute is in time, and a minute later is late', () => {
    const inTime = duty(after(back, check('2026-03-29T11:10')), 'prevention-check')
    const late = duty(after(back, check('2026-03-29T11:11')), 'prevention-check')
    assert.equal(standing(timesOf(inTime), at('2026-03-30T00:00')), 'met')
    assert.equal(standing(timesOf(late), at('2026-03-30T00:00')), 'met-late')
  })
})

describe('standing', () => {
  const check = timesOf(duty(aChildBackInTheMorning(), 'prevention-check'))

  it('is overdue after the due moment and not at it', () => {
    assert.equal(standing(check, at('2026-03-29T11:10')), 'open')
    assert.equal(standing(check, at('2026-03-29T11:11')), 'overdue')
  })

  it('is to come before its start', () => {
    const lapse = timesOf(duty(aChildMissingOvernight(), 'hold-24-hour-meeting'))
    assert.equal(standing(lapse, at('2026-03-29T20:00')), 'to-come')
  })
})

describe('a lapse', () => {
  it('begins 24 hours after the report, which is 23:15 on the clock across the March change', () => {
    assert.equal(duty(aChildMissingOvernight(), 'hold-24-hour-meeting').startsAt, at('2026-03-29T23:15'))
  })

  it('lays nothing when the child was back before it began', () => {
    assert.equal(has(aChildBackInTheMorning(), 'hold-24-hour-meeting'), false)
  })
})

describe('conditions', () => {
  it('let nobody tell a reviewing officer whom a child at home does not have', () => {
    assert.equal(has(aChildMissingOvernight(), 'tell-reviewing-officer', { statuses: ['not-known'] }), false)
    assert.equal(has(aChildMissingOvernight(), 'tell-reviewing-officer'), true)
  })

  it('count a child of unknown age as 12 or under', () => {
    const { bornOn: _, ...unknown } = lookedAfter
    assert.ok(
      dutiesOf(aChildMissingOvernight(), () => unknown).some(
        (one) => one.duty === 'tell-police-of-young-child',
      ),
    )
    assert.equal(has(aChildMissingOvernight(), 'tell-police-of-young-child'), false)
  })

  it('keep a duty that was laid on what was known then, whatever is learned later', () => {
    const learnedLater: FactsAt = (_, knownAt) => ({
      ...lookedAfter,
      statuses: knownAt === undefined ? ['not-known'] : ['looked-after'],
    })
    const duties = dutiesOf(aChildMissingOvernight(), learnedLater)
    assert.ok(duties.some((one) => one.duty === 'tell-reviewing-officer'))
  })

  it('add a meeting on the third episode in 42 days, and change nothing else', () => {
    const earlier = ['2026-03-01', '2026-03-15'].map((day, index) => ({
      episode: `${index}` as never,
      from: at(`${day}T20:00`),
    }))
    const first = dutiesOf(aChildMissingOvernight())
    const third = dutiesOf(aChildMissingOvernight(), { earlierEpisodes: earlier })
    const added = third.filter((one) => !first.some((other) => other.id === one.id))
    assert.deepEqual(added.map((one) => one.duty).toSorted(), [
      'meet-on-third-in-42-days',
      'meet-on-third-in-90-days',
    ])
    assert.deepEqual(
      third.filter((one) => !added.includes(one)),
      first,
    )
  })
})

describe('the reviewing officer', () => {
  const tell = (by: (typeof cast)[keyof typeof cast]) =>
    entry('agency-informed', '2026-03-30T10:00', { role: 'reviewing-officer', about: 'report' }, { by })

  it('is told by the allocated social worker, and by nobody else', () => {
    const byTeam = after(aChildMissingOvernight(), tell(cast['duty-team']))
    const bySocialWorker = after(aChildMissingOvernight(), tell(cast['social-worker']))
    assert.equal(duty(byTeam, 'tell-reviewing-officer').met, undefined)
    assert.ok(duty(bySocialWorker, 'tell-reviewing-officer').met)
  })

  it('is not told by whoever writes that a social worker told them, until a social worker has confirmed it', () => {
    const toldBy = {
      name: 'Daniel Osei',
      role: 'social-worker',
      organisationName: 'Calderwick Council',
      means: 'telephone',
    } as const
    const byCarer = after(
      aChildMissingOvernight(),
      entry(
        'agency-informed',
        '2026-03-30T10:00',
        { role: 'reviewing-officer', about: 'report' },
        { id: 'for another', by: cast.carer, toldBy },
      ),
    )
    const confirmedBy = (by: (typeof cast)[keyof typeof cast]) =>
      after(
        byCarer,
        entry(
          'acknowledged',
          '2026-03-30T11:00',
          { of: { kind: 'entry', entry: entryId('for another') } },
          { by },
        ),
      )
    assert.equal(duty(byCarer, 'tell-reviewing-officer').met, undefined)
    assert.equal(duty(confirmedBy(cast['home-on-call']), 'tell-reviewing-officer').met, undefined)
    const confirmed = duty(confirmedBy(cast['social-worker']), 'tell-reviewing-officer')
    assert.equal(confirmed.met?.at, at('2026-03-30T10:00'))
  })
})

describe('everyone who was told', () => {
  it('must hear of the return: police and the duty team in this record', () => {
    const back = aChildBackInTheMorning()
    const one = after(back, told('duty-team', '2026-03-29T07:20'))
    const both = after(one, told('police', '2026-03-29T07:30'))
    assert.equal(duty(one, 'tell-everyone-of-return').met, undefined)
    assert.equal(duty(both, 'tell-everyone-of-return').met?.at, at('2026-03-29T07:30'))
  })

  function told(role: 'duty-team' | 'police', when: string) {
    return entry('agency-informed', when, { role, about: 'return' })
  }
})

describe('closing', () => {
  it('discharges what is left open, each with its reason, and ends the keeper', () => {
    const closed = after(
      aChildBackInTheMorning(),
      entry('episode-closed', '2026-04-03T12:00', {
        leftOpen: { 'return-interview': 'Moved abroad with family on 30 March' },
      }),
    )
    assert.equal(duty(closed, 'return-interview').discharged?.reason, 'Moved abroad with family on 30 March')
    assert.equal(duty(closed, 'hold-return').met?.at, at('2026-04-03T12:00'))
  })
})

describe('a death', () => {
  it('ends every act towards the child at once, and no duty to the living', () => {
    const died = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', { outcome: 'died' }, { id: 'located' }),
      entry('returned', '2026-03-29T07:10', {}, { id: 'return' }),
    )
    assert.ok(duty(died, 'prevention-check').cancelled)
    assert.ok(duty(died, 'return-interview').cancelled)
    assert.equal(duty(died, 'tell-everyone-of-death').cancelled, undefined)
  })

  it('leaves no risk to grade, also where police were told of it afterwards', () => {
    const died = entry('located', '2026-03-29T06:20', { outcome: 'died' }, { id: 'died' })
    const told = entry('reported-missing', '2026-03-29T06:30', {}, { id: 'report' })
    assert.ok(
      duty(after([], entry('concern-raised', '2026-03-28T22:00'), died, told), 'grade-risk').cancelled,
    )
  })

  it('ends what was owed to bring a living child home', () => {
    const died = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', {}, { id: 'located' }),
      entry('located', '2026-03-29T07:20', { outcome: 'died' }, { id: 'died' }),
    )
    assert.equal(duty(died, 'bring-child-home').cancelled?.at, at('2026-03-29T07:20'))
  })
})

function aReportedChild(day: string): Chronology {
  return given(
    entry('concern-raised', `${day}T20:00`, {}),
    entry('threshold-assessed', `${day}T20:05`, { worriedNow: true }),
    entry('reported-missing', `${day}T20:15`, {}),
  )
}
