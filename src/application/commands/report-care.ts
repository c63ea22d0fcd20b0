import { childAt } from '../../domain/child/child-at.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import { holdersOf, keptFromSearch } from '../../domain/episode/holders-of-care.ts'
import { carryOut, type Application, type Outcome } from '../carry-out.ts'
import { idFrom, requestHash } from '../ids.ts'
import type { Visitor } from '../ports.ts'
import { entryOf } from './begin-episode.ts'
import { careConcern, type CareSaid } from './care-concern.ts'

/** Someone misses a part of a child's Care, and says whether anyone is in danger before anything else. */
export interface ReportCare extends CareSaid {
  readonly visitor: Visitor
  readonly author: Author
  /** Made with the form, so that a second press is the same request. */
  readonly commandId: string
  readonly child: ChildId
  /** Whether the safety of Care, or of others, is at risk now. Whoever holds what is missing does not decide it. */
  readonly worriedNow: boolean
}

/** From this answer on it is on the server, with somebody who owes the next act and is not the holder. */
export async function reportCare(app: Application, asked: ReportCare): Promise<Outcome> {
  const { visitor, author, noticed, child, commandId, worriedNow } = asked
  const directory = await app.directory()
  const record = await app.store.read(visitor, async (session) =>
    childAt(await session.child(child), noticed.at),
  )
  const raised = careConcern(app, child, record, directory, author, asked)
  const isKept = keptFromSearch(holdersOf(raised.care)).has(author.role)
  const commands: readonly EpisodeCommand[] = [
    { name: 'raise-concern', entry: entryOf(author, 'concern-raised', noticed, raised) },
    ...(isKept
      ? []
      : [
          {
            name: 'assess-threshold' as const,
            entry: entryOf(author, 'threshold-assessed', noticed, { worriedNow }),
          },
        ]),
  ]
  const { visitor: _visitor, author: _author, ...said } = asked
  return carryOut(app, {
    visitor,
    author,
    child,
    episode: idFrom<'episode'>('episode', child, commandId),
    key: { id: commandId, requestHash: requestHash(said) },
    shown: 0,
    levels: [],
    commands,
  })
}
