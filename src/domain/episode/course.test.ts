import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { anyBegunChronology } from '../../../test/support/any-chronology.ts'
import { aChildMissingOvernight, after, at, entry, given } from '../../../test/support/chronology.ts'
import { effective } from './effective.ts'
import type { Chronology } from './entries.ts'
import { courseOf, episodeOf } from './evolve.ts'

suite('how far the partnership has got', () => {
  test('is the same read alone as read with the whole record', () => {
    fc.assert(
      fc.property(anyBegunChronology, (chronology) => {
        const { spells: _s, voided: _v, openChallenges: _o, sequence: _q, ...whole } = episodeOf(chronology)
        const {
          spells: _t,
          voided: _w,
          openChallenges: _p,
          sequence: _r,
          ...alone
        } = courseOf(effective(chronology)) as ReturnType<typeof episodeOf>
        assert.deepEqual(alone, whole)
      }),
    )
  })

  test('begins with the concern, whatever was seen before it', () => {
    const seen = entry('answered', '2026-03-28T19:30', { question: 'last-seen' })
    const concern = entry('concern-raised', '2026-03-28T21:40')
    const course = courseOf(effective(given(seen, concern)))
    assert.equal(course.raised?.occurred.at, at('2026-03-28T21:40'))
    assert.equal(course.lastSeen?.at, at('2026-03-28T19:30'))
    assert.equal(courseOf(effective(given(seen))).raised, undefined)
  })

  test('ends once with a death, however often it is written down, and opens no closed door', () => {
    const died = entry('located', '2026-03-29T06:20', { outcome: 'died' })
    const again = entry('located', '2026-03-29T06:50', { outcome: 'died' })
    const found = after(aChildMissingOvernight(), died)
    assert.deepEqual(episodeOf(after(found, again)).spans, episodeOf(found).spans)
    const closed = after(found, entry('episode-closed', '2026-03-29T06:30'))
    assert.equal(episodeOf(after(closed, again)).response, 'closed')
    assert.deepEqual(episodeOf(after(closed, again)).spans, episodeOf(closed).spans)
  })

  test('is not read from an entry of a sort that nobody was taught', () => {
    const strange = { ...aChildMissingOvernight().at(-1), type: 'seen-in-a-dream' }
    assert.throws(() => episodeOf([strange] as unknown as Chronology), {
      message: 'no arm for type seen-in-a-dream',
    })
  })
})
