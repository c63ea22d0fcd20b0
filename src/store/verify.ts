import type { Pool, PoolClient } from 'pg'
import type { FaultKind } from './fault-kinds.ts'
import { withConnection } from './transaction.ts'
import { verifyChain } from './verify-chain.ts'
import { verifyCheckpoints, type AttestedTo, type Witnesses } from './verify-checkpoints.ts'
import { verifyEntries } from './verify-entries.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyLooks } from './verify-looks.ts'
import { verifyPlaces } from './verify-places.ts'
import { verifyStreams } from './verify-streams.ts'
import { verifyDisposals, type RegisteredLines } from './verify-disposals.ts'

/** One way in which the record is not what was recorded. `where` names rows by their ids and says nothing of a child. */
export interface Fault {
  readonly kind: FaultKind
  readonly where: string
}

/** Called now and then with how many entries are done, of how many. */
export type OnProgress = (done: number, total: number) => void

export interface Verified {
  readonly entries: number
  /** Sections whose content was lawfully disposed of: each is named in the register. */
  readonly disposed: number
  readonly faults: readonly Fault[]
  /** How far the record was signed and is held to it; absent before the first checkpoint. */
  readonly attested?: AttestedTo
  /** Entries, looks and runs that are newer than that. */
  readonly newer: number
}

/** Recomputes every commitment, sequence and link of the chain from one snapshot of the whole database, holds it to what
    was signed of it and to the register of disposals, and says what does not agree. Takes a pool of the maintainer;
    changes nothing, and holds no writer up. */
export async function verify(
  maintainer: Pool,
  onProgress: OnProgress = () => undefined,
  witnesses: Witnesses = { keys: [], checkpoints: [] },
  register: RegisteredLines = [],
): Promise<Verified> {
  return withConnection(maintainer, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    try {
      return await verifySnapshot(client, onProgress, witnesses, register)
    } finally {
      await client.query('rollback').catch(() => undefined)
    }
  })
}

async function verifySnapshot(
  client: PoolClient,
  onProgress: OnProgress,
  witnesses: Witnesses,
  register: RegisteredLines,
): Promise<Verified> {
  const counted = await client.query<{ entries: number }>(
    'select count(*)::int as entries from whereabouts.entry',
  )
  const entries = counted.rows[0]?.entries ?? 0
  const faults: Fault[] = []
  const found = (kind: FaultKind, where: string) => faults.push({ kind, where })
  const { wasDisposed } = await verifyDisposals(client, found, register)
  const disposed = await verifyEntries(client, found, (done) => onProgress(done, entries), wasDisposed)
  await verifyFiles(client, found)
  await verifyStreams(client, found)
  await verifyLooks(client, found)
  await verifyChain(client, found)
  await verifyPlaces(client, found)
  const attested = await verifyCheckpoints(client, found, witnesses)
  onProgress(entries, entries)
  const newer = await newerThan(client, attested?.position ?? 0)
  return { entries, disposed, faults, ...(attested !== undefined && { attested }), newer }
}

async function newerThan(client: PoolClient, position: number): Promise<number> {
  const { rows } = await client.query<{ newer: number }>(
    `select ((select count(*) from whereabouts.position where position > $1)
       + (select count(*) from whereabouts.outbox))::int as newer`,
    [position],
  )
  return rows[0]?.newer ?? 0
}
