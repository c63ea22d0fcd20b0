import type { EntryType } from './entries.ts'

/** Parts of a record that have their own readers. `core` is what everyone in the response shares. */
export const sections = [
  'core',
  'police-intelligence',
  'interview-shared',
  'interview-restricted',
  'protected-address',
] as const

export type Section = (typeof sections)[number]

/** Fields that do not belong to `core`. A reader without the section gets the entry without the field, so every
    field named here is optional in its body. */
const apart: Partial<Record<EntryType, Readonly<Record<string, Section>>>> = {
  'information-received': { intelligence: 'police-intelligence' },
  'prevention-check-done': { intelligence: 'police-intelligence' },
  'interview-declined': { childsWords: 'interview-restricted' },
  'interview-held': { childsWords: 'interview-restricted', shared: 'interview-shared' },
}

export function sectionOf(type: EntryType, field: string): Section {
  return apart[type]?.[field] ?? 'core'
}
