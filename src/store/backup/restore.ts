import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { migrate, migrationsIn, type Migrated } from '../migrate.ts'
import type { OnProgress } from '../verify.ts'
import type { Registered } from '../disposal/line.ts'
import { removeContent, tablesOf } from '../disposal/remove.ts'
import { refuseOther } from '../disposal/replay.ts'
import { linesIn, rowsOf } from './back-up.ts'
import { quoted, tablesIn, type Contents, type Table, type TableEnd } from './contents.ts'
import { copyIn } from './copy.ts'
import { makeBare } from './emptied.ts'
import { framesIn, type Frame } from './frames.ts'
import { BackupRefused } from './refusal.ts'
import { readSealed } from './sealed-file.ts'
import type { Watching } from './watching.ts'

/** What is over, by the register of disposals: nothing of it comes back. */
export interface Over {
  readonly file: string
  readonly lines: readonly Registered[]
}

export interface Restored {
  /** Lines of the register of which the backup still had something. */
  readonly disposedAgain: number
  readonly made: string
  readonly from: number
  readonly at: number
  readonly tables: number
  readonly rows: number
}

/**
 * Brings a backup into an empty database: its schema at the version of the backup, every row in one transaction, then
 * the migrations that came since. What the register says is over is gone before that transaction is kept, so that nobody
 * is ever shown it. Takes the database's owner. Throws BackupRefused; the database is then empty still.
 */
export async function restore(
  owner: Client,
  file: string,
  passphrase: string,
  migrations: string,
  { onProgress = () => undefined, signal }: Watching = {},
  over?: Over,
): Promise<Restored> {
  let disposedAgain = 0
  const read = async (plain: AsyncIterable<Buffer>) => {
    const frames = framesIn(plain)
    const contents = contentsIn(await frames.next())
    refuseOtherSchema(contents, file, migrations)
    await makeBare(owner)
    await migrate(owner, migrations, contents.schema.at)
    disposedAgain = await load(owner, contents, frames, onProgress, over)
    return contents
  }
  const contents = await readSealed(file, passphrase, read, signal)
  const { at }: Migrated = await migrate(owner, migrations)
  const { made, schema, tables } = contents
  return { made, from: schema.at, at, tables: tables.length, rows: rowsOf(contents), disposedAgain }
}

function contentsIn({ value }: IteratorResult<Frame, unknown>): Contents {
  const frame = value as Frame | undefined
  if (frame?.kind !== 'said') throw new Error('A backup begins by saying what it is of')
  return frame.value as Contents
}

/** The migrations of the backup must be the first of ours, word for word. */
function refuseOtherSchema({ schema }: Contents, file: string, migrations: string): void {
  const known = migrationsIn(migrations)
  if (schema.at > known.length)
    throw new BackupRefused({ kind: 'schema-newer', file, at: schema.at, known: known.length })
  for (const [index, { name, checksum }] of schema.migrations.entries())
    if (known[index]?.checksum !== checksum) throw new BackupRefused({ kind: 'other-migration', file, name })
}

async function load(
  owner: Client,
  contents: Contents,
  frames: AsyncGenerator<Frame>,
  onProgress: OnProgress,
  over: Over | undefined,
): Promise<number> {
  await owner.query('begin')
  const tables = await tablesIn(owner)
  for (const table of tables) await openToOwner(owner, table)
  // What migrations themselves put there comes again, as it was.
  for (const { name } of tables.toReversed()) await owner.query(`delete from whereabouts."${name}"`)
  const total = rowsOf(contents)
  let done = 0
  for (const table of contents.tables) {
    const rowsBefore = done
    await loadTable(owner, table, frames, (rows) => onProgress(rowsBefore + rows, total))
    done += table.rows
  }
  // What follows the last table is the end of the file: only a whole file gets this far.
  if ((await frames.next()).done !== true) throw new Error('A backup goes on after its last table')
  for (const { table, column, last } of contents.sequences) {
    if (last !== null)
      await owner.query('select setval(pg_get_serial_sequence($1, $2), $3)', [
        `whereabouts."${table}"`,
        column,
        last,
      ])
  }
  // Who was signed in then is not, now: much may have ended since.
  for (const { name } of tables.filter((one) => ['session', 'child_session'].includes(one.name)))
    await owner.query(`update whereabouts."${name}" set ended = clock_timestamp() where ended is null`)
  const disposedAgain = over === undefined ? 0 : await disposeAgain(owner, over)
  // A table with a question still to be answered at the commit cannot be altered.
  await owner.query('set constraints all immediate')
  for (const table of tables) await closeToOwner(owner, table)
  await owner.query('commit')
  await owner.query('analyze')
  onProgress(total, total)
  return disposedAgain
}

/** In the transaction that loads, with its triggers and policies off. Says of how many lines there was something. */
async function disposeAgain(owner: Client, { file, lines }: Over): Promise<number> {
  await refuseOther(owner, lines, file)
  const tables = await tablesOf(owner)
  let again = 0
  for (const { line } of lines) {
    const entries = line.content.map(({ entry }) => entry)
    const there = await owner.query(
      'select from whereabouts.entry_content where subject = $1 and entry = any ($2) limit 1',
      [line.subject, entries],
    )
    if (there.rowCount !== 0) again++
    await removeContent(owner, line, { tables, direct: true })
  }
  return again
}

/** For this transaction alone: rules that hold for people's writes do not hold for what they once wrote. */
async function openToOwner(owner: Client, { name, forced }: Table): Promise<void> {
  const change = forced ? ', no force row level security' : ''
  await owner.query(`alter table whereabouts."${name}" disable trigger user${change}`)
}

async function closeToOwner(owner: Client, { name, forced }: Table): Promise<void> {
  const change = forced ? ', force row level security' : ''
  await owner.query(`alter table whereabouts."${name}" enable trigger user${change}`)
}

async function loadTable(
  owner: Client,
  { name, columns, rows }: Contents['tables'][number],
  frames: AsyncGenerator<Frame>,
  onProgress: (rows: number) => void,
): Promise<void> {
  const hash = createHash('sha256')
  const copy = await copyIn(owner, `copy whereabouts."${name}" (${quoted(columns)}) from stdin`)
  let sent = 0
  for (;;) {
    const { value, done } = (await frames.next()) as IteratorResult<Frame, undefined>
    if (done === true) throw new Error(`A backup ends within the table ${name}`)
    if (value.kind === 'rows') {
      hash.update(value.bytes)
      sent += linesIn(value.bytes)
      onProgress(sent)
      await copy.send(value.bytes)
      continue
    }
    const end = value.value as TableEnd
    const copied = await copy.end()
    if (end.table !== name || end.sha256 !== hash.digest('hex') || copied !== rows || end.rows !== rows)
      throw new Error(`The table ${name} of a backup does not agree with itself`)
    return
  }
}
