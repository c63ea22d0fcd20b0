import { randomUUID } from 'node:crypto'
import type { RestoreProgress } from './cli/house.ts'
import { backUp, type BackedUp } from './store/backup/back-up.ts'
import { loginsTo, withClient } from './store/backup/owner.ts'
import { restore, type Restored } from './store/backup/restore.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import { openConnections, type Doors } from './store/server/connections.ts'
import { verify, type OnProgress, type Verified } from './store/verify.ts'

/** Keeps one moment of a database at whatever version it is. That it was begun is on the record before, and that the file
    is whole afterwards. */
export async function backUpFrom(
  doors: Doors,
  file: string,
  passphrase: string,
  onProgress: OnProgress,
): Promise<BackedUp> {
  const logins = await loginsTo(doors)
  return withPool(logins.maintainer, 1, async (pool) => {
    await recordRun(pool, randomUUID(), 'backup', 'asked for by command')
    const kept = await backUp(logins, file, passphrase, { onProgress, signal: stopSignal() })
    await recordRun(pool, randomUUID(), 'backup-written', `version ${kept.schema}, ${kept.rows} rows`)
    return kept
  })
}

/** Fills an empty database from a file, brings it to this release's schema, and reads all of it again. */
export async function restoreInto(
  doors: Doors,
  migrations: string,
  file: string,
  passphrase: string,
  { loading, verifying }: RestoreProgress,
): Promise<Restored & Verified> {
  const { restored, logins } = await withClient(doors.owner, async (owner) => ({
    restored: await restore(owner, file, passphrase, migrations, {
      onProgress: loading,
      signal: stopSignal(),
    }),
    logins: await openConnections(owner, doors),
  }))
  return withPool(logins.maintainer, 2, async (pool) => {
    await recordRun(pool, randomUUID(), 'restore', `from the backup of ${restored.made}`)
    return { ...restored, ...(await verify(pool, verifying)) }
  })
}

/** Ctrl-C half way undoes what is half done, instead of leaving it to the end of the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
