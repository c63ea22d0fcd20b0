import type { ImportAnswer, ImportAsked } from '../application/commands/import-report.ts'
import type { Edition } from '../domain/protocol/protocol.ts'
import type { Progress } from './progress-bar.ts'

/** What the verbs may ask of the house. The composition root builds it, so that no verb knows the store. */
export type House = {
  /** Runs until it is asked to stop. Gives the exit code. */
  readonly start: () => Promise<number>
  readonly migrate: () => Promise<{ readonly applied: readonly string[]; readonly at: number }>
  /** Takes a folder of a statutory return into the record, as the maintainer. */
  readonly importReturn: (asked: ImportAsked) => Promise<ImportAnswer>
  readonly verify: (progress: Progress) => Promise<Verified>
  readonly rebuild: (repair: boolean, progress: Progress) => Promise<Rebuilt>
  /** Every edition with what its check says. Needs no database. */
  readonly protocols: () => Promise<readonly CheckedProtocol[]>
}

type Verified = {
  readonly entries: number
  readonly faults: readonly { readonly kind: string; readonly where: string }[]
}

type Rebuilt = {
  readonly subjects: number
  readonly repaired: number
  readonly differences: readonly { readonly kind: string; readonly table: string; readonly subject: string }[]
}

type CheckedProtocol = {
  readonly edition: Edition
  readonly problems: readonly string[]
  readonly cells: number
}
