import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { demonstrationDirectory } from '../src/cli/demonstration/partnership.ts'
import { keepDirectory } from '../src/store/directory.ts'
import { openPool } from '../src/store/pool.ts'
import { processesIn } from '../src/store/server/postmaster-file.ts'
import type { Comparison, Comparisons, Measured } from './comparison.ts'
import { openOwnDatabase } from './own-database.ts'
import { coresFor, type Cores } from './writing/cores.ts'
import { nodePg } from './writing/node-pg.ts'
import { startNodes } from './writing/nodes.ts'
import { pgbenchHere, pgbenchOn, plainScript, preparedScript } from './writing/pgbench.ts'
import { plainRowsOf, type PlainInsert } from './writing/plain-rows.ts'

const [rounds, warmUp, commands] = [5, 1, 1600]
const stated = { atLeast: 0.8 }

/** The whole write of a report, from what its author may do to the commit that keeps it, against the same rows alone. What
    is stated is of the database, which any number of application nodes share: it has processors of its own on both sides.
    With everything on the same ones an application node costs about what the rows do, and the line says how much. */
export const comparisons: Comparisons = async (closing): Promise<readonly Comparison[]> => {
  const { maintainer, logins, folder } = await openOwnDatabase(closing)
  await keepDirectory(maintainer, demonstrationDirectory)
  const nodes = await startNodes(logins.app, closing)
  const cores = coresFor(
    () => processesIn(folder),
    () => [process.pid, ...nodes.processes],
  )
  const ways = cores.apart === undefined ? [] : [cores.apart]
  await nodes.prepare((ways.length + 1) * (rounds + warmUp) * commands + nodes.number)
  const pool = openPool({ ...logins.owner, pipeline: false }, 16)
  closing.defer(() => pool.end())
  const inserts = await plainRowsOf(pool, await nodes.report(nodes.number))
  const rows = inserts.map(({ table, rows: of }) => `${of.length} ${table.replace('plain.', '')}`)
  console.log(
    `one report missing writes ${rows.join(', ')}; ${nodes.number} nodes with 16 connections in all; ${cores.said}`,
  )
  const ours = async () => {
    const began = performance.now()
    await nodes.report(commands)
    return (commands / (performance.now() - began)) * 1000
  }
  const plain = await plainly(pool, inserts, closing)
  const missing: Measured = { name: 'report missing', sample: ours }
  const title = 'report missing at 16 connections'
  const parted = ways.map((apart) => ({ ...compared(title, missing, plain, apart), stated }))
  const together = compared(`${title}, everything on the same processors`, missing, plain, cores.together)
  return [...parted, parted.length === 0 ? { ...together, stated } : together]
}

function compared(
  title: string,
  ours: Measured,
  [baseline, ...beside]: readonly [Measured, ...Measured[]],
  arranged: Cores['together'],
): Comparison {
  const sides = { baseline: arranged(baseline), ours: arranged(ours), beside: beside.map(arranged) }
  return { title, unit: 'a second', ...sides, rounds, warmUp }
}

/** The same rows without anything around them, and one row. */
async function plainly(
  pool: Pool,
  inserts: readonly PlainInsert[],
  closing: AsyncDisposableStack,
): Promise<readonly [Measured, ...Measured[]]> {
  const program = pgbenchHere()
  if (program === undefined) {
    console.log(
      'There is no pgbench on this machine: the same rows are written by a plain loader on node-pg.',
    )
    return [{ name: 'node-pg writing the same rows plainly', sample: nodePg(pool, inserts) }]
  }
  const folder = mkdtempSync(join(tmpdir(), 'wb-pgbench-'))
  closing.defer(() => rmSync(folder, { recursive: true, force: true }))
  await pool.query('create table plain.raw (id uuid primary key, told text not null)')
  const raw = "insert into plain.raw values (gen_random_uuid(), 'police were told');\n"
  const pgbench = pgbenchOn(program, pool.options, folder)
  return [
    { name: 'pgbench writing the same rows plainly', sample: pgbench(plainScript(inserts)) },
    { name: 'the same in prepared statements', sample: pgbench(preparedScript(inserts)) },
    { name: 'a raw insert of one row', sample: pgbench({ name: 'raw', text: raw, prepared: true }) },
  ]
}
