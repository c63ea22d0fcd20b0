import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readProtocols } from '../../exchange/protocol-files.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Asked } from './asked.ts'
import { makerOf, type Making } from './make.ts'
import { makersOf } from './makers.ts'
import { partnershipOf } from './partnership.ts'

const protocols = { editions: await readProtocols(join(import.meta.dirname, '../../../protocols')) }
const asked: Asked = { children: 1200, months: 6, seed: 'threads', until: '2026-03-29' as LondonDate }
const making: Making = {
  asked,
  protocols,
  expectedCare: [],
  directory: partnershipOf(asked).directory,
  held: new Set(),
}

test('many children are made on several threads, and are the same whoever makes them', async () => {
  const { json: _, ...here } = makerOf(making)([0, 7, 40])
  assert.equal(here.hashes.length, 3)
  const makers = makersOf(making)
  try {
    const made = await Promise.all(makers.map(({ make }) => make([0, 7, 40])))
    for (const { json, ...elsewhere } of made) {
      assert.ok(json !== undefined)
      assert.deepEqual(elsewhere, here)
    }
  } finally {
    await Promise.all(makers.map(({ close }) => close()))
  }
})

test('what goes wrong on a thread is said where it was asked for', async () => {
  const makers = makersOf({ ...making, protocols: { editions: [] } })
  try {
    await assert.rejects(makers[0]!.make([0]))
  } finally {
    await Promise.all(makers.map(({ close }) => close()))
  }
})
