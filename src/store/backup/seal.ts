import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'

/**
 * The file of a backup: one line that says what it is, one line that says how its key follows from the passphrase and
 * until when the file is good, then pieces sealed with AES-256-GCM, and a mark at the end. Each piece is sealed with its number and with whether it is the
 * last, and with both lines, so that pieces cannot be changed, left out, repeated or put in another order unseen.
 */
export const firstLine = 'WHEREABOUTS BACKUP 1\n'
export const endMark = Buffer.from('WHEREABOUTS END\n')
/** Plain bytes in every piece but the last, which may have fewer. */
export const pieceSize = 64 * 1024
export const tagSize = 16

/** What seals and opens the pieces of one file. Its key comes from a fresh salt, so a number is never used twice. */
export interface Seal {
  /** The last moment on which the file is good; files of before that was written have none. */
  readonly until: string | undefined
  readonly header: Buffer
  readonly close: (piece: Buffer, number: number, last: boolean) => Buffer
  /** Undefined for a piece that is not as it was sealed. */
  readonly open: (piece: Buffer, number: number, last: boolean) => Buffer | undefined
}

interface Header {
  readonly kdf: 'scrypt'
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly until?: string
}

/** What one guess of a passphrase costs whoever guesses: memory of 128 N r bytes, and time. */
export type GuessCost = Pick<Header, 'N' | 'r' | 'p'>

/** 128 MB and about half a second. */
const fullCost: GuessCost = { N: 2 ** 17, r: 8, p: 1 }
const mostMemory = 2 ** 30

export function newSeal(passphrase: string, { N, r, p }: GuessCost = fullCost, until?: string): Seal {
  const salt = randomBytes(32).toString('base64')
  const header: Header = { kdf: 'scrypt', N, r, p, salt, ...(until !== undefined && { until }) }
  const keys = keysOf(passphrase, header)
  const said = JSON.stringify(header)
  const line = JSON.stringify({ ...header, check: checkOf(keys, said), sum: sumOf(said) })
  return sealWith(keys, Buffer.from(`${firstLine}${line}\n`), until)
}

/** Reads the second line of a file. Tells a line that was altered from a passphrase that is another. */
export function sealOf(passphrase: string, line: string): Seal | 'altered' | 'wrong-passphrase' {
  const read = headerIn(line)
  if (read === undefined) return 'altered'
  const said = JSON.stringify(read.header)
  if (sumOf(said) !== read.sum) return 'altered'
  const keys = keysOf(passphrase, read.header)
  if (!isSame(checkOf(keys, said), read.check)) return 'wrong-passphrase'
  return sealWith(keys, Buffer.from(`${firstLine}${line}\n`), read.header.until)
}

interface Keys {
  readonly sealing: Buffer
  readonly checking: Buffer
}

function sealWith({ sealing }: Keys, header: Buffer, until: string | undefined): Seal {
  const bound = createHash('sha256').update(header).digest()
  return {
    header,
    until,
    close: (piece, number, last) => {
      const cipher = createCipheriv('aes-256-gcm', sealing, nonceOf(number, last)).setAAD(bound)
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    },
    open: (piece, number, last) => {
      if (piece.length < tagSize) return undefined
      const cipher = createDecipheriv('aes-256-gcm', sealing, nonceOf(number, last), {
        authTagLength: tagSize,
      })
      cipher.setAAD(bound).setAuthTag(piece.subarray(-tagSize))
      try {
        return Buffer.concat([cipher.update(piece.subarray(0, -tagSize)), cipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 0)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

function keysOf(passphrase: string, { N, r, p, salt }: Header): Keys {
  // Two keyboards may write one letter as different characters.
  const secret = passphrase.normalize('NFKC')
  const keys = scryptSync(secret, Buffer.from(salt, 'base64'), 64, { N, r, p, maxmem: mostMemory })
  return { sealing: keys.subarray(0, 32), checking: keys.subarray(32) }
}

function checkOf({ checking }: Keys, said: string): string {
  return createHmac('sha256', checking).update(said).digest('hex')
}

function sumOf(said: string): string {
  return createHash('sha256').update(said).digest('hex')
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

function headerIn(
  line: string,
): { readonly header: Header; readonly check: string; readonly sum: string } | undefined {
  let value: Partial<Record<string, unknown>>
  try {
    value = JSON.parse(line) as Partial<Record<string, unknown>>
  } catch {
    return undefined
  }
  const { kdf, N, r, p, salt, until, check, sum } = value
  if (kdf !== 'scrypt' || typeof salt !== 'string' || typeof check !== 'string' || typeof sum !== 'string')
    return undefined
  if (until !== undefined && typeof until !== 'string') return undefined
  if (typeof N !== 'number' || typeof r !== 'number' || typeof p !== 'number') return undefined
  // What somebody else may have written does not decide how much memory is taken.
  if (!(Number.isInteger(Math.log2(N)) && N * r * 128 < mostMemory && p > 0 && p < 17)) return undefined
  return { header: { kdf, N, r, p, salt, ...(until !== undefined && { until }) }, check, sum }
}
