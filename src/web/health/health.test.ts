import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import type { AskHealth, Health } from '../../application/health.ts'
import { parseMoment } from '../../kernel/moment.ts'
import { addHealth } from './route.ts'

const at = parseMoment('2026-03-28T22:40:30Z')!

const well: Health = { at, schema: 12, known: 12, position: 4711, unpublished: 0 }

async function asked(
  path: string,
  ask: AskHealth,
): Promise<{ readonly status: number; readonly said: unknown }> {
  const server = fastify()
  addHealth(server, ask)
  const { statusCode, json, headers } = await server.inject({ url: path })
  await server.close()
  assert.equal(headers['cache-control'], 'no-store')
  return { status: statusCode, said: json() }
}

test('A process that answers is alive, whatever its database does.', async () => {
  const { status, said } = await asked('/health/live', () => Promise.reject(new Error('never asked')))
  assert.deepEqual({ status, said }, { status: 200, said: { live: true } })
})

test('A node at its database’s schema is ready, and says what was never done yet.', async () => {
  assert.deepEqual(await asked('/health/ready', () => Promise.resolve(well)), {
    status: 200,
    said: {
      ready: true,
      schema: { database: 12, release: 12 },
      publisher: { position: 4711, unpublished: 0, oldestUnpublished: null },
      lastCheckpoint: 'none yet',
      lastCheckpointReceived: 'never',
      lastBackup: 'none',
    },
  })
})

test('What waits for its position is counted, with the age of the oldest, and keeps nobody from working.', async () => {
  const recorded = parseMoment('2026-03-28T22:40:00Z')!
  const lagging = { ...well, unpublished: 7, oldestUnpublished: recorded, lastBackup: recorded }
  const { status, said } = await asked('/health/ready', () => Promise.resolve(lagging))
  assert.equal(status, 200)
  const { publisher, lastBackup } = said as Record<string, unknown>
  assert.deepEqual(publisher, {
    position: 4711,
    unpublished: 7,
    oldestUnpublished: { recorded, ageSeconds: 30 },
  })
  assert.equal(lastBackup, recorded)
})

test('A node beside another schema, or without a database, is not ready.', async () => {
  const other = await asked('/health/ready', () => Promise.resolve({ ...well, schema: 13 }))
  assert.equal(other.status, 503)
  assert.match(JSON.stringify(other.said), /"ready":false,"because":"the database is at version 13 and/)
  assert.deepEqual(await asked('/health/ready', () => Promise.reject(new Error('gone'))), {
    status: 503,
    said: { ready: false, because: 'the database does not answer' },
  })
})
