import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { earliest, type Moment } from '../../kernel/moment.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { NewEpisodeEntry } from '../../domain/episode/entries.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import { merged, obligations } from '../../domain/protocol/obligations.ts'
import { asRecorded } from '../as-recorded.ts'
import type { Application } from '../carry-out.ts'
import { atMinute, entryOf } from '../commands/begin-episode.ts'
import { newId } from '../ids.ts'
import { jointProtocols, type Joint } from '../joint-protocols.ts'
import type { Visitor } from '../ports.ts'
import { factsOf } from '../projections/project.ts'
import type { EpisodeCard } from '../projections/rows.ts'
import { editionOf } from '../protocols.ts'
import { earlierOf, type Earlier } from './earlier.ts'

export interface BeforeReport {
  readonly now: Moment
  readonly child: ChildId
  readonly record: ChildRecord
  /** What can raise the worry: never how often the child was away. */
  readonly earlier: readonly Earlier[]
  /** The child is being looked for already, as far as the visitor may see: everyone works in that one. */
  readonly open?: EpisodeCard
  /** Whether the visitor sees that the child was away before. */
  readonly hasBeenAway: boolean
  /** When looking has to end in telling police, if looking began now. Not after `now`: at once. */
  readonly lookUntil: Moment
}

/** What the question of worry is asked with. Nothing if the visitor may not see the child. Records one look. */
export async function beforeReport(
  app: Application,
  visitor: Visitor,
  author: Author,
  child: ChildId,
): Promise<BeforeReport | undefined> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    if ((await session.card(child)) === undefined) return undefined
    await session.look({ what: 'child, to report', children: [child] })
    const now = await session.now()
    const stream = await session.child(child)
    const record = childAt(stream, now)
    const cards = (await session.episodesOf(child)).filter(({ voided }) => !voided)
    const open = cards.find(({ response }) => response !== 'returned' && response !== 'closed')
    const joint = jointProtocols(app.protocols, directory, record, author, now)
    return {
      now,
      child,
      record,
      earlier: earlierOf(record, []),
      ...(open !== undefined && { open }),
      hasBeenAway: cards.length > 0 || record.spells.length > 0,
      lookUntil: lookUntil(app, joint, stream, author, child, now),
    }
  })
}

/** Read off the protocol as it would run if "not now" were answered now, so that the page promises what the clock does. */
function lookUntil(
  { protocols }: Application,
  { partnership, editions: refs }: Joint,
  stream: ChildStream,
  author: Author,
  child: ChildId,
  now: Moment,
): Moment {
  const episode = newId<'episode'>()
  const imagined: readonly NewEpisodeEntry[] = [
    entryOf(author, 'concern-raised', atMinute(now), {
      subject: { kind: 'child', child },
      reference: '',
      partnership,
      editions: refs,
      expectedAt: '',
      whereabouts: 'unknown',
      authorisation: 'not-authorised',
      how: 'noticed',
    }),
    entryOf(author, 'threshold-assessed', atMinute(now), { worriedNow: false }),
  ]
  const chronology = asRecorded(imagined, 0, episode, now)
  const editions = refs.map((ref) => editionOf(protocols, ref))
  const facts = factsOf(stream, new Map(), episode)
  const untilReasonable = new Set(
    editions
      .flatMap(({ clauses }) => clauses)
      .filter(({ length, on }) => on && length.kind === 'reasonable-time')
      .map(({ duty }) => duty),
  )
  const duties = merged(editions.map((edition) => obligations(chronology, edition, facts, englandCalendar)))
  const due = duties.filter(({ duty }) => untilReasonable.has(duty)).map(({ dueAt }) => dueAt)
  return earliest(...due) ?? now
}
