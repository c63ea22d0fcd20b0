import { millisecondsOf, type Moment } from '../../kernel/moment.ts'
import type { Health } from '../../application/health.ts'

/** What a machine is told. */
export type Readiness =
  | { readonly ready: false; readonly because: string }
  | {
      readonly ready: boolean
      readonly because?: string
      readonly schema: { readonly database: number; readonly release: number }
      readonly publisher: {
        readonly position: number
        readonly unpublished: number
        readonly oldestUnpublished: { readonly recorded: Moment; readonly ageSeconds: number } | null
      }
      readonly lastCheckpoint:
        { readonly number: number; readonly position: number; readonly at: Moment } | 'none yet'
      /** The newest checkpoint that another organisation has. */
      readonly lastCheckpointReceived: { readonly number: number; readonly at: Moment } | 'never'
      readonly lastBackup: Moment | 'none'
    }

/** A publisher that lags is told of and does not make a node unready: people can go on recording. */
export function readiness(health: Health | undefined): Readiness {
  if (health === undefined) return { ready: false, because: 'the database does not answer' }
  const { schema, known, position, unpublished, lastBackup } = health
  const ready = schema === known
  return {
    ready,
    ...(!ready && { because: `the database is at version ${schema} and this release knows ${known}` }),
    schema: { database: schema, release: known },
    publisher: { position, unpublished, oldestUnpublished: oldestOf(health) },
    lastCheckpoint: newestOf(health) ?? 'none yet',
    lastCheckpointReceived: health.lastCheckpoint?.received ?? 'never',
    lastBackup: lastBackup ?? 'none',
  }
}

function newestOf({ lastCheckpoint }: Health) {
  if (lastCheckpoint === undefined) return undefined
  const { number, position, at } = lastCheckpoint
  return { number, position, at }
}

function oldestOf({ at, oldestUnpublished: recorded }: Health) {
  if (recorded === undefined) return null
  const ageSeconds = Math.max(0, Math.round((millisecondsOf(at) - millisecondsOf(recorded)) / 1000))
  return { recorded, ageSeconds }
}
