import type { PoolClient } from 'pg'
import { entriesSaid, type Registered } from './line.ts'

/** Whoever decides about keeping, or begins a request for a record, shares it; a disposal has it alone. The functions of
    the database name the same number. */
export const disposalsLock = 7_203_119_005

/** One disposal at a time, on whatever node, until the transaction ends: lines of the register follow each other. */
export async function lockDisposals(client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [disposalsLock])
}

/** Keeps that a line was carried out, and puts the line's hash on the chain with the run that did it. */
export async function carriedOut(
  client: PoolClient,
  { line, hash }: Registered,
  run: string,
  verb: 'disposed' | 'disposed-again',
): Promise<void> {
  const { subject, decision, controller, whole, at, number } = line
  await client.query(
    `insert into whereabouts.disposal (subject, decision, controller, whole, entries, at, line, line_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (subject, decision) do nothing`,
    [subject, decision, controller, whole, entriesSaid(line), at, number, Buffer.from(hash, 'hex')],
  )
  await client.query('insert into whereabouts.maintenance (run, verb, reason) values ($1, $2, $3)', [
    run,
    verb,
    `decision ${decision}, line ${number} of the register, sha-256 ${hash}`,
  ])
}
