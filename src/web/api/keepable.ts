import { escaped, type Wrong } from './take.ts'

const deepest = 32

/** What cannot be kept, wherever it stands: NUL, half a surrogate pair, or structure deeper than anything that is asked.
    Walks without recursion, because depth is what it guards against. Gives the first fault only. */
export function unkeepable(body: unknown): Wrong | undefined {
  const waiting: { readonly value: unknown; readonly pointer: string; readonly depth: number }[] = [
    { value: body, pointer: '#', depth: 0 },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer, depth } = next
    if (typeof value === 'string' && !isKeepable(value)) return { pointer, detail: unkeepableText }
    if (typeof value !== 'object' || value === null) continue
    if (depth === deepest) return { pointer: '#', detail: `must not be nested deeper than ${deepest} levels` }
    for (const [name, part] of Object.entries(value)) {
      if (name === '__proto__') return { pointer, detail: 'has a name in it that cannot be kept: __proto__' }
      if (!isKeepable(name)) return { pointer, detail: `has a name in it that ${unkeepableText}` }
      waiting.push({ value: part, pointer: `${pointer}/${escaped(name)}`, depth: depth + 1 })
    }
  }
  return undefined
}

const unkeepableText = 'has a character that cannot be kept: NUL or half a surrogate pair'

export function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
