import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aldermoor, directory, grace, sam } from '../../test/support/a-directory.ts'
import type { Holder } from '../domain/child/holder.ts'
import type { Post } from '../domain/child/directory.ts'
import type { Role } from '../domain/episode/roles.ts'
import { holds } from './who-holds.ts'

const council: Holder = {
  kind: 'organisation',
  organisation: aldermoor.id,
  name: 'Aldermoor Council',
  organisationName: 'Aldermoor Council',
  telephone: '01632 960100',
}
const inTheCouncil = (role: Role): Post => ({ ...sam, role })

test('what a home owed is on the list of the council that holds it when the placement has ended', () => {
  for (const role of ['carer', 'home-on-call', 'provider-manager'] as const) {
    assert.equal(holds(inTheCouncil('responsible-council'), role, council), true)
    assert.equal(holds(inTheCouncil('duty-team'), role, council), true)
    assert.equal(holds(grace, role, council), false)
  }
})

test('nobody in another organisation holds what a council holds', () => {
  const others = directory.posts.filter(({ organisation }) => organisation !== aldermoor.id)
  for (const post of others) assert.equal(holds(post, post.role, council), false, post.personName)
})

test('whoever is shut out of it holds nothing of what their organisation holds, in their own role neither', () => {
  const without: Holder = { ...council, except: [sam.person] }
  for (const role of ['social-worker', 'missing-coordinator', 'responsible-council'] as const)
    assert.equal(holds(inTheCouncil(role), role, without), false, role)
  assert.equal(holds(inTheCouncil('duty-team'), 'social-worker', without), false)
  assert.equal(holds({ ...grace, role: 'duty-team' }, 'social-worker', without), true)
})
