import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inFolder } from '../support/starting.ts'
import { begin, kinds } from './kill/killing.ts'
import type { Site } from './kill/person.ts'
import { namedAfter, planted } from './kill/planted.ts'
import { assertDurable, withRecord } from './kill/record.ts'
import { run, type Run, type Stage } from './kill/run.ts'
import { table } from './kill/table.ts'
import { sixteenWriters } from './kill/writer.ts'

const [size, leastAcknowledged] = process.env['SIZE'] === 'full' ? [50, 1_000] : [3, 60]

test('The record outlives kills that give no warning, and shows when it was tampered with.', (t) =>
  inFolder(async (folder) => {
    const [data, clients] = [join(folder, 'data'), join(folder, 'clients')]
    mkdirSync(clients)
    const site: Site = { address: '' }
    const product = await begin(data, site)
    await withRecord(data, true, assertDurable)
    const stage: Stage = { data, site, writers: await sixteenWriters(site, clients), product }

    await t.test(`What was acknowledged is there once after each of ${size} kills.`, async (of) => {
      const runs: Run[] = []
      for (let number = 0; number < size; number++) runs.push(await run(stage, kinds[number % 3]!))
      for (const line of table(runs)) of.diagnostic(line)
      const acknowledged = runs.reduce((sum, each) => sum + each.acknowledged, 0)
      assert.ok(acknowledged >= leastAcknowledged, `only ${acknowledged} were acknowledged`)
      assert.ok(
        runs.some(({ inFlight }) => inFlight > 0),
        'nothing was in flight at any kill',
      )
    })
    const { code, printed } = await stage.product.interrupt()
    assert.equal(code, 0, printed)

    await t.test('Whoever tampers with what survived is named by verify or by rebuild.', () =>
      withRecord(data, false, async (record) => {
        for (const each of planted) assert.deepEqual(await namedAfter(record, each), each.named, each.what)
      }),
    )
  }))
