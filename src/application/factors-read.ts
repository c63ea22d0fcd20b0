import type { EpisodeCommand } from '../domain/episode/command.ts'
import type { EntryId, EpisodeId } from '../domain/episode/entry.ts'
import type { WriteSession } from './ports.ts'

/** Which findings whoever approves a write-up reads to be of the dated list of factors. What a finding is about lies apart,
    so the core does not say it; one that they do not read counts as somebody who is named. */
export async function factorsRead(
  session: WriteSession,
  { episode, commands }: { readonly episode: EpisodeId; readonly commands: readonly EpisodeCommand[] },
): Promise<ReadonlySet<EntryId>> {
  if (!commands.some(({ name }) => name === 'approve-interview')) return new Set()
  const read = await session.asRead(episode)
  return new Set(
    read.flatMap(({ id, type, body }) =>
      type === 'finding-recorded' && (body.open ?? body.restricted)?.what.kind === 'factor' ? [id] : [],
    ),
  )
}
