import type { Pool } from 'pg'

/** What a database holds, as far as whoever would fill it with invented people must know. */
export interface WhatIsHeld {
  /** Why each run of that verb was, as the record of runs says. */
  readonly runs: readonly string[]
  /** Children whose first facts came by another command than those that begin so. */
  readonly strangers: number
  readonly organisations: readonly string[]
  readonly subjects: ReadonlySet<string>
}

/** Takes a pool of the maintainer, the verb whose runs are asked about, and how the ids of its commands begin. */
export async function whatIsHeld(maintainer: Pool, verb: string, begins: string): Promise<WhatIsHeld> {
  const runs = await maintainer.query<{ reason: string }>(
    'select distinct reason from whereabouts.maintenance where verb = $1',
    [verb],
  )
  const subjects = await maintainer.query<{ subject: string; is_known: boolean }>(
    `select subject, bool_or(starts_with(command, $1)) as is_known
     from whereabouts.entry where sequence = 1 and stream = subject group by subject`,
    [begins],
  )
  const organisations = await maintainer.query<{ id: string }>('select id from whereabouts.organisation')
  return {
    runs: runs.rows.map(({ reason }) => reason),
    strangers: subjects.rows.filter(({ is_known }) => !is_known).length,
    organisations: organisations.rows.map(({ id }) => id),
    subjects: new Set(subjects.rows.map(({ subject }) => subject)),
  }
}
