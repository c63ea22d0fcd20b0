import type { EpisodeCommand } from '../domain/episode/command.ts'
import type { EntryId, EpisodeId } from '../domain/episode/entry.ts'
import { saidIn } from '../domain/episode/finding-bodies.ts'
import type { WriteSession } from './ports.ts'

/** What rules have to know of what lies apart: of that, what whoever writes reads. */
export interface ReadApart {
  /** Findings of the dated list of factors. One that they do not read counts as somebody who is named. */
  readonly factors: ReadonlySet<EntryId>
  /** Entries in which they read intelligence. */
  readonly intelligence: ReadonlySet<EntryId>
}

/** Read where a command rests on it, and nowhere else. */
export async function readApart(
  session: WriteSession,
  { episode, commands }: { readonly episode: EpisodeId; readonly commands: readonly EpisodeCommand[] },
): Promise<ReadApart> {
  const rests = commands.some(({ name }) => name === 'approve-interview' || name === 'record-finding')
  const read = rests ? await session.asRead(episode) : []
  return {
    factors: new Set(
      read.flatMap(({ id, type, body }) =>
        type === 'finding-recorded' && saidIn(body)?.what.kind === 'factor' ? [id] : [],
      ),
    ),
    intelligence: new Set(
      read.flatMap(({ id, type, body }) =>
        (type === 'information-received' || type === 'prevention-check-done') &&
        body.intelligence !== undefined
          ? [id]
          : [],
      ),
    ),
  }
}
