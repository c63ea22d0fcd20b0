import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupRefused } from './refusal.ts'
import { endMark, firstLine, newSeal, pieceSize, sealOf, tagSize, type GuessCost, type Seal } from './seal.ts'

/** Writes what comes, compressed and sealed, into a new file that only this account can read. It gets its name when it
    is whole and on the disk, so that half a backup never looks like one. Throws BackupRefused for the file's troubles,
    and whatever the source throws; stopped by the signal, it leaves nothing. */
export async function writeSealed(
  file: string,
  passphrase: string,
  source: AsyncIterable<Buffer>,
  {
    signal = unstopped,
    cost,
    until,
  }: { readonly signal?: AbortSignal; readonly cost?: GuessCost; readonly until?: string } = {},
): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.partial`)
  const seal = newSeal(passphrase, cost, until)
  const handle = await newFile(file, draft)
  try {
    const write = async (plain: AsyncIterable<Buffer>) => {
      for await (const bytes of sealed(plain, seal)) await handle.writeFile(bytes)
    }
    await pipeline(source, createGzip({ level: 3 }), write, { signal })
    await handle.sync()
    await handle.close()
    await rename(draft, file)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw stoppedOr(
      signal,
      ofFile(error, (because) => new BackupRefused({ kind: 'file-not-written', file, because }, error)),
    )
  }
}

/** Where nobody can ask to stop. */
const unstopped = new AbortController().signal

async function newFile(file: string, draft: string): Promise<FileHandle> {
  if (existsSync(file)) throw new BackupRefused({ kind: 'file-there', file })
  try {
    return await open(draft, 'w', 0o600)
  } catch (error) {
    throw ofFile(error, (because) => new BackupRefused({ kind: 'file-not-written', file, because }, error))
  }
}

async function* sealed(plain: AsyncIterable<Buffer>, seal: Seal): AsyncGenerator<Buffer> {
  yield seal.header
  let waiting = Buffer.alloc(0)
  let number = 0
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes])
    // One byte more than a piece, because only the end of the source says which piece is the last.
    while (waiting.length > pieceSize) {
      yield seal.close(waiting.subarray(0, pieceSize), number++, false)
      waiting = waiting.subarray(pieceSize)
    }
  }
  yield seal.close(waiting, number, true)
  yield endMark
}

/** Opens a sealed file and hands what was written to `read`. Throws BackupRefused for a file that is none, was cut short
    or altered, or that has another passphrase: for the last of these before `read` gets a byte. */
export async function readSealed<T>(
  file: string,
  passphrase: string,
  read: (plain: AsyncIterable<Buffer>) => Promise<T>,
  signal = unstopped,
): Promise<T> {
  const { seal, size } = await trySealed(file, passphrase)
  let answer: T | undefined
  const body = { start: seal.header.length, end: size - endMark.length - 1 }
  const hand = async (plain: AsyncIterable<Buffer>) => void (answer = await read(plain))
  await pipeline(opened(file, seal, body), createGunzip(), hand, { signal }).catch((error: unknown) => {
    throw stoppedOr(signal, error)
  })
  return answer as T
}

/** Whether a file is a backup and has this passphrase, from its first lines and its last. Throws BackupRefused. */
export async function trySealed(
  file: string,
  passphrase: string,
): Promise<{ readonly seal: Seal; readonly size: number }> {
  const { line, size } = await startOf(file)
  const seal = sealOf(passphrase, line)
  if (seal === 'altered') throw new BackupRefused({ kind: 'file-altered', file })
  if (seal === 'wrong-passphrase') throw new BackupRefused({ kind: 'wrong-passphrase', file })
  return { seal, size }
}

/** The second line of a file and the file's size, when it begins and ends as a backup does. */
async function startOf(file: string): Promise<{ readonly line: string; readonly size: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw ofFile(error, (because) => new BackupRefused({ kind: 'file-not-read', file, because }, error))
  })
  try {
    const { size } = await handle.stat()
    const start = await bytesAt(handle, 0, 4096)
    const text = start.toString('latin1')
    if (!text.startsWith(firstLine)) {
      const newer = text.startsWith(firstLine.slice(0, -2))
      throw new BackupRefused({ kind: newer ? 'newer-format' : 'not-a-backup', file })
    }
    const end = text.indexOf('\n', firstLine.length)
    const mark = await bytesAt(handle, Math.max(0, size - endMark.length), endMark.length)
    if (end === -1 || !mark.equals(endMark)) throw new BackupRefused({ kind: 'file-cut', file })
    return { line: text.slice(firstLine.length, end), size }
  } catch (error) {
    throw ofFile(error, (because) => new BackupRefused({ kind: 'file-not-read', file, because }, error))
  } finally {
    await handle.close()
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function* opened(
  file: string,
  seal: Seal,
  body: { readonly start: number; readonly end: number },
): AsyncGenerator<Buffer> {
  const size = pieceSize + tagSize
  const altered = () => new BackupRefused({ kind: 'file-altered', file })
  if (body.end < body.start) throw altered()
  let waiting = Buffer.alloc(0)
  let number = 0
  for await (const bytes of createReadStream(file, { ...body, highWaterMark: 4 * size })) {
    waiting = Buffer.concat([waiting, bytes as Buffer])
    while (waiting.length > size) {
      const piece = seal.open(waiting.subarray(0, size), number++, false)
      if (piece === undefined) throw altered()
      yield piece
      waiting = waiting.subarray(size)
    }
  }
  const piece = seal.open(waiting, number, true)
  if (piece === undefined) throw altered()
  yield piece
}

function stoppedOr(signal: AbortSignal, error: unknown): unknown {
  return signal.aborted ? new BackupRefused({ kind: 'stopped' }, error) : error
}

const inWords = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'this account may not'],
  ['EPERM', 'this account may not'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'its folder is a file'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EROFS', 'the disk can only be read'],
])

/** An error of the file's, in words; any other as it is. */
function ofFile(error: unknown, refused: (because: string) => BackupRefused): unknown {
  const because = inWords.get((error as { code?: string }).code ?? '')
  return because === undefined ? error : refused(because)
}
