/** The last arm of every switch over a union: an arm forgotten does not compile. Throws if it is reached all the same. */
export function unreachable(value: never): never {
  throw new Error(`no arm for ${nameOf(value)}`)
}

/** Only the discriminant: a defect is logged, and a log is no place for what an entry says about a child. */
function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return `a ${typeof value}`
  if ('kind' in value && typeof value.kind === 'string') return `kind ${value.kind}`
  if ('type' in value && typeof value.type === 'string') return `type ${value.type}`
  return 'an object'
}
