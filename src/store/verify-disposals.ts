import type { PoolClient } from 'pg'
import { entriesSaid, type Registered } from './disposal/line.ts'
import type { FaultKind } from './fault-kinds.ts'
import { prepared } from './query.ts'
import type { WasDisposed } from './verify-entries.ts'

export type RegisteredLines = readonly Registered[]

/** Holds what the database knows as disposed of to the register, line by line, and gives what the register names. */
export async function verifyDisposals(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
  register: RegisteredLines,
): Promise<{ readonly wasDisposed: WasDisposed }> {
  const { rows } = await prepared<{ decision: string; line: number; hash: string; entries: number }>(
    client,
    `select decision, line, encode(line_hash, 'hex') as hash, entries from whereabouts.disposal order by line`,
  )
  for (const { decision, line, hash, entries } of rows) {
    const named = register[line - 1]
    if (named?.hash !== hash || entriesSaid(named.line) !== entries)
      found('disposal-differs', `decision ${decision}, line ${line} of the register`)
  }
  const done = new Set(rows.map(({ decision }) => decision))
  for (const { line } of register) {
    if (!done.has(line.decision))
      found('disposal-differs', `line ${line.number} of the register, which was not carried out here`)
  }
  const named = new Set(
    register.flatMap(({ line: { subject, content } }) =>
      content.flatMap(({ entry, sections }) => sections.map((section) => `${subject} ${entry} ${section}`)),
    ),
  )
  return { wasDisposed: (subject, entry, section) => named.has(`${subject} ${entry} ${section}`) }
}
