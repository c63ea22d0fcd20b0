import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseMoment } from '../../kernel/moment.ts'
import { cast } from '../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  given,
  type Draft,
} from '../../../test/support/chronology.ts'
import type { EpisodeBodies } from './entries.ts'
import { episodeOf } from './evolve.ts'
import { roles, type Role } from './roles.ts'

/** Kind, start and end on London's clocks of every spell. */
function spells(...drafts: readonly Draft[]) {
  return episodeOf(given(...drafts)).spells.map(({ kind, from, until }) => [kind, from.at, until?.at])
}

type Concern = Partial<EpisodeBodies['concern-raised']>
const concern = (body: Concern = {}, by = cast.carer) =>
  entry('concern-raised', '2026-03-28T21:40', body, { by })
const friends: Concern = { whereabouts: 'known-elsewhere', where: 'A friend’s' }
const worried = (when: string, body: Partial<EpisodeBodies['threshold-assessed']> = {}) =>
  entry('threshold-assessed', when, body)
const seen = (when: string, question = 'last-seen') => entry('answered', when, { question })
const back = entry('returned', '2026-03-29T07:10')

suite('missing (M)', () => {
  test('runs from the last sighting until the child is located', () => {
    const { spells: found } = episodeOf(
      after(aChildMissingOvernight(), entry('located', '2026-03-29T06:20', { outcome: 'died' })),
    )
    assert.deepEqual(found, [
      {
        kind: 'missing',
        from: { at: at('2026-03-28T19:30'), precision: 'minute' },
        until: { at: at('2026-03-29T06:20'), precision: 'minute' },
      },
    ])
  })

  test('is open, with no end, while the child is not found', () => {
    const [spell] = episodeOf(aChildMissingOvernight()).spells
    assert.ok(spell && !('until' in spell))
  })

  test('runs from when it was noticed where nobody knows when the child was last seen', () => {
    assert.deepEqual(spells(concern(), back), [['missing', at('2026-03-28T21:40'), at('2026-03-29T07:10')]])
  })

  test('runs from when the child left, where that is known and later', () => {
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30'), seen('2026-03-28T20:15', 'left')), [
      ['missing', at('2026-03-28T20:15'), undefined],
    ])
  })

  test('does not run from another answer', () => {
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30', 'clothing')), [
      ['missing', at('2026-03-28T21:40'), undefined],
    ])
  })

  test('is not shortened by a sighting after it was noticed', () => {
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30'), seen('2026-03-29T02:00')), [
      ['missing', at('2026-03-28T19:30'), undefined],
    ])
  })

  test('may start on a day of which no time is known, the day of the concern included', () => {
    const endOfDay = parseMoment('2026-03-28T23:59:59.999Z')!
    const that = entry('answered', endOfDay, {}, { precision: 'day' })
    assert.deepEqual(spells(concern(), that), [['missing', endOfDay, undefined]])
  })

  test('does not ask about permission when nobody knows where a child is who is late', () => {
    assert.deepEqual(spells(concern({ authorisation: 'late' })), [
      ['missing', at('2026-03-28T21:40'), undefined],
    ])
  })

  test('is not read from a record that has no concern', () => {
    const lost = { whereabouts: 'unknown', authorisation: 'not-authorised' } as const
    assert.deepEqual(spells(worried('2026-03-28T22:00', lost)), [])
  })

  test('is not the word for a child who may be out', () => {
    assert.deepEqual(spells(concern({ authorisation: 'authorised' }), worried('2026-03-28T22:00')), [])
  })

  test('is the word once police were told and nobody knows where the child is, wherever they had leave to be', () => {
    const onLeave = concern({ whereabouts: 'known-elsewhere', authorisation: 'authorised' })
    const gone = worried('2026-03-28T22:00', { whereabouts: 'unknown' })
    const reported = entry('reported-missing', '2026-03-28T22:10')
    assert.deepEqual(spells(onLeave, reported), [])
    assert.deepEqual(spells(onLeave, gone, reported, back), [
      ['missing', at('2026-03-28T22:10'), at('2026-03-29T07:10')],
    ])
  })

  test('is not the word for a child who is where expected', () => {
    assert.deepEqual(spells(concern({ whereabouts: 'where-expected' }), worried('2026-03-28T22:00')), [])
  })

  test('leaves every count when the episode was recorded in error', () => {
    assert.deepEqual(spells(concern(), entry('recorded-in-error', '2026-03-29T08:00')), [])
  })
})

suite('away (A)', () => {
  test('is a known place without authorisation about which the carer is concerned', () => {
    assert.deepEqual(spells(concern(friends), worried('2026-03-28T22:00'), back), [
      ['away', at('2026-03-28T21:40'), at('2026-03-29T07:10')],
    ])
  })

  test('counts once the carer was concerned, though not now', () => {
    const calm = worried('2026-03-28T23:00', { worriedNow: false })
    assert.equal(spells(concern(friends), worried('2026-03-28T22:00'), calm).length, 1)
  })

  test('does not count while nobody is concerned and neither council nor police know', () => {
    const calm = worried('2026-03-28T22:00', { worriedNow: false })
    const told = (role: 'school' | 'duty-team', kind: 'told' | 'not-told') =>
      entry('agency-informed', '2026-03-28T22:10', {
        role,
        about: 'concern',
        told:
          kind === 'told'
            ? { kind, who: 'Maureen Tully', means: 'telephone' }
            : { kind, because: 'No answer' },
      })
    assert.deepEqual(spells(concern(friends), calm, back), [])
    assert.deepEqual(spells(concern(friends), calm, told('school', 'told'), back), [])
    assert.deepEqual(spells(concern(friends), calm, told('duty-team', 'not-told'), back), [])
    assert.deepEqual(spells(concern(friends), calm, told('duty-team', 'told'), back), [
      ['away', at('2026-03-28T21:40'), at('2026-03-29T07:10')],
    ])
  })

  test('counts when anyone of the council or the police was told, and no one else', () => {
    const calm = worried('2026-03-28T22:00', { worriedNow: false })
    const told = (role: Role) =>
      spells(concern(friends), calm, entry('agency-informed', '2026-03-28T22:10', { role })).length
    const neither: readonly Role[] = [
      'carer',
      'home-on-call',
      'provider-manager',
      'missing-service',
      'parents',
      'school',
      'health-nurse',
    ]
    for (const role of roles) assert.equal(told(role), neither.includes(role) ? 0 : 1, role)
  })

  test('counts when police were told', () => {
    assert.equal(spells(concern(friends), entry('reported-missing', '2026-03-28T22:10')).length, 1)
  })

  test('counts when council or police raised the concern themselves', () => {
    assert.equal(spells(concern(friends, cast['social-worker'])).length, 1)
    assert.equal(spells(concern(friends, cast.police)).length, 1)
    assert.equal(spells(concern(friends, cast.school)).length, 0)
  })

  test('does not ask about permission (SSDA903 code A): late at a known place counts, and an agreed absence does not', () => {
    const late: Concern = { ...friends, authorisation: 'late' }
    const calm = worried('2026-03-28T22:00', { worriedNow: false })
    const away = [['away', at('2026-03-28T21:40'), undefined]]
    assert.deepEqual(spells(concern(late, cast.police)), away)
    assert.deepEqual(spells(concern(late), worried('2026-03-28T22:00')), away)
    assert.deepEqual(spells(concern(late), calm), [], 'neither a concern nor a telling')
    assert.deepEqual(spells(concern({ ...friends, authorisation: 'authorised' }, cast.police)), [])
  })

  test('starts where the child was last seen before it showed', () => {
    const agreed = concern({ ...friends, authorisation: 'authorised' }, cast.police)
    const not = worried('2026-03-28T23:00', { authorisation: 'not-authorised' })
    assert.deepEqual(spells(agreed, seen('2026-03-28T22:50'), not), [
      ['away', at('2026-03-28T22:50'), undefined],
    ])
  })
})

suite('one turns into the other', () => {
  test('M into A when the child is located and not back', () => {
    const { spells: found } = episodeOf(aChildBackInTheMorning())
    assert.deepEqual(
      found.map(({ kind, from, until }) => [kind, from.at, until?.at]),
      [
        ['missing', at('2026-03-28T19:30'), at('2026-03-29T06:20')],
        ['away', at('2026-03-29T06:20'), at('2026-03-29T07:10')],
      ],
    )
  })

  test('A into M, at the moment at which it turned, whatever was seen before', () => {
    assert.deepEqual(
      spells(
        concern(friends, cast.police),
        seen('2026-03-28T22:30'),
        worried('2026-03-28T23:00', { whereabouts: 'unknown' }),
        back,
      ),
      [
        ['away', at('2026-03-28T21:40'), at('2026-03-28T23:00')],
        ['missing', at('2026-03-28T23:00'), at('2026-03-29T07:10')],
      ],
    )
  })

  test('M into A when the child turns up at a place that is not safe', () => {
    const unsafe = entry('returned', '2026-03-29T05:00', { placeOfSafety: false })
    assert.deepEqual(spells(concern({}, cast.police), unsafe, back), [
      ['missing', at('2026-03-28T21:40'), at('2026-03-29T05:00')],
      ['away', at('2026-03-29T05:00'), at('2026-03-29T07:10')],
    ])
  })

  test('with a time between in which the child may be where they are: the second starts at its own last sighting', () => {
    const allowed = worried('2026-03-28T22:30', {
      whereabouts: 'known-elsewhere',
      authorisation: 'authorised',
    })
    const lost = worried('2026-03-29T02:00', { whereabouts: 'unknown', authorisation: 'not-authorised' })
    const first = ['missing', at('2026-03-28T19:30'), at('2026-03-28T22:30')]
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30'), allowed, lost), [
      first,
      ['missing', at('2026-03-29T02:00'), undefined],
    ])
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30'), allowed, seen('2026-03-29T00:20'), lost), [
      first,
      ['missing', at('2026-03-29T00:20'), undefined],
    ])
    assert.deepEqual(spells(concern(), seen('2026-03-28T19:30'), allowed, seen('2026-03-28T22:30'), lost), [
      first,
      ['missing', at('2026-03-28T22:30'), undefined],
    ])
  })

  test('and the second starts where the child was located in between', () => {
    const allowed = worried('2026-03-28T22:30', {
      whereabouts: 'known-elsewhere',
      authorisation: 'authorised',
    })
    const lost = worried('2026-03-29T02:00', { whereabouts: 'unknown', authorisation: 'not-authorised' })
    assert.deepEqual(spells(concern(), allowed, entry('located', '2026-03-28T23:30'), lost).at(-1), [
      'missing',
      at('2026-03-28T23:30'),
      undefined,
    ])
  })

  test('and a spell of A that did not count does not hold up the M after it', () => {
    assert.deepEqual(
      spells(concern(friends), worried('2026-03-28T23:00', { worriedNow: false, whereabouts: 'unknown' })),
      [['missing', at('2026-03-28T23:00'), undefined]],
    )
  })
})
