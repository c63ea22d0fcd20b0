import type { ImportAnswer, ImportAsked } from './application/commands/import-report.ts'
import { importSsda903 } from './exchange/ssda903/import-folder.ts'
import { applicationOver } from './rooms.ts'
import type { Connections } from './store/server/connections.ts'
import { recordRun } from './store/record-run.ts'
import { withPool } from './store/pool.ts'

/** The import over the maintainer's connections, which load and append for any child. */
export function importReturn({ maintainer }: Connections, asked: ImportAsked): Promise<ImportAnswer> {
  return withPool(maintainer, 2, async (pool) => {
    const { store, protocols } = await applicationOver(pool)
    const recording = (run: string, verb: string, reason: string) => recordRun(pool, run, verb, reason)
    return importSsda903({ store: { ...store, recordRun: recording }, protocols }, asked)
  })
}
