import { Pool, type PoolConfig } from 'pg'

/** Lends a pool of connections of one login for as long as the work takes, and ends it whatever became of the work. */
export async function withPool<T>(
  login: PoolConfig,
  most: number,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ ...login, max: most })
  // A connection that is lost while nobody uses it says so as an event; the next statement gets another one.
  pool.on('error', () => undefined)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
