import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ExportAnswer, ExportAskedFor } from './cli/house.ts'
import { addDays, parseLondonDate, startOfLondonDay } from './kernel/london.ts'
import { exportAudit, type ExportAsked, type ExportLine } from './store/audit-export.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

/** Writes an audit export into a new file that only this account can read. That it was asked for, with purpose and
    reference, is committed before a byte is written; the file gets its name when it is whole. */
export async function exportInto({ maintainer }: Connections, asked: ExportAskedFor): Promise<ExportAnswer> {
  const { file } = asked
  const range = rangeOf(asked)
  if (typeof range === 'string') return { kind: 'refused', because: range }
  if (existsSync(file))
    return {
      kind: 'refused',
      because: `${file} is there already and is not written over: choose another name.`,
    }
  return withPool(maintainer, 2, async (pool) => {
    await recordRun(pool, randomUUID(), 'audit export', inWords(asked))
    const draft = join(dirname(file), `.${basename(file)}.partial`)
    try {
      const made = await writeWhole(draft, (write) => exportAudit(pool, range, write))
      await rename(draft, file)
      return { kind: 'made', ...made }
    } catch (error) {
      await rm(draft, { force: true })
      const { code, syscall } = error as NodeJS.ErrnoException
      if (syscall === undefined || code === undefined) throw error
      return { kind: 'refused', because: `${file} cannot be written (${code}): choose another place.` }
    }
  })
}

async function writeWhole<T>(
  file: string,
  work: (write: (lines: readonly ExportLine[]) => Promise<void>) => Promise<T>,
): Promise<T> {
  const handle = await open(file, 'wx', 0o600)
  try {
    const made = await work((lines) =>
      handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    )
    await handle.sync()
    return made
  } finally {
    await handle.close()
  }
}

/** In the words of the refusal where a day is none. */
function rangeOf({ from, to, withContent }: ExportAskedFor): ExportAsked | string {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : parseLondonDate(day)))
  if (from !== undefined && first === undefined) return `--from is not a day, as 2026-03-28 is: ${from}`
  if (to !== undefined && last === undefined) return `--to is not a day, as 2026-03-28 is: ${to}`
  return {
    withContent,
    ...(first !== undefined && { from: startOfLondonDay(first) }),
    ...(last !== undefined && { to: startOfLondonDay(addDays(last, 1)) }),
  }
}

function inWords({ withContent, from, to, purpose, reference }: ExportAskedFor): string {
  const what = withContent ? 'with content' : 'without content'
  const span = `from ${from ?? 'the beginning'} to ${to ?? 'the end'}`
  const why = purpose === undefined ? 'no purpose given' : `purpose: ${purpose}`
  return [what, span, why, ...(reference === undefined ? [] : [`reference: ${reference}`])].join('; ')
}
