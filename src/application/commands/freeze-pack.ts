import { createHash } from 'node:crypto'
import type { Author, EpisodeId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import type { Files } from '../files.ts'
import { idFrom, requestHash } from '../ids.ts'
import { packPaper } from '../pack/pack-paper.ts'
import type { Visitor } from '../ports.ts'
import { packOfEpisode } from '../queries/pack.ts'
import { addUnlessRefused, childEntryOf, type RegisterOutcome } from './register-child.ts'

export interface FreezeRequest {
  readonly visitor: Visitor
  readonly author: Author
  readonly episode: EpisodeId
  /** What it is frozen on: the same occasion freezes once. */
  readonly occasion: string
}

/** Keeps the pack as it is now: its bytes, and in the record who froze it, when and their SHA-256. A newer one supersedes
    it, and takes nothing away. */
export async function freezePack(
  app: Application,
  files: Pick<Files, 'paper'>,
  { visitor, author, episode, occasion }: FreezeRequest,
): Promise<RegisterOutcome | { readonly kind: 'not-found' }> {
  const found = await packOfEpisode(app, visitor, author, episode, true)
  if (found === undefined) return { kind: 'not-found' }
  const { pack, picture, fresh, child, now } = found
  const bytes = await files.paper(packPaper(pack, picture, fresh))
  const body = {
    episode,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    withFindings: pack.parts.some(({ released }) => released === true),
  }
  const entry = childEntryOf(author, 'pack-frozen', { at: now, precision: 'minute' }, body)
  const id = idFrom<'command'>('command', 'pack', episode, occasion)
  const key = { id, requestHash: requestHash({ episode, occasion }) }
  const file = { of: entry.id, bytes }
  const request = { visitor, author, child, key, entries: [entry], file }
  return addUnlessRefused<never>(app, request, () => undefined)
}

/** A report freezes the pack. It is kept whatever becomes of that: the pack can be kept from its page too. */
export function freezingOnReport(
  app: Application,
  files: Pick<Files, 'paper'>,
  report: (error: unknown) => void,
): Application {
  return {
    ...app,
    afterReport: async ({ visitor, author, episode, key }) => {
      try {
        await freezePack(app, files, { visitor, author, episode, occasion: key.id })
      } catch (error) {
        report(error)
      }
    },
  }
}
