import { Pool, type PoolConfig } from 'pg'

export type Connected = Pool

/** At most so many connections of one login, made as they are needed. A statement need not wait for the answer to the one
    before it: both travel at once, and are answered in order. */
export function openPool(login: PoolConfig, most: number): Pool {
  const pool = new Pool({ pipeline: true, ...login, max: most })
  // A connection that is lost while nobody uses it says so as an event; the next statement gets another one.
  pool.on('error', () => undefined)
  // And one that is lost in the very packet that made it ready has nobody else to listen yet.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Lends a pool for as long as the work takes, and ends it whatever became of the work. */
export async function withPool<T>(
  login: PoolConfig,
  most: number,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = openPool(login, most)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
