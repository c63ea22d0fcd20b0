import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onDisk } from '../server/disk.ts'
import { CannotStart } from '../server/trouble.ts'

/** The Ed25519 key that signs checkpoints. It never goes into the database or into a backup. */
export interface SigningKey {
  /** The first 16 hex digits of the SHA-256 of the public key: what people read out to each other. */
  readonly id: string
  readonly publicPem: string
  readonly sign: (text: string) => Buffer
}

const fileName = 'checkpoint-key.pem'
const publicName = 'checkpoint-key.public.pem'

/** The key in a folder that only this account can open, made at the first asking; its public half lies beside it. Throws
    CannotStart for a file that others may read or that holds no such key. */
export function keyIn(folder: string): SigningKey {
  const file = join(folder, fileName)
  onDisk(folder, () => {
    if (!existsSync(file)) makeKey(folder, file)
  })
  if ((statSync(file).mode & 0o077) !== 0) throw new CannotStart({ kind: 'signing-key-open', file })
  const key = keyFrom(readFileSync(file, 'utf8'))
  if (key === undefined) throw new CannotStart({ kind: 'signing-key-unreadable', file })
  return key
}

/** The file gets its name when it is whole, and of two who make one at one moment the first keeps it. */
function makeKey(folder: string, file: string): void {
  const draft = join(folder, `.${randomUUID()}.pem`)
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
    writeFileSync(join(folder, publicName), keyOf(privateKey).publicPem)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A key as PEM, or as the Base64 of its PEM in one line; undefined for text that holds no Ed25519 private key. */
export function keyFrom(text: string): SigningKey | undefined {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString()
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? keyOf(key) : undefined
  } catch {
    return undefined
  }
}

function keyOf(key: KeyObject): SigningKey {
  const open = createPublicKey(key)
  return {
    id: publicKeyId(open),
    publicPem: open.export({ type: 'spki', format: 'pem' }),
    sign: (text) => sign(null, Buffer.from(text), key),
  }
}

export function publicKeyId(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}
