import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { careStream, ofCare, visitSeen, wordOn } from '../../../test/support/care-record.ts'
import { expectedCare, lifeFrom, noon, strandOf } from '../../../test/support/expected-care.ts'
import { parseWithin } from '../../kernel/within.ts'
import type { NewCareEntry } from './record.ts'
import { careIn, strandsFor } from './care-of.ts'
import { standingOf } from './standing.ts'

const march = lifeFrom('2026-03-02')
const visit = 'social-worker-visit'

suite('a child’s Care', () => {
  test('is each strand that they are owed, with where it is, when it was seen and who holds it', () => {
    const found = careIn(expectedCare, careStream(visitSeen('2026-03-06')), march, noon('2026-04-18'))
    const one = found.find(({ code }) => code === visit)!
    const strand = strandOf(visit)
    const { expected } = standingOf(strand, {
      care: expectedCare,
      life: march,
      evidence: { [visit]: [{ at: noon('2026-03-06'), by: 'other', there: true, childSaw: true }] },
      now: noon('2026-04-18'),
    })
    assert.deepEqual(one, {
      code: visit,
      title: strand.title,
      inTheirWords: strand.inTheirWords,
      whereabouts: 'unknown',
      lastSeen: noon('2026-03-06'),
      dueBy: expected!.dueAt,
      reasonableUntil: expected!.reasonableUntil,
      because: expected!.because,
      holderRole: 'social-worker',
      strand,
    })
    assert.equal(found.find(({ code }) => code === 'review')?.whereabouts, 'not-recorded')
    assert.ok(!found.some(({ code }) => code === 'pathway-plan'))
  })

  test('is nothing of a child who is not looked after', () => {
    assert.deepEqual(careIn(expectedCare, [], { ...march, lookedAfter: [] }, noon('2026-04-18')), [])
  })

  test('has the strands that the child named, after those of the edition', () => {
    const named = ofCare('care-named', '2026-03-07', {
      title: 'Somebody eats with me',
      within: parseWithin('P1W')!,
      holder: 'carer',
    })
    const stream = careStream(
      named,
      ofCare('care-seen', '2026-03-08', {
        strand: `named-${named.id}`,
        who: 'Ruth',
        childSaw: true,
      }),
    )
    assert.equal(strandsFor(expectedCare, []), expectedCare)
    assert.deepEqual(
      strandsFor(expectedCare, stream).strands.map(({ strand }) => strand),
      [...expectedCare.strands.map(({ strand }) => strand), `named-${named.id}`],
    )
    const last = careIn(expectedCare, stream, march, noon('2026-03-16')).at(-1)
    assert.equal(last?.whereabouts, 'unknown')
    assert.equal(last.holderRole, 'carer')
  })

  test('says what the child denied, and that a strand that is not as it should be is somewhere else', () => {
    const of = (word: 'was-not' | 'not-as-it-should-be', ...after: readonly NewCareEntry[]) =>
      careIn(
        expectedCare,
        careStream(visitSeen('2026-03-06'), wordOn('2026-03-08', word), ...after),
        march,
        noon('2026-03-12'),
      ).find(({ code }) => code === visit)
    assert.equal(of('was-not')?.deniedByChild, noon('2026-03-08'))
    assert.equal(of('was-not')?.whereabouts, 'unknown')
    assert.equal(of('not-as-it-should-be')?.whereabouts, 'known-elsewhere')
    assert.equal(of('not-as-it-should-be')?.deniedByChild, undefined)
    assert.equal(of('not-as-it-should-be', visitSeen('2026-03-10'))?.whereabouts, 'where-expected')
  })
})
