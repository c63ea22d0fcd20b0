import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { diskTrouble, onDisk } from './disk.ts'
import { lifeOf } from './process-life.ts'
import { CannotStart } from './trouble.ts'

/** Who is running on a folder: written beside the database so that a second start can say where to look. */
type Holder = { readonly pid: number; readonly life: string; readonly address: string }

export type FolderLock = {
  /** Tells later starts the address, once it is known for certain. */
  readonly moveTo: (address: string) => void
  readonly release: () => void
}

/** Takes a folder for this process. A lock whose process is gone, or whose number went to another, is replaced. */
export function lockFolder(folder: string, address: string): FolderLock {
  const path = join(folder, 'lock')
  const write = (to: string) => {
    const holder: Holder = { pid: process.pid, life: lifeOf(process.pid) ?? '', address: to }
    const draft = join(folder, `lock.${randomUUID()}`)
    onDisk(folder, () => writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 }))
    return draft
  }
  const draft = write(address)
  try {
    claim(folder, path, draft)
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    moveTo: (to) => renameSync(write(to), path),
    release: () => rmSync(path, { force: true }),
  }
}

function claim(folder: string, path: string, draft: string): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    // A link appears whole or not at all: no second start can read half a lock.
    if (linked(folder, draft, path)) return
    const text = readIfThere(path)
    if (text === undefined) continue
    const holder = parse(text)
    if (holder !== undefined && holder.life !== '' && lifeOf(holder.pid) === holder.life) {
      throw new CannotStart({ kind: 'already-running', folder, address: holder.address, pid: holder.pid })
    }
    setAside(path, text)
  }
  throw new Error(`The lock ${path} changes hands without end`)
}

/** Another start may have replaced the stale lock since it was read: what was taken by mistake goes back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (readIfThere(aside) !== stale) linkSync(aside, path)
  rmSync(aside, { force: true })
}

function linked(folder: string, draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw diskTrouble(folder, error) ?? error
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, life, address } = JSON.parse(text) as Partial<Holder>
    if (typeof pid !== 'number' || typeof life !== 'string' || typeof address !== 'string') return undefined
    return { pid, life, address }
  } catch {
    return undefined
  }
}
