import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { beforeTheFirst, chainHash } from '../../src/store/commitment.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { createPublisher } from '../../src/store/publisher.ts'
import { withConnection } from '../../src/store/transaction.ts'
import { withDatabase } from '../support/database.ts'
import { aMissingChild, carer, loadAndAppend, newChild, note, registered, write } from './writing.ts'

interface Placed {
  readonly position: string
  readonly entry: string
  readonly commitment: Buffer
  readonly hash: Buffer
}

async function chain(owner: Pool): Promise<readonly Placed[]> {
  return (await owner.query<Placed>('select * from whereabouts.position order by position')).rows
}

async function waiting(owner: Pool): Promise<number> {
  return (await owner.query('select from whereabouts.outbox')).rowCount ?? 0
}

async function untilPublished(owner: Pool): Promise<void> {
  for (let left = 200; (await waiting(owner)) > 0; left--) {
    assert.ok(left > 0, 'the outbox was not emptied in ten seconds')
    await pause(50)
  }
}

async function killPublishers(owner: Pool): Promise<number> {
  const { rowCount } = await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'whereabouts_worker'`,
  )
  return rowCount ?? 0
}

async function assertWhole(owner: Pool, entries: number): Promise<void> {
  const placed = await chain(owner)
  assert.deepEqual(
    placed.map(({ position }) => Number(position)),
    Array.from({ length: entries }, (_, n) => n + 1),
  )
  assert.equal(new Set(placed.map(({ entry }) => entry)).size, entries)
  let before: Buffer = beforeTheFirst
  for (const { position, commitment, hash } of placed) {
    before = chainHash(before, Number(position), commitment)
    assert.deepEqual(hash, before)
  }
  const { rows } = await owner.query<{ position: string; hash: Buffer }>(
    'select * from whereabouts.chain_head',
  )
  assert.deepEqual([Number(rows[0]!.position), rows[0]!.hash], [entries, before])
}

const child = (name: string) => ({ subject: newChild(), ofChild: [registered(name)] })

test('Every entry gets the next position, in batches, and one chain runs over all.', () =>
  withDatabase(async ({ store, owner, worker }) => {
    for (let n = 0; n < 25; n++) await write(store, child(`Child ${n}`))
    await withConnection(worker, async (client) => {
      const taken = []
      for (let n = 0; n < 5; n++) taken.push(await publishBatch(client, 10))
      assert.deepEqual(taken, [10, 10, 5, 0, 0])
    })
    await assertWhole(owner, 25)
  }))

test('An entry that is committed after later ones were published is numbered then, and none is skipped.', () =>
  withDatabase(async ({ store, owner, worker }) => {
    const publish = () => withConnection(worker, (client) => publishBatch(client, 100))
    const late = Promise.withResolvers<undefined>()
    const begun = Promise.withResolvers<undefined>()
    const slow = store.write(carer, async (session) => {
      await loadAndAppend(session, child('Late'))
      begun.resolve(undefined)
      await late.promise
    })
    await begun.promise
    await write(store, child('Early'))
    assert.equal(await publish(), 1)
    late.resolve(undefined)
    await slow
    assert.equal(await publish(), 1)
    await assertWhole(owner, 2)
  }))

test('While sixteen write, two publishers make one chain without a gap, and stop leaves nothing behind.', () =>
  withDatabase(async ({ store, owner, worker }) => {
    const troubles: unknown[] = []
    const options = { worker, batch: 7, onTrouble: (error: unknown) => troubles.push(error) }
    const publishers = [createPublisher(options), createPublisher(options)]
    const { child: subject, episode } = await aMissingChild(store)
    await Promise.all(
      Array.from({ length: 16 }, async (_, who) => {
        for (let n = 0; n < 4; n++) {
          await write(store, child(`Child ${who} ${n}`))
          await write(store, { subject, episodes: { [episode]: [note(`${who} ${n}`)] } })
        }
      }),
    )
    await Promise.all(publishers.map(({ stop }) => stop()))
    assert.equal(await waiting(owner), 0)
    assert.deepEqual(troubles, [])
    await assertWhole(owner, 2 + 16 * 8)
  }))

test('A publisher that is killed is followed by another, and by itself again.', () =>
  withDatabase(async ({ store, owner, worker }) => {
    const troubles: unknown[] = []
    const options = { worker, batch: 3, onTrouble: (error: unknown) => troubles.push(error) }
    const publishers = [createPublisher(options), createPublisher(options)]
    let [entries, kills] = [0, 0]
    try {
      for (; kills < 6; entries++) {
        await write(store, child(`Child ${entries}`))
        if (entries % 10 !== 0) continue
        await pause(60)
        kills += await killPublishers(owner)
      }
      await untilPublished(owner)
    } finally {
      await Promise.all(publishers.map(({ stop }) => stop()))
    }
    assert.ok(troubles.length > 0)
    await assertWhole(owner, entries)
  }))

test('A publisher that is stopped gives the lock up at once.', () =>
  withDatabase(async ({ store, owner, worker }) => {
    await createPublisher({ worker }).stop()
    await write(store, child('After'))
    const next = createPublisher({ worker })
    await untilPublished(owner)
    await next.stop()
    await assertWhole(owner, 1)
  }))
