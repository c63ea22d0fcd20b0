import type { Pool } from 'pg'

/** Keeps that the maintainer ran a verb, and why: committed before the run does anything. Takes a pool of the
    maintainer; `run` is a UUID of the caller's. */
export async function recordRun(maintainer: Pool, run: string, verb: string, reason: string): Promise<void> {
  await maintainer.query('insert into whereabouts.maintenance (run, verb, reason) values ($1, $2, $3)', [
    run,
    verb,
    reason,
  ])
}
