import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aldermoor, aldermoorPolice, fenwick, oakfield } from '../../../test/support/a-directory.ts'
import { at } from '../../../test/support/at.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { publicGuide } from './guide.ts'

const protocol = 'missing-from-home-and-care'
const now = at('2026-11-27T20:00')
const edition = firstEdition()
const councils = [
  { ...aldermoor, jointProtocol: protocol, outOfHoursTelephone: '01632 960199', force: aldermoorPolice.id },
  { ...fenwick, jointProtocol: 'another' },
  oakfield,
  aldermoorPolice,
]
const found = (organisations: typeof councils, editions = [edition]) =>
  publicGuide({ editions }, { organisations }, protocol, now)

test('The numbers are those of the councils that share the protocol, by day and by night, and of their force.', () => {
  assert.deepEqual(found(councils)?.numbers, [
    {
      council: 'Aldermoor Council',
      byDay: aldermoor.telephone,
      outOfHours: '01632 960199',
      police: aldermoorPolice.telephone,
    },
  ])
  assert.equal(found(councils)?.officeHours, '08:30 to 17:00')
})

test('A council without a number by night and without a force has its number by day alone.', () => {
  const { id, name, kind, telephone, levels } = aldermoor
  const bare = { id, name, kind, telephone, levels, jointProtocol: protocol }
  assert.deepEqual(found([bare])?.numbers, [{ council: name, byDay: telephone }])
})

test('A protocol that is not there has no guide; practice guidance is there where the edition names it.', () => {
  assert.equal(found(councils, []), undefined)
  assert.equal(publicGuide({ editions: [edition] }, { organisations: [] }, 'another', now), undefined)
  assert.equal(found(councils)?.practice, undefined)
  const practice = { title: 'Our practice guidance', address: 'https://partnership.example/missing' }
  assert.deepEqual(found(councils, [{ ...edition, practice }])?.practice, practice)
  assert.equal(found(councils)?.guide.title, edition.title)
  assert.equal(found(councils)?.forChildren.length, 4)
})
