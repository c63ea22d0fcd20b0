import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, entry, entryId } from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import type { Author } from '../entry.ts'

const missing = aChildMissingOvernight()
const refused = { kind: 'death-is-established' }
const died = (by: Author) =>
  entry('located', '2026-03-29T06:20', { outcome: 'died' }, { by, id: 'found', recorded: '2026-03-29T07:00' })

test('a death is recorded by police, a council or health, and by nobody else', () => {
  for (const role of ['police', 'police-supervisor', 'social-worker', 'duty-team', 'health-nurse'] as const)
    assert.equal(refusalOf(missing, died(cast[role])), undefined, role)
  for (const role of ['carer', 'home-on-call', 'provider-manager', 'school'] as const)
    assert.deepEqual(refusalOf(missing, died(cast[role])), refused, role)
})

test('any other outcome is for anyone who knows', () => {
  const hospital = entry('located', '2026-03-29T06:20', { outcome: 'hospital' }, { by: cast.carer })
  assert.equal(refusalOf(missing, hospital), undefined)
})

test('a correction makes no death, and unmakes none, that its author could not record', () => {
  const correct = (outcome: string, by: Author) =>
    entry(
      'entry-corrected',
      '2026-03-29T09:00',
      { corrects: entryId('found'), changes: { outcome }, evidence: 'The ward' },
      { by },
    )
  const found = after(missing, entry('located', '2026-03-29T06:20', {}, { id: 'found' }))
  assert.deepEqual(refusalOf(found, correct('died', cast.carer)), refused)
  assert.equal(refusalOf(found, correct('died', cast.police)), undefined)
  const dead = after(missing, died(cast.police))
  assert.deepEqual(refusalOf(dead, correct('well', cast.carer)), refused)
  assert.equal(refusalOf(dead, correct('well', cast.police)), undefined)
})

test('a death is taken back by those who could record it', () => {
  const dead = after(missing, died(cast.police))
  const scope = { kind: 'entry' as const, entry: entryId('found') }
  const error = (by: Author) => entry('recorded-in-error', '2026-03-29T09:00', { scope }, { by })
  assert.deepEqual(refusalOf(dead, error(cast.carer)), refused)
  assert.equal(refusalOf(dead, error(cast.police)), undefined)
})
