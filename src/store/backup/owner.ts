import { Client, type PoolConfig } from 'pg'
import { openConnections, type Connections, type Doors } from '../server/connections.ts'
import { landedIn } from './contents.ts'
import { BackupRefused } from './refusal.ts'

/** Lends one connection, and ends it whatever became of the work. */
export async function withClient<T>(login: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(login)
  // A connection that is lost is told of by the statement in flight.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The logins of a database at whatever version it is. Throws BackupRefused for one that was never prepared. */
export function loginsTo(doors: Doors): Promise<Connections> {
  return withClient(doors.owner, async (owner) => {
    if ((await landedIn(owner)).length === 0) throw new BackupRefused({ kind: 'nothing-there' })
    return openConnections(owner, doors)
  })
}
