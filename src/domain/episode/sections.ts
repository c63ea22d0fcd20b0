import type { EntryType } from './entries.ts'

/** Parts of a record that have their own readers. `core` is what everyone in the response shares. */
export const sections = [
  'core',
  'plan',
  'health',
  'protected-address',
  'police-intelligence',
  'interview-shared',
  'interview-restricted',
  'care',
  'care-childs-account',
  'care-about-setting',
  'other-children',
  'shut-out',
] as const

export type Section = (typeof sections)[number]

/** Fields that do not belong to the section of their entry. A reader without the section gets the entry without the
    field, so every field named here is optional in its body. */
const apart: Partial<Record<EntryType, Readonly<Record<string, Section>>>> = {
  'information-received': { intelligence: 'police-intelligence' },
  'prevention-check-done': { intelligence: 'police-intelligence' },
  'interview-declined': { childsWords: 'interview-restricted' },
  'interview-held': { childsWords: 'interview-restricted', shared: 'interview-shared' },
}

/** Entries that lie outside `core` as a whole: whoever may not read the section does not learn that there is one. Only
    entries of a child's own stream, on which no decision rests that somebody else's page has to show. */
const wholeApart: Readonly<Record<string, Section>> = {
  'plan-agreed': 'plan',
  'person-shut-out': 'shut-out',
  'shut-out-ended': 'shut-out',
}

/** Where an entry of this type lies, but for its fields that are kept apart. */
export function sectionOfEntry(type: string): Section {
  return wholeApart[type] ?? 'core'
}

export function sectionOf(type: EntryType, field: string): Section {
  return apart[type]?.[field] ?? sectionOfEntry(type)
}
