import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
} from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { parseSaidMoment } from '../../kernel/moment.ts'
import type { ToldBy } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import { obligations } from './obligations.ts'
import { answersFor } from './rungs.ts'

const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })

function acknowledged(tell: Role, by: Role, toldBy?: ToldBy): string | undefined {
  const record = after(
    aChildBackInTheMorning(),
    entry(
      'acknowledged',
      '2026-03-29T11:40',
      { of: { kind: 'rung', duty: 'prevention-check', role: tell } },
      { by: cast[by], ...(toldBy && { toldBy }) },
    ),
  )
  const check = obligations(record, firstEdition(), facts, englandCalendar).find(
    ({ duty }) => duty === 'prevention-check',
  )
  return check?.rungs.find((rung) => rung.tell === tell)?.acknowledged?.by
}

suite('a rung', () => {
  test('is acknowledged by whoever it tells, by name', () => {
    assert.equal(acknowledged('police-supervisor', 'police-supervisor'), 'Aoife Brennan')
    assert.equal(acknowledged('missing-coordinator', 'missing-coordinator'), 'Colin Archer')
  })

  test('is not acknowledged by whoever is silent, by a carer, or by somebody who says that it was', () => {
    assert.equal(acknowledged('police-supervisor', 'police'), undefined)
    assert.equal(acknowledged('police-supervisor', 'carer'), undefined)
    assert.equal(acknowledged('police-supervisor', 'duty-team'), undefined)
    const hearsay = {
      name: 'Aoife Brennan',
      role: 'police-supervisor',
      organisationName: 'Calder Valley Police',
      means: 'telephone',
    } as const
    assert.equal(acknowledged('police-supervisor', 'carer', hearsay), undefined)
  })

  test('comes also of a review that somebody sets to the last moment that can be said', () => {
    const nextReview = parseSaidMoment('2199-12-31T23:59:59.999Z')!
    const record = after(aChildMissingOvernight(), entry('risk-assessed', '2026-03-29T00:30', { nextReview }))
    const review = obligations(record, firstEdition(), facts, englandCalendar).findLast(
      ({ duty }) => duty === 'review-risk',
    )
    assert.equal(review?.dueAt, nextReview)
    assert.ok(review.rungs.length > 0 && review.rungs.every(({ at }) => at >= nextReview))
  })

  test('is acknowledged for a post of the council by the duty team, who answer its telephone', () => {
    assert.equal(acknowledged('missing-coordinator', 'duty-team'), 'Maureen Tully')
    assert.ok(answersFor('provider-manager', 'home-on-call'))
    assert.ok(!answersFor('home-on-call', 'provider-manager'))
  })
})
