import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Measured } from '../comparison.ts'

/** Which processors may run what, while one side is measured. */
export interface Cores {
  /** In words, for the line above the figures. */
  readonly said: string
  /** The database has one half of the processors to itself, and whoever asks it, ours or not, works on the other half: as
      on a server of its own, which is what many application nodes share. Absent where that cannot be arranged. */
  readonly apart?: (side: Measured) => Measured
  /** Everything may run anywhere, as on one small machine for all. */
  readonly together: (side: Measured) => Measured
}

/** `database` and `askers` give the ids of the processes of each; what they start later goes where they are. Linux's taskset
    moves them. */
export function coresFor(database: () => readonly number[], askers: () => readonly number[]): Cores {
  const all = Array.from({ length: availableParallelism() }, (_, core) => core)
  const half = Math.ceil(all.length / 2)
  if (all.length < 2 || !mayMove(all))
    return { said: 'processors cannot be parted here', together: (side) => side }
  let now = ''
  const arrange = (name: string, ofDatabase: readonly number[], ofAskers: readonly number[]) => {
    if (now === name) return
    for (const pid of database()) move(pid, ofDatabase)
    for (const pid of askers()) move(pid, ofAskers)
    now = name
  }
  const arranged = (work: () => void) => (side: Measured) => ({
    ...side,
    sample: () => (work(), side.sample()),
  })
  return {
    said: `the database on ${half} of ${all.length} processors, whoever asks it on the others`,
    apart: arranged(() => arrange('apart', all.slice(0, half), all.slice(half))),
    together: arranged(() => arrange('together', all, all)),
  }
}

function mayMove(cores: readonly number[]): boolean {
  try {
    move(process.pid, cores)
    return true
  } catch {
    return false
  }
}

/** With every thread of its own. A process that has just ended needs no place. */
function move(pid: number, cores: readonly number[]): void {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', cores.join(), String(pid)], { stdio: 'ignore' })
  } catch (error) {
    if (pid === process.pid) throw error
  }
}
