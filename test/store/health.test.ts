import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readHealth } from '../../src/store/health.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { withDatabase } from '../support/database.ts'
import { aMissingChild } from './writing.ts'

const versions = readdirSync(join(import.meta.dirname, '../../migrations')).length

test('The application may ask how the product is without saying who asks, and learns counts and times alone.', () =>
  withDatabase(async ({ app, worker, maintainer, store }) => {
    const { at, ...empty } = await readHealth(app)
    assert.ok(at > '2020')
    assert.deepEqual(empty, { schema: versions, position: 0, unpublished: 0 })
    await aMissingChild(store)
    const waiting = await readHealth(app)
    assert.equal(waiting.unpublished, 2)
    assert.ok(waiting.oldestUnpublished !== undefined && waiting.oldestUnpublished <= waiting.at)
    await recordRun(maintainer, randomUUID(), 'backup', 'begun, and never ended')
    assert.equal((await readHealth(app)).lastBackup, undefined)
    await recordRun(maintainer, randomUUID(), 'backup-written', 'whole')
    assert.equal((await readHealth(app)).unpublished, 4)
    const client = await worker.connect()
    await publishBatch(client, 10)
    client.release()
    const { position, unpublished, oldestUnpublished, lastBackup } = await readHealth(app)
    assert.deepEqual(
      { position, unpublished, oldestUnpublished },
      { position: 4, unpublished: 0, oldestUnpublished: undefined },
    )
    assert.ok(lastBackup !== undefined && lastBackup > at)
  }))
