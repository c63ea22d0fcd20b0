import { Pool } from 'pg'
import type { ImportAnswer, ImportAsked } from './application/commands/import-report.ts'
import { importSsda903 } from './exchange/ssda903/import-folder.ts'
import { applicationOver } from './rooms.ts'
import type { Connections } from './store/server/connections.ts'
import { recordRun } from './store/record-run.ts'

/** The import over the maintainer's connections, which load and append for any child. */
export async function importReturn(connections: Connections, asked: ImportAsked): Promise<ImportAnswer> {
  const maintainer = new Pool({ ...connections.maintainer, max: 2 })
  try {
    const { store, protocols } = await applicationOver(maintainer)
    const recording = (run: string, verb: string, reason: string) => recordRun(maintainer, run, verb, reason)
    return await importSsda903({ store: { ...store, recordRun: recording }, protocols }, asked)
  } finally {
    await maintainer.end()
  }
}
