import type { Moment } from '../../kernel/moment.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import {
  entryVersions,
  type EpisodeBodies,
  type EntryType,
  type NewEpisodeEntry,
} from '../../domain/episode/entries.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Author, ChildId, EpisodeId, Occurred, ToldBy } from '../../domain/episode/entry.ts'
import { carryOut, type Application, type Outcome } from '../carry-out.ts'
import { idFrom, newId, newReference, requestHash } from '../ids.ts'
import type { Visitor } from '../ports.ts'
import type { EpisodeCard } from '../projections/rows.ts'
import { jointProtocols } from '../joint-protocols.ts'

type Concern = Pick<
  EpisodeBodies['concern-raised'],
  'expectedAt' | 'expectedBy' | 'whereabouts' | 'where' | 'authorisation' | 'how'
>

/** Someone notices that a child is not where they should be, and says whether they are worried now. */
export interface BeginEpisode {
  readonly visitor: Visitor
  readonly author: Author
  /** Made with the form, so that a second press is the same request. */
  readonly commandId: string
  readonly child: ChildId
  readonly noticed: Occurred
  readonly concern: Concern
  readonly threshold: EpisodeBodies['threshold-assessed']
  /** Who said it, where it is written down for somebody who has no way in of their own. */
  readonly toldBy?: ToldBy
  /** Children who are away together: one linked episode each, each with its own answer about worry. */
  readonly together: readonly EpisodeId[]
}

/** From this answer on the concern is on the server. A child who is back and still owed gets a new, linked episode. */
export async function beginEpisode(app: Application, asked: BeginEpisode): Promise<Outcome> {
  const episode = idFrom<'episode'>('episode', asked.child, asked.commandId)
  const { previous, record } = await app.store.read(asked.visitor, async (session) => ({
    previous: (await session.episodesOf(asked.child)).filter(isBackAndOwed),
    record: childAt(await session.child(asked.child), asked.noticed.at),
  }))
  const area = jointProtocols(app.protocols, await app.directory(), record, asked.author, asked.noticed.at)
  const { author, noticed } = asked
  const links = [
    ...previous.map((card) => ({ to: card.episode, as: 'previous' as const })),
    ...asked.together.map((to) => ({ to, as: 'together' as const })),
  ]
  const raised = {
    subject: { kind: 'child' as const, child: asked.child },
    reference: newReference(),
    ...area,
    ...asked.concern,
  }
  const told = (entry: NewEpisodeEntry): NewEpisodeEntry =>
    asked.toldBy === undefined ? entry : { ...entry, toldBy: asked.toldBy }
  const commands: readonly EpisodeCommand[] = [
    { name: 'raise-concern', entry: told(entryOf(author, 'concern-raised', noticed, raised)) },
    {
      name: 'assess-threshold',
      entry: told(entryOf(author, 'threshold-assessed', noticed, asked.threshold)),
    },
    ...links.map((link) => ({
      name: 'link-episode' as const,
      entry: entryOf(author, 'episode-linked', noticed, link),
    })),
  ]
  const { visitor: _visitor, author: _author, ...said } = asked
  return carryOut(app, {
    visitor: asked.visitor,
    author,
    child: asked.child,
    episode,
    key: { id: asked.commandId, requestHash: requestHash(said) },
    shown: 0,
    levels: [],
    commands,
  })
}

function isBackAndOwed({ response, voided }: EpisodeCard): boolean {
  return response === 'returned' && !voided
}

/** One new entry as this author writes it. */
export function entryOf<T extends EntryType>(
  author: Author,
  type: T,
  occurred: Occurred,
  body: EpisodeBodies[T],
): NewEpisodeEntry {
  return {
    id: newId<'entry'>(),
    type,
    version: entryVersions[type],
    occurred,
    by: author,
    body,
  } as NewEpisodeEntry
}

/** A moment known to the minute. */
export function atMinute(at: Moment): Occurred {
  return { at, precision: 'minute' }
}
