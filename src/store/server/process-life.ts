import { readFileSync } from 'node:fs'

/**
 * Names one life of a process, so that the next process with the same number is not taken for it.
 * Undefined when nothing (or only a zombie) has that number now. Without /proc it is the number alone.
 */
export function lifeOf(pid: number): string | undefined {
  const boot = readKernel('/proc/sys/kernel/random/boot_id')
  if (boot === undefined) return answersSignals(pid) ? `pid ${pid}` : undefined
  const stat = readKernel(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  const ticksSinceBoot = fields[19]
  if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined
  return `${boot} ${ticksSinceBoot}`
}

function readKernel(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1').trim()
  } catch {
    return undefined
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
