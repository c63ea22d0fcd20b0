import type { PoolClient } from 'pg'
import { lookCommitment, runCommitment } from './commitment.ts'
import type { FaultKind } from './fault-kinds.ts'
import { inPages } from './in-pages.ts'
import { lookText, runText, saidHash, type LookRow, type RunRow } from './looks.ts'

/** Each look and each run says what it was committed to as saying. */
export async function verifyLooks(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  for await (const page of inPages<LookRow>(client, 'select * from whereabouts.look')) {
    for (const look of page) {
      const said = saidHash(look.salt, lookText(look))
      if (!said.equals(look.said) || !lookCommitment(look.id, said).equals(look.commitment))
        found('look-altered', `look ${look.id}`)
    }
  }
  for await (const page of inPages<RunRow>(client, 'select * from whereabouts.maintenance')) {
    for (const run of page) {
      const said = saidHash(run.salt, runText(run))
      if (!said.equals(run.said) || !runCommitment(run.run, said).equals(run.commitment))
        found('run-altered', `run ${run.run}`)
    }
  }
}
