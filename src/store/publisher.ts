import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { publishBatch } from './publish-batch.ts'
import { withOwnSession } from './transaction.ts'

export interface Publisher {
  /** Stops after what is committed by now has its position, where this publisher is the one at work. */
  readonly stop: () => Promise<void>
}

export interface PublisherOptions {
  /** A pool of the worker's role; one connection of it is held, past any transaction pooler. */
  readonly worker: Pool
  /** Entries a transaction. */
  readonly batch?: number
  /** Told of each failure, once; the publisher goes on by itself. */
  readonly onTrouble?: (error: unknown) => void
}

const lock = 7_203_119_003
const shortestPause = 50
const longestPause = 400

/**
 * Gives every committed entry the next position and extends the one chain over them, after the commit and outside the
 * write transaction, which takes no lock that writers share. Any number may run: the one whose session holds the
 * advisory lock works, and when it dies the database gives the lock to another.
 */
export function createPublisher({ worker, batch = 500, onTrouble }: PublisherOptions): Publisher {
  const stopping = new AbortController()
  const rest = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)

  const publish = async (client: PoolClient): Promise<void> => {
    let wait = shortestPause
    for (;;) {
      // What was committed before stop was asked for is published by the batches up to the first that is not full.
      const last = stopping.signal.aborted
      const published = await publishBatch(client, batch)
      if (last && published < batch) return
      wait = published > 0 ? shortestPause : Math.min(wait * 2, longestPause)
      if (published < batch) await rest(wait)
    }
  }

  const takeTurn = async (client: PoolClient): Promise<void> => {
    while (!(await isTaken(client))) {
      if (stopping.signal.aborted) return
      await rest(longestPause)
    }
    await publish(client)
  }

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await withOwnSession(worker, takeTurn).catch((error: unknown) => onTrouble?.(error))
      await rest(longestPause)
    }
  }
  const working = work()
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

async function isTaken(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock])
  return rows[0]?.taken === true
}
