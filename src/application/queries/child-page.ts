import type { Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Holder } from '../../domain/child/holder.ts'
import { freshFor } from '../../domain/child/photograph.ts'
import { holderOf } from '../../domain/child/holders.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { ChildCard, EpisodeCard } from '../projections/rows.ts'

export interface ChildPage {
  readonly now: Moment
  readonly child: ChildId
  readonly record: ChildRecord
  /** Latest first; those recorded in error stay in the list and say so. */
  readonly episodes: readonly EpisodeCard[]
  /** After how long a photograph is said to be old. */
  readonly photographsFreshFor: Within
  /** Of the child's Care, latest first. */
  readonly care: readonly EpisodeCard[]
  /** Some episode that the visitor may see says so. */
  readonly died: boolean
  /** Who answers for the child at this hour, in each role that somebody may have to ring. */
  readonly workers: readonly WorkerNow[]
  /** Whether the visitor answers for who looks at this record. */
  readonly mayReadLooks: boolean
  /** Other records of this child that the visitor may see. */
  readonly sameAs: readonly ChildCard[]
}

export interface WorkerNow {
  readonly role: Role
  readonly holder: Holder
}

const rolesToRing: readonly Role[] = [
  'carer',
  'social-worker',
  'reviewing-officer',
  'responsible-council',
  'police',
]

/** One child: identity, placements, authorities, workers, episodes. Nothing if the visitor may not see them.
    Records one look. */
export async function childPage(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<ChildPage | undefined> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const card = await session.card(child)
    if (card === undefined) return undefined
    await session.look({ what: 'child', children: [child] })
    const now = await session.now()
    const record = childAt(await session.child(child), now)
    const episodes = (await session.episodesOf(child)).toSorted((a, b) => (a.from < b.from ? 1 : -1))
    const care = await session.careEpisodesOf(child)
    const roles = record.hostCouncil === undefined ? rolesToRing : [...rolesToRing, 'host-council' as const]
    const answerable = { ...record, ...(card.answerable.without && { without: card.answerable.without }) }
    const workers = roles.map((role) => ({ role, holder: holderOf(role, answerable, directory, now) }))
    const died = await hasDied(session, episodes)
    const sameAs = await cardsOf(session, record.sameAs)
    const mayReadLooks = await session.mayReadLooks(child)
    return {
      now,
      child,
      record,
      photographsFreshFor: app.photographsFreshFor ?? freshFor,
      episodes,
      care,
      died,
      workers,
      mayReadLooks,
      sameAs,
    }
  })
}

async function cardsOf(session: ReadSession, children: readonly ChildId[]): Promise<readonly ChildCard[]> {
  const cards: ChildCard[] = []
  for (const child of children) {
    const card = await session.card(child)
    if (card !== undefined) cards.push(card)
  }
  return cards
}

async function hasDied(session: ReadSession, episodes: readonly EpisodeCard[]): Promise<boolean> {
  for (const { episode, voided } of episodes) {
    const found = voided ? undefined : await session.chronology(episode)
    if (found !== undefined && episodeOf(found.chronology).died) return true
  }
  return false
}
