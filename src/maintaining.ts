import { randomUUID } from 'node:crypto'
import type { ImportAnswer, ImportAsked } from './application/commands/import-report.ts'
import type { Asked } from './cli/generated/asked.ts'
import { loadGenerated, type Loaded } from './cli/generated/load.ts'
import { commandsBegin } from './cli/generated/make.ts'
import { importSsda903 } from './exchange/ssda903/import-folder.ts'
import { projectingOver } from './projecting.ts'
import { applicationOver, holdPoolTo } from './rooms.ts'
import { bringIn } from './store/bring-in.ts'
import { keepDirectory } from './store/directory.ts'
import { withPool } from './store/pool.ts'
import { rebuild, type Rebuilt } from './store/rebuild.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'
import { whatIsHeld } from './store/what-is-held.ts'
import type { Witnesses } from './store/verify-checkpoints.ts'
import type { RegisteredLines } from './store/verify-disposals.ts'
import { verify, type OnProgress, type Verified } from './store/verify.ts'

/** What the maintainer's role is for: it loads and appends for any child, and each run is recorded with its reason. */

export function importReturn({ maintainer }: Connections, asked: ImportAsked): Promise<ImportAnswer> {
  return withPool(maintainer, 2, async (pool) => {
    const { store, protocols } = await applicationOver(pool)
    const recording = (run: string, verb: string, reason: string) => recordRun(pool, run, verb, reason)
    return importSsda903({ store: { ...store, recordRun: recording }, protocols }, asked)
  })
}

/** Brings an invented partnership of any size into a database that holds nothing else. */
export function makeDemonstration(
  { maintainer }: Connections,
  asked: Asked,
  progress: OnProgress,
): Promise<Loaded> {
  return withPool(maintainer, 3, async (pool) => {
    const { protocols, expectedCare = [], directory } = await applicationOver(pool)
    return loadGenerated(asked, {
      protocols,
      expectedCare,
      held: () => whatIsHeld(pool, 'demo', commandsBegin),
      recordRun: (reason) => recordRun(pool, randomUUID(), 'demo', reason),
      keepDirectory: async (own) => {
        await holdPoolTo(pool, 'demonstration')
        await keepDirectory(pool, own)
        return directory()
      },
      bringIn: (visitor, json) => bringIn(pool, visitor, json),
      progress,
    })
  })
}

/** Reads the whole record again and says what is not as it was recorded, or not as others have it attested. */
export function verifyRecord(
  { maintainer }: Connections,
  progress: OnProgress,
  witnesses: () => Witnesses,
  register: RegisteredLines,
): Promise<Verified> {
  return withPool(maintainer, 2, async (pool) => {
    await recordRun(pool, randomUUID(), 'verify', 'asked for by command')
    return verify(pool, progress, witnesses(), register)
  })
}

/** Projects everything anew and compares; with `repair`, replaces what differs. */
export function rebuildReadSide(
  { maintainer }: Connections,
  repair: boolean,
  onProgress: OnProgress,
): Promise<Rebuilt> {
  return withPool(maintainer, 2, async (pool) => {
    await recordRun(pool, randomUUID(), 'rebuild', repair ? 'compare and repair' : 'compare')
    return rebuild(pool, await projectingOver(pool), { repair, onProgress })
  })
}
