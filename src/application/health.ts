import type { Moment } from '../kernel/moment.ts'

/** How the product is, for machines that watch it. Nothing about any child. */
export interface Health {
  /** The database's clock. */
  readonly at: Moment
  /** The version of the database's schema, and the one that this release is written for. */
  readonly schema: number
  readonly known: number
  /** How many entries have their place on the chain, and how many wait for it. */
  readonly position: number
  readonly unpublished: number
  /** When the entry was recorded that has waited longest. */
  readonly oldestUnpublished?: Moment
  /** How far the record was signed last, and what of that somebody outside has. */
  readonly lastCheckpoint?: {
    readonly number: number
    readonly position: number
    readonly at: Moment
    readonly received?: { readonly number: number; readonly at: Moment }
  }
  /** When the last backup of this database was whole. */
  readonly lastBackup?: Moment
}

/** Fails where the database does not answer. */
export type AskHealth = () => Promise<Health>
