import type { Socket } from 'node:net'
import { DatabaseError, type Pool, type PoolClient } from 'pg'
import type { Visitor } from '../application/ports.ts'
import { deviceKinds } from '../domain/access/device.ts'
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

/** Sends a statement for whose answer nobody waits before the end of the transaction. */
export type SendAhead = (send: () => Promise<unknown>) => void

/**
 * Runs work on one connection in one transaction, with who is asking set for it and for nothing else. What it answers
 * has been committed. Throws what the work throws, with nothing kept.
 *
 * BEGIN travels with the work's first statement, and the end with what the work has sent ahead: the connection carries
 * any number of statements and answers them in order, so neither costs a journey of its own.
 */
export async function inTransaction<T>(
  pool: Pool,
  visitor: Visitor,
  sight: Sight,
  work: (client: PoolClient, sendAhead: SendAhead) => Promise<Ended<T>>,
): Promise<T> {
  return withConnection(pool, async (client) => {
    const ahead: Promise<unknown>[] = []
    const sendAhead: SendAhead = (send) => {
      together(client)
      const statement = send()
      // Its refusal is heard at the end; until then nobody listens.
      statement.catch(() => undefined)
      ahead.push(statement)
    }
    sendAhead(() => client.query(`begin isolation level ${levels[sight]}; ${whoAsks(visitor)}`))
    let ended: Ended<T>
    try {
      ended = await work(client, sendAhead)
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      // What was refused before explains what failed after it.
      await Promise.all(ahead)
      throw error
    }
    await allKept(ahead, ended.keep ? commit(client) : client.query('rollback'))
    return ended.answer
  })
}

/** What is sent from here until the process turns to something else goes in one piece, and wakes the server once. */
function together(client: PoolClient): void {
  // The driver has no door to its socket.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Throws what the server refused first, which kept nothing; else that the end is not known. */
async function allKept(ahead: readonly Promise<unknown>[], end: Promise<unknown>): Promise<void> {
  const settled = await Promise.allSettled([...ahead, end])
  const failed = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []))
  const refused = failed.find((error) => (error.cause ?? error) instanceof DatabaseError)
  const first = refused ?? failed.at(-1)
  if (first !== undefined) throw first
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
  const device = deviceKinds.find((kind) => kind === visitor.from) ?? ''
  return (
    `select set_config('whereabouts.person', '${person}', true),` +
    ` set_config('whereabouts.post', '${post}', true),` +
    ` set_config('whereabouts.device', '${device}', true),` +
    ` set_config('idle_in_transaction_session_timeout', '30s', true)`
  )
}
