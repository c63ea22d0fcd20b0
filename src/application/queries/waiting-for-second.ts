import { awaitingSecond } from '../../domain/episode/awaiting-second.ts'
import type { EpisodeEntry } from '../../domain/episode/entries.ts'
import type { EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { BoardRow } from '../projections/rows.ts'

/** A correction, or an entry marked as an error, that counts when someone other than its writer has confirmed it. */
export interface WaitingForSecond {
  readonly child: BoardRow
  readonly episode: EpisodeId
  readonly entry: EntryId
  readonly what: 'correction' | 'entry-in-error' | 'episode-in-error'
  readonly reason: string
  readonly by: string
  readonly recorded: Moment
}

/** The list on which they stand, in the episodes of the board: the visitor's own are for somebody else. */
export async function waitingForSecond(
  session: ReadSession,
  rows: readonly BoardRow[],
  { person }: Visitor,
): Promise<readonly WaitingForSecond[]> {
  const waiting: WaitingForSecond[] = []
  for (const child of rows) {
    const found = await session.chronology(child.episode)
    for (const entry of awaitingSecond(found?.chronology ?? [])) {
      const what = whatOf(entry)
      if (what === undefined || entry.by.person === person) continue
      const { id, by, recorded } = entry
      const { reason } = entry.body as { readonly reason: string }
      waiting.push({ child, episode: child.episode, entry: id, what, reason, by: by.name, recorded })
    }
  }
  return waiting
}

function whatOf(entry: EpisodeEntry): WaitingForSecond['what'] | undefined {
  if (entry.type === 'entry-corrected') return 'correction'
  if (entry.type !== 'recorded-in-error') return undefined
  return entry.body.scope.kind === 'episode' ? 'episode-in-error' : 'entry-in-error'
}
