import { existsSync, writeFileSync } from 'node:fs'
import type { Config } from './config.ts'
import { projectingOver } from './projecting.ts'
import type { Disposing } from './cli/disposing.ts'
import { certificateOf } from './store/disposal/certificate.ts'
import { setSchedule } from './store/disposal/schedule.ts'
import { disposeConfirmed } from './store/disposal/dispose.ts'
import { expireQuestions } from './store/disposal/expire-questions.ts'
import { openRegister, type Register } from './store/disposal/register.ts'
import { replayRegister } from './store/disposal/replay.ts'
import type { RegisteredLines } from './store/verify-disposals.ts'
import { BackupRefused } from './store/backup/refusal.ts'
import type { Over } from './store/backup/restore.ts'
import { withPool } from './store/pool.ts'
import type { Connections } from './store/server/connections.ts'
import { CannotStart } from './store/server/trouble.ts'

type Keeping = Pick<Config, 'disposalRegister'>

function registerOf({ disposalRegister }: Keeping): Register {
  if (disposalRegister === undefined) throw new CannotStart({ kind: 'register-unset' })
  return openRegister(disposalRegister)
}

/** What the register says, for whoever reads the record against it. Where none is named, nothing. */
export function registeredLines({ disposalRegister }: Keeping): RegisteredLines {
  return disposalRegister === undefined ? [] : openRegister(disposalRegister).read()
}

/** Before anybody is served: what the register names and a restored database still has is disposed of again. Throws
    CannotStart where the database says that something was disposed of and the register does not. What was asked of nobody goes too,
    when its time is over. */
export async function replayBeforeServing({ maintainer }: Connections, config: Keeping): Promise<number> {
  const { disposalRegister: file } = config
  return withPool(maintainer, 1, async (pool) => {
    const again = await replayRegister(
      pool,
      file === undefined ? undefined : openRegister(file),
      await projectingOver(pool),
    )
    await expireQuestions(pool)
    return again
  })
}

/** Carries out what two people have confirmed. */
export function dispose({ maintainer }: Connections, config: Keeping): ReturnType<Disposing['dispose']> {
  const register = registerOf(config)
  return withPool(maintainer, 1, async (pool) => {
    const projecting = await projectingOver(pool)
    await replayRegister(pool, register, projecting)
    await expireQuestions(pool)
    return disposeConfirmed(pool, register, projecting)
  })
}

/** What an outsider needs to hold a disposal to an audit export. */
export function certify(
  { maintainer }: Connections,
  config: Keeping,
  decision: string,
  file: string,
): ReturnType<Disposing['certificate']> {
  const found = registerOf(config)
    .read()
    .find(({ line }) => line.decision === decision)
  return withPool(maintainer, 1, async (pool) => {
    if (found === undefined) return { kind: 'refused', why: `The register names no decision ${decision}.` }
    const certificate = await certificateOf(pool, found)
    if (certificate === undefined)
      return {
        kind: 'refused',
        why: 'It has no position on the chain yet: start the product, and try again.',
      }
    try {
      writeFileSync(file, `${JSON.stringify(certificate, null, 1)}\n`, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return {
        kind: 'refused',
        why: `${file} cannot be written (${code ?? 'unknown'}): choose another name.`,
      }
    }
    return { kind: 'written', entries: certificate.entries.length }
  })
}

export function keepSchedule(
  { maintainer }: Connections,
  ...asked: Parameters<Disposing['schedule']>
): ReturnType<Disposing['schedule']> {
  return withPool(maintainer, 1, (pool) => setSchedule(pool, ...asked))
}

/** What must not come back with a restore. Throws BackupRefused where no register says it and nobody has said that nothing
    was ever disposed of. */
export function overFor({ disposalRegister }: Keeping, withoutRegister: boolean): Over | undefined {
  if (disposalRegister !== undefined && existsSync(disposalRegister))
    return { file: disposalRegister, lines: openRegister(disposalRegister).read() }
  if (!withoutRegister) throw new BackupRefused({ kind: 'no-register', register: disposalRegister })
  return undefined
}
