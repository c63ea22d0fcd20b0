import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { backUp, type BackedUp } from '../../src/store/backup/back-up.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { idFor } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { aMissingChild, back, carer, newEpisode, concern, note, write } from './writing.ts'

export const migrations = join(import.meta.dirname, '../../migrations')
export const passphrase = 'four words of a passphrase'
/** Tests guess nothing. */
export const cost = { N: 16, r: 8, p: 1 }

/** A folder for the files of one test. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wb-backup-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Children with what is awkward to carry: line breaks, tabs, backslashes, a look, a run, part of it published. */
export async function someRecord({ store, worker, maintainer }: TestDatabase): Promise<void> {
  // A council that names its force before the force is there: the question waits for the commit.
  const force = {
    id: idFor<'organisation'>('force'),
    name: 'Z force',
    kind: 'police' as const,
    telephone: '101',
    levels: [],
  }
  const council = {
    ...force,
    id: idFor<'organisation'>('council'),
    name: 'A council',
    kind: 'council' as const,
    force: force.id,
  }
  await keepDirectory(maintainer, { organisations: [council, force], posts: [] })
  const { child, episode } = await aMissingChild(store)
  await write(store, {
    subject: child,
    episodes: { [episode]: [note('a line\nanother\tand \\N and \\. and “quotes” and 𝒸'), back()] },
    answer: { kind: 'done', of: null },
  })
  await store.read(carer, (read) => read.look({ what: 'episode', children: [child] }))
  const client = await worker.connect()
  await publishBatch(client, 2)
  client.release()
  await write(store, { subject: child, episodes: { [newEpisode()]: [concern()] } })
  await recordRun(maintainer, '0b6e0a5e-3b5f-4c79-9c7f-2a3d6f1d9b10', 'verify', 'a test')
}

/** A backup of a record, in a folder of its own, and the database that it is of. */
export async function withBackup(
  work: (
    made: { readonly file: string; readonly folder: string; readonly said: BackedUp } & TestDatabase,
  ) => Promise<void>,
): Promise<void> {
  await inFolder((folder) =>
    withDatabase(async (database) => {
      await someRecord(database)
      const file = join(folder, 'kept.backup')
      const said = await backUp(loginsOf(database), file, passphrase, { cost })
      await work({ ...database, file, folder, said })
    }),
  )
}

export function loginsOf({ login }: TestDatabase) {
  return { owner: login('owner'), maintainer: login('maintainer') }
}

/** An owner's connection to a database beside another, in which there is nothing. */
export async function beside<T>(
  { owner, login }: TestDatabase,
  work: (empty: Client, login: ClientConfig) => Promise<T>,
): Promise<T> {
  const name = `empty_${randomBytes(6).toString('hex')}`
  await owner.query(`create database ${name}`)
  const at = named(login('owner'), name)
  const client = new Client(at)
  // A restore that is refused half way leaves its connection in the middle of a copy.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client, at)
  } finally {
    await client.end().catch(() => undefined)
    await owner.query(`drop database ${name} with (force)`)
  }
}

function named(login: ClientConfig, database: string): ClientConfig {
  if (login.connectionString === undefined) return { ...login, database }
  const url = new URL(login.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Every row of the record as text, by table, to hold two databases against each other. Takes a superuser. */
export async function everything(client: {
  query: Client['query']
}): Promise<Readonly<Record<string, unknown>>> {
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'whereabouts'::regnamespace and relkind = 'r' order by 1`,
  )
  const found: Record<string, unknown> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from whereabouts."${name}" t order by 1`,
    )
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

/** This release's migrations and one more, as the next release would have them. */
export function nextMigrations(folder: string, sql: string): string {
  const next = join(folder, 'migrations')
  cpSync(migrations, next, { recursive: true })
  const number = readdirSync(migrations).length + 1
  writeFileSync(join(next, `${String(number).padStart(4, '0')}-later.sql`), sql)
  return next
}
