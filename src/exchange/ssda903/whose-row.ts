import { childKey, fault, isFault, type Fault } from './fields.ts'
import type { HeaderRow, Headers } from './header.ts'

/** The child of a row in another table, by its key. */
export function whoseRow(headers: Headers, key: string): HeaderRow | Fault {
  const child = childKey(key)
  if (isFault(child)) return child
  const header = headers.children.get(child)
  if (header !== undefined) return header
  return headers.unusable.has(child) ? fault('CHILD was refused in Header') : fault('CHILD is not in Header')
}
