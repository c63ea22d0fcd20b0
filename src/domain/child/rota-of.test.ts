import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { amira, ben, directory, aldermoor, fenwick } from '../../../test/support/a-directory.ts'
import { day, idOf, moment } from '../../../test/support/told-of-a-child.ts'
import type { Post } from './directory.ts'
import { offDuty, onDutyAt, rotaOf } from './rota.ts'
import type { Shift } from './shift.ts'

const cem: Post = { ...amira, id: idOf('post of Cem'), person: idOf('Cem'), personName: 'Cem' }
const team = { ...directory, posts: [amira, cem, ben] }
const shift = (hours: string, posts: readonly Post[], more: Partial<Shift> = {}): Shift => ({
  id: hours,
  organisation: aldermoor.id,
  name: hours,
  hours,
  posts: posts.map(({ id }) => id),
  from: day('2020-01-01'),
  ...more,
})
const daily = [shift('mon-sun 08:00-20:00', [cem]), shift('mon-sun 20:00-08:00', [amira])]
const monday = { from: moment('2026-11-23T00:00Z'), until: moment('2026-11-24T00:00Z') }

/** "Cem 08:00-20:00", one time after the other. */
const said = (all: ReturnType<typeof rotaOf>) =>
  all.map(
    ({ posts, named, from, until }) =>
      `${posts.map(({ personName }) => personName).join(', ') || 'nobody'}${named ? '' : ' (the whole team)'} ${from.slice(11, 16)}-${until.slice(11, 16)}`,
  )

suite('a rota', () => {
  test('fills its window without a gap, with what was begun before it and what goes on after', () =>
    assert.deepEqual(said(rotaOf({ ...team, shifts: daily }, aldermoor.id, monday)), [
      'Amira Hussain 00:00-08:00',
      'Cem 08:00-20:00',
      'Amira Hussain 20:00-00:00',
    ]))

  test('of one team is not another’s, and there is none without a team', () => {
    const shifts = [...daily, shift('mon-sun 00:00-00:00', [ben], { organisation: fenwick.id })]
    assert.deepEqual(said(rotaOf({ ...team, shifts }, fenwick.id, monday)), ['Ben Yates 00:00-00:00'])
    assert.deepEqual(rotaOf({ ...team, shifts }, idOf('nowhere'), monday), [])
    assert.deepEqual(said(rotaOf(team, aldermoor.id, monday)), [
      'Amira Hussain, Cem (the whole team) 00:00-00:00',
    ])
  })

  test('leaves every hour of which it says nothing to the whole team, and changes with the day of a post', () => {
    const shifts = [shift('mon 08:00-20:00', [cem])]
    assert.deepEqual(said(rotaOf({ ...team, shifts }, aldermoor.id, monday)), [
      'Amira Hussain, Cem (the whole team) 00:00-08:00',
      'Cem 08:00-20:00',
      'Amira Hussain, Cem (the whole team) 20:00-00:00',
    ])
    const later = { from: monday.from, until: moment('2026-11-25T00:00Z') }
    const leaves = { ...team, posts: [amira, { ...cem, until: day('2026-11-24') }] }
    assert.deepEqual(said(rotaOf(leaves, aldermoor.id, later)), [
      'Amira Hussain, Cem (the whole team) 00:00-00:00',
      'Amira Hussain (the whole team) 00:00-00:00',
    ])
  })

  test('for everyone of a team names each of them', () =>
    assert.deepEqual(
      said(rotaOf({ ...team, shifts: [shift('mon 00:00-00:00', [])] }, aldermoor.id, monday)),
      ['Amira Hussain, Cem 00:00-00:00'],
    ))

  test('is one time where two shifts follow each other for the same people', () => {
    const shifts = [shift('mon 00:00-12:00', [amira]), shift('mon 12:00-00:00', [amira])]
    assert.deepEqual(said(rotaOf({ ...team, shifts }, aldermoor.id, monday)), ['Amira Hussain 00:00-00:00'])
  })

  test('says at a moment who is on duty, of each team and on each day its own', () => {
    const shifts = [...daily, shift('mon 00:00-00:00', [ben], { organisation: fenwick.id })]
    const inside = { ...team, shifts }
    const at = (of: typeof aldermoor, when: string) => {
      const now = onDutyAt(inside, of.id, moment(when))
      return [now?.posts.map(({ personName }) => personName).join(), now?.named]
    }
    for (let again = 0; again < 2; again++) {
      assert.deepEqual(at(aldermoor, '2026-11-23T12:00Z'), ['Cem', true])
      assert.deepEqual(at(fenwick, '2026-11-23T12:00Z'), ['Ben Yates', true])
      assert.deepEqual(at(fenwick, '2026-12-09T12:00Z'), ['Ben Yates', false])
      assert.deepEqual(at(aldermoor, '2026-12-09T22:00Z'), ['Amira Hussain', true])
    }
  })

  test('is kept on every day that can be reckoned', () => {
    const ofOld = { ...amira, from: day('1900-01-01') }
    const on = (when: string) =>
      onDutyAt({ organisations: [], posts: [ofOld] }, aldermoor.id, moment(when))?.posts.length ?? 0
    assert.deepEqual(
      ['1900-01-09T12:00Z', '1900-01-10T12:00Z', '2200-12-20T12:00Z', '2200-12-21T12:00Z'].map(on),
      [0, 1, 1, 0],
    )
  })
})

suite('off duty', () => {
  const off = (shifts: readonly Shift[], window = monday) => offDuty({ ...team, shifts }, window)

  test('is from an hour after one’s shift until half an hour before the next', () => {
    assert.deepEqual(off(daily).get(amira.id), [
      { from: moment('2026-11-23T09:00Z'), until: moment('2026-11-23T19:30Z') },
    ])
    assert.deepEqual(off(daily).get(cem.id), [
      { from: moment('2026-11-23T00:00Z'), until: moment('2026-11-23T07:30Z') },
      { from: moment('2026-11-23T21:00Z'), until: moment('2026-11-24T00:00Z') },
    ])
  })

  test('is nobody who is on duty all the time, nor anybody whose shifts are an hour and a half apart', () => {
    const all = [shift('mon-sun 00:00-00:00', [amira])]
    assert.deepEqual([...off(all).keys()], [cem.id])
    const near = [shift('mon-sun 09:30-08:00', [amira]), shift('mon-sun 08:00-09:30', [cem])]
    assert.equal(off(near).has(amira.id), false)
    const further = [shift('mon-sun 09:31-08:00', [amira]), shift('mon-sun 08:00-09:31', [cem])]
    assert.deepEqual(off(further).get(amira.id), [
      { from: moment('2026-11-23T09:00Z'), until: moment('2026-11-23T09:01Z') },
    ])
  })

  test('is nobody where there is no rota, and nobody of another team', () => {
    assert.equal(offDuty(team, monday).size, 0)
    assert.equal(off(daily).has(ben.id), false)
  })
})
