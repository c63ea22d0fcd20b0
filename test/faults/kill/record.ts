import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool, type PoolConfig } from 'pg'
import { project } from '../../../src/application/projections/project.ts'
import { readExpectedCare } from '../../../src/exchange/care-files.ts'
import { readProtocols } from '../../../src/exchange/protocol-files.ts'
import { readDirectory } from '../../../src/store/directory.ts'
import { rebuild, type Rebuilt } from '../../../src/store/rebuild.ts'
import { openDatabase, type Database } from '../../../src/store/server/open-database.ts'
import { checkout } from '../../support/starting.ts'

/** The record in a data folder, seen from beside the product. */
export interface Record {
  readonly database: Database
  /** The owner of everything, who sees behind row security. */
  readonly owner: Pool
  readonly maintainer: Pool
}

/** Opens it beside the product that is serving (`guest`), or alone. */
export async function withRecord<T>(
  data: string,
  guest: boolean,
  work: (record: Record) => Promise<T>,
): Promise<T> {
  const wanted = { data, databaseUrl: undefined, directUrl: undefined, roleSecret: undefined, guest }
  const never = new AbortController().signal
  const database = await openDatabase({ ...wanted, migrations: join(checkout, 'migrations') }, never)
  const [owner, maintainer] = [poolOf(database.connections.owner), poolOf(database.connections.maintainer)]
  try {
    return await work({ database, owner, maintainer })
  } finally {
    await Promise.all([owner.end(), maintainer.end()])
    await database.close()
  }
}

/** A pool of which a connection may be cut off while nobody uses it, as everything here is sooner or later. */
export function poolOf(login: PoolConfig): Pool {
  const pool = new Pool({ ...login, max: 2 })
  pool.on('error', () => undefined)
  return pool
}

/** Fails unless what is acknowledged is on the disk: with any of these off, surviving a kill shows nothing. */
export async function assertDurable({ owner }: Record): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await owner.query<{ value: string }>('select current_setting($1) as value', [setting])
    assert.equal(rows[0]?.value, 'on', `${setting} is ${rows[0]?.value}`)
  }
  const { rows } = await owner.query<{ setting: string }>(
    `select unnest(setconfig) as setting from pg_db_role_setting`,
  )
  assert.deepEqual(
    rows.filter(({ setting }) => /fsync|full_page_writes|synchronous_commit/.test(setting)),
    [],
    'a role or a database has its own setting',
  )
}

/** The notes of the record by the command that wrote them: a list of one each, unless something is wrong. */
export async function notesIn({ owner }: Record): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await owner.query<{ command: string; content: string }>(
    `select e.command, convert_from(c.bytes, 'UTF8') as content
     from whereabouts.entry e
     join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id
     where c.section = 'core' and position('Looked again, note ' in convert_from(c.bytes, 'UTF8')) > 0`,
  )
  const notes = Map.groupBy(rows, ({ command }) => command)
  return new Map(
    [...notes].map(([command, own]) => [
      command,
      own.map(({ content }) => (JSON.parse(content) as { body: { text: string } }).body.text),
    ]),
  )
}

const editions = await readProtocols(join(checkout, 'protocols'))
const expectedCare = await readExpectedCare(join(checkout, 'expected-care'))

/** Projects every child anew with this code, and names the rows that differ. */
export async function rebuilt(maintainer: Pool): Promise<Rebuilt> {
  const directory = await readDirectory(maintainer)
  return rebuild(maintainer, (...of) => project({ protocols: { editions }, directory, expectedCare }, ...of))
}

/** Waits until the publisher, which was killed too, has given every entry its position. */
export async function untilPublished({ owner }: Record): Promise<void> {
  const deadline = performance.now() + 20_000
  while (performance.now() < deadline) {
    const { rows } = await owner.query<{ waiting: number }>(
      'select count(*)::int as waiting from whereabouts.outbox',
    )
    if (rows[0]?.waiting === 0) return
    await pause(50)
  }
  throw new Error('Entries wait in the outbox and nobody publishes them')
}
