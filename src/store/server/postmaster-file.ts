import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lifeOf } from './process-life.ts'
import { socketPort } from './socket.ts'

/** What a postmaster writes about itself into its folder: its first line is its process, its last where it has got to. */
export type PostmasterFile = { readonly pid: number; readonly isReady: boolean }

export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** Removes the files that name a dead postmaster, for when its number went to a stranger whom PostgreSQL would respect. */
export function removePostmasterFiles(folder: string): void {
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  rmSync(join(folder, `.s.PGSQL.${socketPort}.lock`), { force: true })
}

/** Whether a process works in the folder, as a postmaster and each of its backends do. */
export function worksIn(folder: string, pid: number): boolean {
  if (lifeOf(pid) === undefined) return false
  if (process.platform !== 'linux') return true
  try {
    const its = statSync(`/proc/${pid}/cwd`)
    const ours = statSync(folder)
    return its.dev === ours.dev && its.ino === ours.ino
  } catch {
    return false
  }
}

/** Backends whose postmaster was killed hold its memory for a moment longer; no new one may start beside them. */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgres(pid) && worksIn(folder, pid))
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}
