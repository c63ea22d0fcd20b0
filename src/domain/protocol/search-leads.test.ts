import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strandHeldBy } from '../../../test/support/care-gone.ts'
import { missingCareEdition } from '../../../test/support/missing-care.ts'
import type { Role } from '../episode/roles.ts'
import { leadOf, searchingFor } from './search-leads.ts'

const { searchLeads } = missingCareEdition()
const care = (...holders: readonly Role[]) => ({
  strands: holders.map((holder) => strandHeldBy(holder)),
  edition: '2026-01',
  danger: 'no' as const,
  harmByWorker: false,
  complaint: false,
})

test('the lead is the first for any holder who is kept from nothing', () => {
  assert.equal(leadOf(['social-worker'], searchLeads), 'team-manager')
  assert.equal(leadOf(['social-worker', 'team-manager'], searchLeads), 'senior-manager')
  assert.equal(leadOf(['carer', 'reviewing-officer'], searchLeads), 'senior-manager')
  assert.equal(leadOf(['school'], searchLeads), undefined)
})

test('a role owes what it owes, unless it holds what is missing or is managed by who does', () => {
  const { owes, maySearch } = searchingFor(care('team-manager'), searchLeads)
  assert.deepEqual((['team-manager', 'social-worker', 'carer'] as const).map(owes), [
    'senior-manager',
    'senior-manager',
    'carer',
  ])
  assert.deepEqual((['team-manager', 'social-worker', 'carer'] as const).map(maySearch), [false, false, true])
})

test('of a child anybody may search', () => {
  const { owes, maySearch } = searchingFor(undefined, searchLeads)
  assert.equal(owes('social-worker'), 'social-worker')
  assert.equal(maySearch('social-worker'), true)
})

test('for a holder of whom the edition says nothing the responsible council leads, or the host council', () => {
  assert.equal(searchingFor(care('school'), searchLeads).owes('school'), 'responsible-council')
  assert.equal(searchingFor(care('responsible-council'), searchLeads).owes('social-worker'), 'host-council')
})
