import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aldermoor, amira, directory } from '../../../test/support/a-directory.ts'
import { day, idOf, moment } from '../../../test/support/told-of-a-child.ts'
import { roles, rolesApart } from '../episode/roles.ts'
import type { Post } from './directory.ts'
import { onDutyInWords } from './holder.ts'
import { holderOf } from './holders.ts'
import type { Shift } from './shift.ts'

const child = { responsibleCouncil: aldermoor.id, workers: {} }
const night = moment('2026-11-20T22:40Z')

suite('whatever a duty says who owes it', () => {
  test('somebody is named, with a number to ring', () => {
    for (const role of [...roles, ...rolesApart]) {
      const { name, telephone } = holderOf(role, child, directory, night)
      assert.ok(name.length > 3 && telephone.length > 2, role)
    }
  })
})

suite('who is on duty, in words', () => {
  const cem: Post = { ...amira, id: idOf('post of Cem'), person: idOf('Cem'), personName: 'Cem' }
  const shift = (hours: string, posts: readonly Post[], organisation = aldermoor.id): Shift => ({
    id: hours,
    organisation,
    name: hours,
    hours,
    posts: posts.map(({ id }) => id),
    from: day('2020-01-01'),
  })
  const words = (shifts: readonly Shift[], at = night, posts: readonly Post[] = [amira, cem]) =>
    onDutyInWords({ ...directory, posts, shifts }, aldermoor.id, at)
  const other = shift('mon-sun 00:00-00:00', [], idOf('elsewhere'))

  test('are those of its own rota alone', () => {
    assert.equal(words([]), undefined)
    assert.equal(words([other]), undefined)
    assert.equal(words([other, shift('fri 20:00-08:00', [amira])]), 'Amira Hussain, until 08:00')
  })

  test('name everyone of them, and the day where that is more than a day away', () => {
    assert.equal(words([shift('fri 20:00-08:00', [amira, cem])]), 'Amira Hussain and Cem, until 08:00')
    const week = [shift('mon-sun 22:40-22:40', [amira]), shift('sat 22:40-22:40', [cem])]
    assert.equal(words(week, moment('2026-11-20T22:40Z')), 'Amira Hussain, until 22:40')
    assert.equal(words(week, moment('2026-11-20T22:39Z')), 'Amira Hussain, until 22:40 on Saturday')
  })

  test('are none where the team has nobody on that day', () =>
    assert.equal(
      words([shift('fri 20:00-08:00', [amira])], night, [{ ...amira, until: day('2026-11-01') }]),
      undefined,
    ))
})
