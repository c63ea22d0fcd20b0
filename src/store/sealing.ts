import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 256 random bits, as a cookie holds them. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a secret; undefined, which is nobody's, for what cannot be one. */
export function hashOfSecret(secret: string): Buffer | undefined {
  return /^[\w-]{43}$/.test(secret) ? createHash('sha256').update(secret).digest() : undefined
}

/** AES-256-GCM under a key that follows from a secret in somebody's own browser: the database alone opens nothing. */
export function seal(secret: string, kind: string, thing: unknown): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, kind), nonce)
  const text = [cipher.update(JSON.stringify(thing), 'utf8'), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...text])
}

/** Throws for what was not sealed under this secret as this kind. */
export function unseal(secret: string, kind: string, sealed: Buffer): unknown {
  const opener = createDecipheriv('aes-256-gcm', keyOf(secret, kind), sealed.subarray(0, 12))
  opener.setAuthTag(sealed.subarray(12, 28))
  const text = Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString('utf8')
  return JSON.parse(text)
}

function keyOf(secret: string, kind: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', kind, 32))
}
