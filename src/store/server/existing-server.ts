import { Client, type ClientConfig } from 'pg'
import { CannotStart } from './trouble.ts'

const oldest = 18

/** Where a database URL points and as whom, for people: never with its password. */
export type Whereabouts = { readonly where: string; readonly user: string; readonly database: string }

export function readUrl(databaseUrl: string): Whereabouts & { readonly password: string } {
  const url = new URL(databaseUrl)
  const given = (name: string, part: string) => url.searchParams.get(name) ?? decodeURIComponent(part)
  const host = given('host', url.hostname)
  const port = given('port', url.port)
  return {
    where: port === '' ? host : `${host}:${port}`,
    user: given('user', url.username),
    password: given('password', url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
}

/** The same server and database as somebody else. */
export function asUser(databaseUrl: string, user: string, password: string): string {
  const url = new URL(databaseUrl)
  // In the query they would win over the ones set here.
  url.searchParams.delete('user')
  url.searchParams.delete('password')
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.href
}

/** Tries a database that somebody else runs. Throws `CannotStart` with what its owner has to put right. */
export async function tryServer(databaseUrl: string): Promise<void> {
  const client = await connected(databaseUrl)
  try {
    const { rows } = await client.query<{ number: number; words: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as words`,
    )
    const [found] = rows
    if (found === undefined || Math.floor(found.number / 10_000) < oldest) {
      throw new CannotStart({ kind: 'database-too-old', found: found?.words ?? '?', needed: oldest })
    }
  } finally {
    await client.end()
  }
}

/**
 * Refuses a transaction pooler where notifications are listened for: it hands the server process of an idle
 * connection to the next one that asks, so two connections of ours would be in the same process.
 */
export async function refusePooler(databaseUrl: string): Promise<void> {
  const idle = await connected(databaseUrl)
  const busy = await connected(databaseUrl)
  try {
    const its = await processOf(idle)
    await busy.query('begin')
    if ((await processOf(busy)) === its) {
      throw new CannotStart({ kind: 'database-pooled', where: readUrl(databaseUrl).where })
    }
    await busy.query('rollback')
  } finally {
    await idle.end()
    await busy.end()
  }
}

async function processOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid
}

async function connected(databaseUrl: string): Promise<Client> {
  const login: ClientConfig = { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 }
  const client = new Client(login)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw unreachable(readUrl(databaseUrl), error)
  }
}

function unreachable({ where, user, database }: Whereabouts, error: unknown): CannotStart {
  const { code, message } = error as { code?: string; message: string }
  if (code === '28P01' || message.includes('client password must be a string')) {
    return new CannotStart({ kind: 'database-password-wrong', where, user }, error)
  }
  if (code === '3D000') return new CannotStart({ kind: 'database-unknown', where, name: database }, error)
  if (code === '28000' || /SSL|TLS|CERT/i.test(`${code ?? ''} ${message}`)) {
    return new CannotStart({ kind: 'database-entry-refused', where, because: message }, error)
  }
  const because = inWords.get(code ?? '') ?? (message === '' ? (code ?? 'no answer') : message)
  return new CannotStart({ kind: 'database-unreachable', where, because }, error)
}

const inWords = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOENT', 'there is no such socket'],
  ['ENOTFOUND', 'no machine has that name'],
  ['EAI_AGAIN', 'the name cannot be looked up'],
  ['EHOSTUNREACH', 'there is no way to that machine'],
  ['ENETUNREACH', 'there is no way to that network'],
  ['ETIMEDOUT', 'it does not answer in time'],
])
