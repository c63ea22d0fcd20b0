import { projectingOver } from './projecting.ts'
import { randomUUID } from 'node:crypto'
import type { RestoreProgress } from './cli/house.ts'
import { momentOf } from './kernel/moment.ts'
import { backUp, type BackedUp } from './store/backup/back-up.ts'
import { loginsTo, withClient } from './store/backup/owner.ts'
import { BackupRefused } from './store/backup/refusal.ts'
import { restore, type Over, type Restored } from './store/backup/restore.ts'
import { trySealed } from './store/backup/sealed-file.ts'
import { openRegister } from './store/disposal/register.ts'
import { replayRegister } from './store/disposal/replay.ts'
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
  days: number,
): Promise<BackedUp> {
  const until = momentOf(Temporal.Now.instant().add({ hours: 24 * days }))
  const logins = await loginsTo(doors)
  return withPool(logins.maintainer, 1, async (pool) => {
    await recordRun(pool, randomUUID(), 'backup', 'asked for by command')
    const kept = await backUp(logins, file, passphrase, { onProgress, signal: stopSignal(), until })
    await recordRun(pool, randomUUID(), 'backup-written', `version ${kept.schema}, ${kept.rows} rows`)
    return kept
  })
}

/** Before anything is made for a file: that it opens, and that it is still good, or is asked for all the same. */
export async function mayRestore(file: string, passphrase: string, expired: boolean): Promise<void> {
  const { until } = (await trySealed(file, passphrase)).seal
  if (expired || until === undefined || momentOf(Temporal.Now.instant()) <= until) return
  throw new BackupRefused({ kind: 'expired', file, until })
}

/** Fills an empty database from a file, brings it to this release's schema, and reads all of it again. */
export async function restoreInto(
  doors: Doors,
  migrations: string,
  file: string,
  passphrase: string,
  { loading, verifying }: RestoreProgress,
  over: Over | undefined,
): Promise<Restored & Verified> {
  const { restored, logins } = await withClient(doors.owner, async (owner) => ({
    restored: await restore(
      owner,
      file,
      passphrase,
      migrations,
      { onProgress: loading, signal: stopSignal() },
      over,
    ),
    logins: await openConnections(owner, doors),
  }))
  return withPool(logins.maintainer, 2, async (pool) => {
    const lines = over === undefined ? ', without a register of disposals' : ''
    await recordRun(pool, randomUUID(), 'restore', `from the backup of ${restored.made}${lines}`)
    // What the backup did not know as disposed of is kept as such; its content is gone already.
    if (over !== undefined) await replayRegister(pool, openRegister(over.file), await projectingOver(pool))
    return { ...restored, ...(await verify(pool, verifying, undefined, over?.lines)) }
  })
}

/** Ctrl-C half way undoes what is half done, instead of leaving it to the end of the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
