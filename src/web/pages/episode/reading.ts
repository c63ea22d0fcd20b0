import type { EntryType, EpisodeBodies } from '../../../domain/episode/entries.ts'
import type { Piece } from '../../html.ts'
import type { ChildWords } from './child-words.ts'

/** What reading an entry needs beside it. `now` is the page's moment, UTC. */
export interface Reading {
  readonly child: ChildWords
  readonly now: string
  /** The title of a duty by its id, where the page knows it. */
  readonly dutyTitle: (duty: string) => string | undefined
  /** What another entry of this record is called. */
  readonly entryCalled: (id: string) => string
}

export interface Headline {
  readonly headline: string
  readonly detail?: Piece
}

export type Headlines<T extends EntryType> = {
  readonly [K in T]: (body: EpisodeBodies[K], reading: Reading) => Headline
}

/** Each part that is there, as a sentence. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== false && part !== '')
    .map(ending)
    .join(' ')
}

export function ending(part: string | false | undefined): string {
  const words = part === undefined || part === false ? '' : part.trim()
  return /[.!?…]$/.test(words) ? words : `${words}.`
}
