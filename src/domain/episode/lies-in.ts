import type { EntryId } from './entry.ts'
import { sectionOfEntry, type Section } from './sections.ts'

/** An entry of any stream, as far as it says which other it is about. */
export interface Said {
  readonly type: string
  readonly body: object
}

type Others = ReadonlyMap<string, Said>

/** The section in which an entry itself lies. What is said about another entry (a correction, that it was recorded in
    error, that it was read) lies where that one lies: it would give away that there is one. */
export function liesIn(entry: Said, others: Others): Section {
  const id = aboutOf(entry)
  const about = id === undefined ? undefined : others.get(id)
  if (id === undefined || about === undefined || about === entry) return sectionOfEntry(entry.type)
  // Nothing is about itself, also by way of others.
  const left = new Map([...others].filter(([other]) => other !== id))
  return liesIn(about, left)
}

/** The entries that everyone in the response reads: what a page showed, and what a decision rests on. */
export function inCore<E extends Said & { readonly id: EntryId }>(chronology: readonly E[]): readonly E[] {
  const others = new Map(chronology.map((entry) => [entry.id, entry]))
  return chronology.filter((entry) => liesIn(entry, others) === 'core')
}

function aboutOf({ type, body }: Said): EntryId | undefined {
  const said = body as {
    readonly corrects?: EntryId
    readonly scope?: { readonly entry?: EntryId }
    readonly of?: { readonly entry?: EntryId }
  }
  switch (type) {
    case 'entry-corrected':
      return said.corrects
    case 'recorded-in-error':
      return said.scope?.entry
    case 'acknowledged':
      return said.of?.entry
    default:
      return undefined
  }
}
