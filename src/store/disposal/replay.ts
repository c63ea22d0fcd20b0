import { randomUUID } from 'node:crypto'
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { ChildId } from '../../domain/episode/entry.ts'
import { againAfterDeadlock } from '../after-deadlock.ts'
import { putReadSide, type Project } from '../read-side.ts'
import { CannotStart } from '../server/trouble.ts'
import { commit, withConnection } from '../transaction.ts'
import { carriedOut, lockDisposals } from './carried-out.ts'
import type { Registered } from './line.ts'
import type { Register } from './register.ts'
import { removeContent, tablesOf } from './remove.ts'

/** Disposes again of whatever the register names and the database still has, and says of how many lines. Before anybody
    is served: a database that was restored by other means than ours may hold what is over. Takes a pool of the maintainer.
    Throws CannotStart for a register that is not this database's, or that says less than the database. */
export async function replayRegister(
  maintainer: Pool,
  register: Register | undefined,
  project: Project,
): Promise<number> {
  const lines = register?.read() ?? []
  return withConnection(maintainer, async (client) => {
    await refuseOther(client, lines, register?.file)
    let again = 0
    for (const one of await stillThere(client, lines)) {
      await againAfterDeadlock(() => disposeAgain(client, one, project))
      again++
    }
    return again
  })
}

/** Carries out a line that stands in the register: once more does no harm. */
export async function disposeAgain(
  client: PoolClient,
  one: Registered,
  project: Project,
  verb: 'disposed' | 'disposed-again' = 'disposed-again',
): Promise<void> {
  await client.query('begin')
  try {
    await lockDisposals(client)
    await removeContent(client, one.line, { tables: await tablesOf(client), direct: false })
    await carriedOut(client, one, randomUUID(), verb)
    await putReadSide(client, one.line.subject as ChildId, project)
    await commit(client)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Lines that the database does not know as carried out, or of which it has some content all the same. */
async function stillThere(client: ClientBase, lines: readonly Registered[]): Promise<readonly Registered[]> {
  if (lines.length === 0) return []
  const known = await client.query<{ decision: string }>('select decision from whereabouts.disposal')
  const decisions = new Set(known.rows.map(({ decision }) => decision))
  const content = await client.query<{ subject: string; entry: string; section: string }>(
    'select subject, entry, section from whereabouts.entry_content where subject = any ($1)',
    [[...new Set(lines.map(({ line }) => line.subject))]],
  )
  const left = new Set(content.rows.map(({ subject, entry, section }) => `${subject} ${entry} ${section}`))
  return lines.filter(
    ({ line: { decision, subject, content: gone } }) =>
      !decisions.has(decision) ||
      gone.some(({ entry, sections }) =>
        sections.some((section) => left.has(`${subject} ${entry} ${section}`)),
      ),
  )
}

/** The register must be of this record and name everything that the database knows as disposed of, by the same lines. */
export async function refuseOther(
  client: ClientBase,
  lines: readonly Registered[],
  file: string | undefined,
): Promise<void> {
  const head = await client.query<{ record: string }>('select record from whereabouts.chain_head')
  const record = head.rows[0]?.record
  if (lines.some(({ line }) => line.record !== record))
    throw new CannotStart({ kind: 'register-of-another', file: file ?? '' })
  if (!(await tablesOf(client)).has('disposal')) return
  const known = await client.query<{ line: number; hash: string }>(
    `select line, encode(line_hash, 'hex') as hash from whereabouts.disposal`,
  )
  if (file === undefined && known.rows.length > 0) throw new CannotStart({ kind: 'register-unset' })
  if (known.rows.some(({ line, hash }) => lines[line - 1]?.hash !== hash))
    throw new CannotStart({ kind: 'register-missing', file: file ?? '', lines: known.rows.length })
}
