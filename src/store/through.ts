import type { PoolClient } from 'pg'
import type { ProjectCare } from '../application/projections/care.ts'
import type { Moment } from '../kernel/moment.ts'
import type { KeptDirectory } from './directory.ts'

/** What a write goes through. */
export interface Through {
  /** Sends a statement for whose answer nobody waits; the end of the transaction fails with what the database refused. */
  readonly send: (text: string, values: readonly unknown[]) => void
  /** Left out where no Care is expected: in tests of other things. */
  readonly projectCare?: ProjectCare
  readonly client: PoolClient
  readonly directory: KeptDirectory
  /** For the demonstration alone: when an entry is to have been recorded. */
  readonly recordedAt?: () => Moment
}
