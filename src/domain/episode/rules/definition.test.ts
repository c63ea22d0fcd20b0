import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entry, given } from '../../../../test/support/chronology.ts'
import { acceptedEntry } from '../../../../test/support/deciding.ts'
import type { EpisodeBodies } from '../entries.ts'

const concern = given(entry('concern-raised', '2026-03-28T21:40'))

function worriedAfter(body: Partial<EpisodeBodies['threshold-assessed']>): boolean {
  const taken = acceptedEntry(concern, entry('threshold-assessed', '2026-03-28T21:45', body))
  assert.ok(taken.type === 'threshold-assessed')
  return taken.body.worriedNow
}

test('a yes to any part of the national definition is worry now, whatever was answered to worry', () => {
  for (const part of ['outOfCharacter', 'maySufferCrime', 'riskToSelfOrOthers'] as const)
    assert.equal(worriedAfter({ worriedNow: false, [part]: 'yes' }), true, part)
})

test('no to all parts, or not known, takes no worry away and makes none', () => {
  for (const said of ['no', 'not-known'] as const) {
    const answers = { outOfCharacter: said, maySufferCrime: said, riskToSelfOrOthers: said }
    assert.equal(worriedAfter({ worriedNow: true, ...answers }), true)
    assert.equal(worriedAfter({ worriedNow: false, ...answers }), false)
  }
})
