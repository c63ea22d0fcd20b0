import { createHash, randomBytes, randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { parseId, type Id } from '../kernel/ids.ts'
import { referenceFrom } from '../kernel/reference.ts'

/** A random id, made by the caller: addresses show only these. */
export function newId<Of extends string>(): Id<Of> {
  return known<Of>(randomUUID())
}

/** An id that follows from others, so that a retry of one request makes the same streams. */
export function idFrom<Of extends string>(...parts: readonly string[]): Id<Of> {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex')
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ]
  return known<Of>(`${a}-${b}-8${c}-8${d}-${e}`)
}

/** For speech and texts: random, says nothing. */
export function newReference(): string {
  return referenceFrom(randomBytes(16))
}

/** SHA-256, hex, of the canonical form (RFC 8785) of what was asked. */
export function requestHash(asked: unknown): string {
  const canonical = canonicalize(asked)
  if (canonical === undefined) throw new Error('A request could not be put into its canonical form.')
  return createHash('sha256').update(canonical).digest('hex')
}

function known<Of extends string>(text: string): Id<Of> {
  const id = parseId<Of>(text)
  if (id === undefined) throw new Error(`Not an id: ${text}`)
  return id
}
