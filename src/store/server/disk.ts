import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart, type Trouble } from './trouble.ts'

const megabyte = 1024 * 1024
const neededForNewDatabase = 200 * megabyte

/** Runs work that writes under a folder; what the disk refuses becomes a trouble, anything else stays what it is. */
export function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw diskTrouble(folder, error) ?? error
  }
}

/** Reads the disk's refusal from the error code of a file operation. */
export function diskTrouble(folder: string, error: unknown): CannotStart | undefined {
  const kind = refusals.get((error as NodeJS.ErrnoException).code ?? '')
  return kind === undefined ? undefined : new CannotStart({ kind, folder }, error)
}

type DiskRefusal = Extract<Trouble, { folder: string }>['kind'] &
  ('disk-full' | 'disk-read-only' | 'folder-not-ours' | 'not-a-folder')

const refusals = new Map<string, DiskRefusal>([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'disk-read-only'],
  ['EACCES', 'folder-not-ours'],
  ['EPERM', 'folder-not-ours'],
  ['ENOTDIR', 'not-a-folder'],
  ['EEXIST', 'not-a-folder'],
])

/** Makes a folder that only this account can open. One that is there already keeps the rights its owner gave it. */
export function privateFolder(folder: string): void {
  onDisk(folder, () => {
    if (!existsSync(folder)) make(folder)
    if (!statSync(folder).isDirectory()) throw new CannotStart({ kind: 'not-a-folder', folder })
  })
}

/** Node's own recursive form says of a read-only disk that the folder does not exist. */
function make(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) make(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another start may have made it at the same moment.
    if (!existsSync(folder)) throw error
  }
}

/** Refuses a disk that has no room for a new database, before anything is written. */
export function roomForNewDatabase(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < neededForNewDatabase) throw new CannotStart({ kind: 'disk-full', folder })
}
