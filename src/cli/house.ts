import type { ImportAnswer, ImportAsked } from '../application/commands/import-report.ts'

/** What the verbs may ask of the house. The composition root builds it, so that no verb knows the store. */
export type House = {
  /** Runs until it is asked to stop. Gives the exit code. */
  readonly start: () => Promise<number>
  readonly migrate: () => Promise<{ readonly applied: readonly string[]; readonly at: number }>
  /** Takes a folder of a statutory return into the record, as the maintainer. */
  readonly importReturn: (asked: ImportAsked) => Promise<ImportAnswer>
}
