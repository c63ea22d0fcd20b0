import canonicalize from 'canonicalize'

/** PostgreSQL keeps neither NUL nor half a surrogate pair. A form refuses them; one that comes this far is a defect. */
export class NotStorable extends Error {
  constructor(at: string, what: string) {
    super(`${at} holds ${what}, which cannot be stored: it should have been an input problem`)
    this.name = 'NotStorable'
  }
}

/** RFC 8785 text of a value: the same value always gives the same bytes. Throws NotStorable naming the place. */
export function canonicalText(value: unknown, at: string): string {
  refuseUnstorable(value, at)
  const text = canonicalize(value)
  if (text === undefined) throw new NotStorable(at, 'nothing that JSON can say')
  return text
}

/** Looks into every text and every key. Throws NotStorable. */
export function refuseUnstorable(value: unknown, at: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new NotStorable(at, 'a NUL character')
    if (!value.isWellFormed()) throw new NotStorable(at, 'half a surrogate pair')
  } else if (Array.isArray(value)) {
    for (const [place, part] of value.entries()) refuseUnstorable(part, `${at}[${place}]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      refuseUnstorable(key, `a name in ${at}`)
      refuseUnstorable(part, `${at}.${key}`)
    }
  }
}
