import { randomBytes } from 'node:crypto'
import type { ChildEntry, ChildEntryType, NewChildEntry } from '../domain/child/child.ts'
import type { EntryType, EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { Moment } from '../kernel/moment.ts'
import { commitmentOf, sectionHash } from './commitment.ts'
import { divided } from './sections.ts'
import { childEntry, episodeEntry, type StreamKind } from './shapes.ts'
import { canonicalText } from './storable.ts'

/** Where and when an entry is written: what the store gives it. */
export interface Place {
  readonly subject: string
  readonly stream: string
  readonly kind: StreamKind
  readonly sequence: number
  readonly recorded: Moment
  /** Types of the subject's entries, by id: a correction's changes lie where the fields that they change lie. */
  readonly types: ReadonlyMap<string, EntryType | ChildEntryType>
}

/** An entry ready for the database, and its core as every decision and projection will read it back. */
export interface WrittenEntry {
  readonly core: EpisodeEntry | ChildEntry
  readonly row: {
    readonly id: string
    readonly stream: string
    readonly sequence: number
    readonly sections: readonly string[]
    /** Hex, in the order of `sections`. */
    readonly hashes: readonly string[]
    readonly commitment: string
  }
  readonly content: readonly {
    readonly entry: string
    readonly stream: string
    readonly section: string
    readonly salt: string
    readonly text: string
  }[]
}

/** Divides an entry into sections, each under a salt of its own, and commits to them. Throws NotStorable. */
export function writtenEntry(entry: NewEpisodeEntry | NewChildEntry, place: Place): WrittenEntry {
  const { id, type, version, occurred, by, toldBy, body } = entry
  const { subject, stream, sequence, recorded } = place
  const corrected = entry.type === 'entry-corrected' ? place.types.get(entry.body.corrects) : undefined
  const parts = [...divided(type, body, corrected)]
  const [[own] = ['core'] as const] = parts
  const said = parts.map(([section, part]) => {
    const whole = section === own ? { type, version, occurred, recorded, by, toldBy, body: part } : part
    const text = canonicalText(whole, section === own ? type : `${type} ${section}`)
    const salt = randomBytes(16)
    return { section, text, salt, hash: sectionHash(salt, Buffer.from(text)) }
  })
  const core = said.filter(({ section }) => section === own).map(({ text }) => [own, text] as const)
  const stored = { kind: place.kind, stream, id, sequence, own, sections: new Map(core) }
  return {
    core: place.kind === 'child' ? childEntry(stored) : episodeEntry(stored),
    row: {
      id,
      stream,
      sequence,
      sections: said.map(({ section }) => section),
      hashes: said.map(({ hash }) => hash.toString('hex')),
      commitment: commitmentOf({ subject, id, stream, sequence, sections: said }).toString('hex'),
    },
    content: said.map(({ section, salt, text }) => ({
      entry: id,
      stream,
      section,
      salt: salt.toString('hex'),
      text,
    })),
  }
}
