import { createHash } from 'node:crypto'
import type { Client, PoolConfig } from 'pg'
import type { OnProgress } from '../verify.ts'
import type { Sealing } from './watching.ts'
import { landedIn, quoted, refuseHidden, sequencesIn, tablesIn, type Contents } from './contents.ts'
import { copyOut } from './copy.ts'
import { frameOf } from './frames.ts'
import { withClient } from './owner.ts'
import { BackupRefused } from './refusal.ts'
import { writeSealed } from './sealed-file.ts'

export interface BackedUp {
  readonly file: string
  readonly schema: number
  readonly tables: number
  readonly rows: number
  /** The last moment on which the file is good. */
  readonly until?: string
}

/** The owner knows the schema and is shown no child; the maintainer reads the rows. */
export interface BackupLogins {
  readonly owner: PoolConfig
  readonly maintainer: PoolConfig
}

/**
 * Writes the whole database, as it is at one moment, into one sealed file. Nobody who writes is held up. Takes a
 * database at any version of the schema, so that one can be kept before a newer release changes it. Throws BackupRefused.
 */
export async function backUp(
  logins: BackupLogins,
  file: string,
  passphrase: string,
  { onProgress = () => undefined, ...sealing }: Sealing = {},
): Promise<BackedUp> {
  return withClient(logins.owner, (owner) =>
    withClient(logins.maintainer, async (maintainer) => {
      const contents = await oneMoment(owner, maintainer)
      await writeSealed(file, passphrase, framesOf(maintainer, contents, onProgress), sealing)
      const { schema, tables } = contents
      const { until } = sealing
      return {
        file,
        schema: schema.at,
        tables: tables.length,
        rows: rowsOf(contents),
        ...(until !== undefined && { until }),
      }
    }),
  )
}

/** Both see the database as it is now, and go on seeing it so. */
async function oneMoment(owner: Client, maintainer: Client): Promise<Contents> {
  const reading = 'begin isolation level repeatable read read only'
  await owner.query(reading)
  const landed = await landedIn(owner)
  if (landed.length === 0) throw new BackupRefused({ kind: 'nothing-there' })
  await refuseHidden(owner)
  const found = await tablesIn(owner)
  const sequences = await sequencesIn(owner)
  const moment = await owner.query<{ snapshot: string; made: string }>(
    `select pg_export_snapshot() as snapshot,
       to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as made`,
  )
  const { snapshot = '', made = '' } = moment.rows[0] ?? {}
  await maintainer.query(reading)
  await maintainer.query(`set transaction snapshot '${snapshot}'`)
  await maintainer.query('set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0')
  await owner.query('rollback')
  const tables = []
  for (const { name, columns } of found) {
    const counted = await maintainer.query<{ rows: string }>(
      `select count(*) as rows from whereabouts."${name}"`,
    )
    tables.push({ name, columns, rows: Number(counted.rows[0]?.rows) })
  }
  return { made, schema: { at: landed.length, migrations: landed }, tables, sequences }
}

async function* framesOf(
  maintainer: Client,
  contents: Contents,
  onProgress: OnProgress,
): AsyncGenerator<Buffer> {
  const total = rowsOf(contents)
  let done = 0
  yield frameOf({ kind: 'said', value: contents })
  for (const { name, columns, rows } of contents.tables) {
    const hash = createHash('sha256')
    let copied = 0
    const statement = `copy (select ${quoted(columns)} from whereabouts."${name}") to stdout`
    for await (const bytes of copyOut(maintainer, statement)) {
      hash.update(bytes)
      copied += linesIn(bytes)
      onProgress(done + copied, total)
      yield frameOf({ kind: 'rows', bytes })
    }
    if (copied !== rows) throw new Error(`${name} has ${rows} rows and ${copied} were copied`)
    done += copied
    yield frameOf({ kind: 'said', value: { table: name, rows, sha256: hash.digest('hex') } })
  }
  onProgress(total, total)
}

/** A row is a line: within one, PostgreSQL writes a line break as a backslash and a letter. */
export function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

export function rowsOf({ tables }: Contents): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}
