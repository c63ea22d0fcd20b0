/** The same answers, each worked out once. For as long as whoever holds it: nothing is kept beyond that. */
export function remembered<K, V>(answer: (about: K) => V): (about: K) => V {
  const known = new Map<K, V>()
  return (about) => {
    const found = known.get(about)
    if (found !== undefined) return found
    const given = answer(about)
    known.set(about, given)
    return given
  }
}
