/** The same answers, each worked out once and kept for as long as what it is about: a record that is asked about ten times
    over in one write is read once. It is frozen when it is first asked about, so that an answer can never be out of date:
    whoever adds to it afterwards is told by a TypeError. */
export function keptWith<About extends readonly unknown[], Answer>(
  answer: (about: About) => Answer,
): (about: About) => Answer {
  const known = new WeakMap<About, { readonly given: Answer }>()
  return (about) => {
    const found = known.get(about)
    if (found !== undefined) return found.given
    const given = answer(Object.freeze(about))
    known.set(about, { given })
    return given
  }
}
