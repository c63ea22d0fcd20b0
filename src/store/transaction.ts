import type { Pool, PoolClient } from 'pg'
import type { Visitor } from '../application/ports.ts'
import { parseId } from '../kernel/ids.ts'

/** How a transaction ends when its work is done: what was only looked at and refused is not kept. */
export type Ended<T> = { readonly keep: boolean; readonly answer: T }

/** `snapshot` sees one state of the database throughout; `latest` sees, after a wait for a lock, what was committed. */
export type Sight = 'snapshot' | 'latest'

const levels: Readonly<Record<Sight, string>> = { snapshot: 'repeatable read', latest: 'read committed' }

/** The connection was lost while its work was being committed: it may have been kept or not. The same command, asked
    again, is answered. */
class FateUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection to the database was lost during a commit', { cause })
    this.name = 'FateUnknown'
  }
}

/** Runs work on one connection in one transaction, with who is asking set for it and for nothing else. What it
    answers has been committed. Throws what the work throws, with nothing kept. */
export async function inTransaction<T>(
  pool: Pool,
  visitor: Visitor,
  sight: Sight,
  work: (client: PoolClient) => Promise<Ended<T>>,
): Promise<T> {
  return withConnection(pool, async (client) => {
    await client.query(`begin isolation level ${levels[sight]}; ${whoAsks(visitor)}`)
    let ended: Ended<T>
    try {
      ended = await work(client)
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
    await (ended.keep ? commit(client) : client.query('rollback'))
    return ended.answer
  })
}

/** Lends a connection of the pool. One that was lost is not given back to others. */
export function withConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return lend(pool, work, false)
}

/** Lends a connection and ends its session afterwards, so that the locks of the session go with it. */
export function withOwnSession<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return lend(pool, work, true)
}

async function lend<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  endAfterwards: boolean,
): Promise<T> {
  const client = await pool.connect()
  const session = { lost: false }
  // A connection that dies between two statements says so as an event, which ends the process if nobody listens.
  const listen = () => (session.lost = true)
  client.on('error', listen)
  try {
    return await work(client)
  } catch (error) {
    session.lost ||= isShutDown(error)
    throw error
  } finally {
    const ends = session.lost || endAfterwards
    client.release(ends)
    // One that goes back is the pool's to listen to; one that ends may still say that it was lost, to nobody else.
    if (!ends) client.off('error', listen)
  }
}

/** The server ends this session; its socket closes only a moment later. Codes of PostgreSQL: operator intervention, and
    a session that was idle in its transaction. */
function isShutDown(error: unknown): boolean {
  return /^(57P|25P03)/.test((error as { code?: string }).code ?? '')
}

export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit').catch((error: unknown) => {
    throw new FateUnknown(error)
  })
  // A transaction in which a statement failed is rolled back by COMMIT without an error.
  if (command !== 'COMMIT')
    throw new Error('A statement failed before the commit and its error was passed over')
}

/** Ids are read strictly before they are put into the text: it goes with BEGIN in one message. A process that no
    longer answers loses the lock of its child after half a minute. */
function whoAsks(visitor: Visitor): string {
  const [person, post] = [parseId(visitor.person), parseId(visitor.post)]
  if (person === undefined || post === undefined)
    throw new Error('A visitor has the ids of a person and a post')
  return (
    `select set_config('whereabouts.person', '${person}', true),` +
    ` set_config('whereabouts.post', '${post}', true),` +
    ` set_config('idle_in_transaction_session_timeout', '30s', true)`
  )
}
