import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../server/trouble.ts'
import { beforeTheFirstLine, lineIn, registered, type Registered, type RegisterLine } from './line.ts'

/** A file outside the database and outside its backups, only ever added to: each line hashes the one before. */
export interface Register {
  readonly file: string
  /** Every line, held to its hash. Throws CannotStart for a file that is not as it was written. */
  readonly read: () => readonly Registered[]
  /** On the disk before it answers. The caller holds the lock of disposals. */
  readonly append: (line: Omit<RegisterLine, 'format' | 'number' | 'previous'>) => Registered
}

export function openRegister(file: string): Register {
  return {
    file,
    read: () => whole(file).lines,
    append: (said) => {
      const { lines, bytes } = whole(file)
      const before = lines.at(-1)
      const next = registered({
        format: 'whereabouts disposal 1',
        number: lines.length + 1,
        previous: before?.hash ?? beforeTheFirstLine,
        ...said,
      })
      write(file, bytes, `${next.text}\n`)
      return next
    },
  }
}

/** The lines that were written whole, and how many bytes they have: what a crash broke off was never acted on. */
function whole(file: string): { readonly lines: readonly Registered[]; readonly bytes: number } {
  const text = textOf(file)
  const end = text.lastIndexOf('\n') + 1
  const lines: Registered[] = []
  for (const one of text.slice(0, end).split('\n').slice(0, -1)) {
    const found = lineIn(one)
    const previous = lines.at(-1)?.hash ?? beforeTheFirstLine
    if (found?.line.number !== lines.length + 1 || found.line.previous !== previous)
      throw new CannotStart({ kind: 'register-altered', file, line: lines.length + 1 })
    lines.push(found)
  }
  return { lines, bytes: Buffer.byteLength(text.slice(0, end)) }
}

function textOf(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  } catch (error) {
    throw new CannotStart({ kind: 'register-unreadable', file, because: (error as Error).message }, error)
  }
}

function write(file: string, at: number, text: string): void {
  const isNew = !existsSync(file)
  let handle: number | undefined
  try {
    handle = openSync(file, isNew ? 'wx' : 'r+', 0o600)
    ftruncateSync(handle, at)
    writeSync(handle, text, at)
    fsyncSync(handle)
    if (isNew) syncFolder(dirname(file))
  } catch (error) {
    throw new CannotStart({ kind: 'register-unreadable', file, because: (error as Error).message }, error)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** A new file is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
