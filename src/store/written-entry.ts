import { randomBytes } from 'node:crypto'
import type { CareEntry, NewCareEntry } from '../domain/care/record.ts'
import type { ChildEntry, NewChildEntry } from '../domain/child/child.ts'
import type { EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import { liesIn, type Said } from '../domain/episode/lies-in.ts'
import type { Moment } from '../kernel/moment.ts'
import { commitmentOf, sectionHash } from './commitment.ts'
import { divided } from './sections.ts'
import { anyEntry, type StreamKind } from './shapes.ts'
import { canonicalText } from './storable.ts'

/** Where and when an entry is written: what the store gives it. */
export interface Place {
  readonly subject: string
  readonly stream: string
  readonly kind: StreamKind
  readonly sequence: number
  /** The id of the command that it is of. */
  readonly command: string
  readonly recorded: Moment
  /** The subject's entries, by id: what is about one of them lies where it lies. */
  readonly others: ReadonlyMap<string, Said>
}

/** An entry ready for the database, and its core as every decision and projection will read it back. */
export interface WrittenEntry {
  readonly core: EpisodeEntry | ChildEntry | CareEntry
  /** By the columns of the table. */
  readonly row: {
    readonly subject: string
    readonly id: string
    readonly stream: string
    readonly sequence: number
    readonly command: string
    readonly recorded: Moment
    readonly sections: readonly string[]
    /** As PostgreSQL writes bytes, in the order of `sections`. */
    readonly hashes: readonly string[]
    readonly commitment: string
  }
  /** Likewise. */
  readonly content: readonly {
    readonly subject: string
    readonly entry: string
    readonly stream: string
    readonly section: string
    readonly salt: string
    readonly bytes: string
  }[]
  /** The canonical text of each section. */
  readonly said: readonly (readonly [section: string, text: string])[]
}

/** Divides an entry into sections, each under a salt of its own, and commits to them. Throws NotStorable. */
export function writtenEntry(
  entry: NewEpisodeEntry | NewChildEntry | NewCareEntry,
  place: Place,
): WrittenEntry {
  const { id, type, version, occurred, by, toldBy, body } = entry
  const { subject, stream, sequence, command, recorded } = place
  const corrects = entry.type === 'entry-corrected' ? place.others.get(entry.body.corrects)?.type : undefined
  const lies = { own: liesIn(entry, place.others), ...(corrects !== undefined && { corrects }) }
  const parts = [...divided(type, { ...body }, lies)]
  const [[own] = ['core'] as const] = parts
  const said = parts.map(([section, part]) => {
    const whole = section === own ? { type, version, occurred, recorded, by, toldBy, body: part } : part
    const text = canonicalText(whole, section === own ? type : `${type} ${section}`)
    const [salt, bytes] = [randomBytes(16), Buffer.from(text)]
    return { section, text, salt, bytes, hash: sectionHash(salt, bytes) }
  })
  const core = said.filter(({ section }) => section === own).map(({ text }) => [own, text] as const)
  const stored = { kind: place.kind, stream, id, sequence, own, sections: new Map(core) }
  return {
    core: anyEntry(stored),
    row: {
      subject,
      id,
      stream,
      sequence,
      command,
      recorded,
      sections: said.map(({ section }) => section),
      hashes: said.map(({ hash }) => asBytea(hash)),
      commitment: asBytea(commitmentOf({ subject, id, stream, sequence, sections: said })),
    },
    content: said.map(({ section, salt, bytes }) => ({
      subject,
      entry: id,
      stream,
      section,
      salt: asBytea(salt),
      bytes: asBytea(bytes),
    })),
    said: said.map(({ section, text }) => [section, text]),
  }
}

function asBytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
