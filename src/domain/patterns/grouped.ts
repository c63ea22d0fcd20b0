/** Returns of one kind, or of several small kinds together. */
export interface Group<R> {
  readonly keys: readonly string[]
  readonly returns: readonly R[]
}

/** Too few to be told apart from somebody. */
export const small = 5

/** By a key, in the order of the keys. With `least`, whatever has fewer stands together, and with it the next larger ones
    until nobody can work out a small one from the whole. */
export function grouped<R>(returns: readonly R[], keyOf: (one: R) => string, least = 0): readonly Group<R>[] {
  const all = [...Map.groupBy(returns, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const bySize = all.toSorted(([, a], [, b]) => a.length - b.length)
  const together: string[] = []
  let joined = 0
  for (const [key, { length }] of bySize) {
    const isSmall = length < least
    if (!isSmall && (joined === 0 || joined >= least)) break
    together.push(key)
    joined += length
  }
  const apart = all.filter(([key]) => !together.includes(key))
  const rest = all.filter(([key]) => together.includes(key))
  return [
    ...apart.map(([key, of]) => ({ keys: [key], returns: of })),
    ...(rest.length > 0 ? [{ keys: rest.map(([key]) => key), returns: rest.flatMap(([, of]) => of) }] : []),
  ]
}
