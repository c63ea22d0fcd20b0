import { idFrom } from '../../application/ids.ts'
import { entryVersions, type EntryType, type EpisodeBodies } from '../../domain/episode/entries.ts'
import type { Author, EntryId, Occurred, ToldBy } from '../../domain/episode/entry.ts'
import type { Minute } from './minutes.ts'
import { momentOf } from './minutes.ts'

/** One entry before it has its place: what happened when, when that was written down, and by whom. */
export interface Draft<T extends EntryType = EntryType> {
  readonly type: T
  readonly at: Minute
  readonly written: Minute
  readonly by: Author
  readonly body: EpisodeBodies[T]
  readonly id: EntryId
  readonly toldBy?: ToldBy
}

/** Writes down what somebody did. A sitting is one moment of writing: what is told to five people is typed once. */
export interface Pen {
  <T extends EntryType>(at: Minute, by: Author, type: T, body: EpisodeBodies[T], more?: More): EntryId
  readonly drafts: readonly Draft[]
}

export interface More {
  /** When it was written down, where that was not at once. */
  readonly written?: Minute
  readonly toldBy?: ToldBy
}

/** Minutes between doing something and having it written down. */
const atOnce = 2

/** A pen for one episode, by the words that tell the episode apart from all others. */
export function penFor(...key: readonly string[]): Pen {
  const drafts: Draft[] = []
  const write: (...entry: Parameters<Pen>) => EntryId = (at, by, type, body, more = {}) => {
    const id = idFrom<'entry'>('entry', 'generated', ...key, String(drafts.length))
    const written = Math.max(at, more.written ?? at + atOnce)
    drafts.push({ type, at, written, by, body, id, ...(more.toldBy && { toldBy: more.toldBy }) })
    return id
  }
  return Object.assign(write as Pen, { drafts })
}

export function occurredAt(at: Minute): Occurred {
  return { at: momentOf(at), precision: 'minute' }
}

/** The fields that every entry of this draft has. */
export function entryFields({ id, type, at, by, toldBy, body }: Draft) {
  return {
    id,
    type,
    version: entryVersions[type],
    occurred: occurredAt(at),
    by,
    ...(toldBy && { toldBy }),
    body,
  }
}
