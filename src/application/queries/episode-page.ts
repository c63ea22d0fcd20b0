import type { Moment } from '../../kernel/moment.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { CommandName, HeldElsewhere } from '../../domain/episode/command.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import { asKnownAt } from '../../domain/episode/known.ts'
import type { Episode } from '../../domain/episode/state.ts'
import { ledTo, type LedTo } from '../../domain/interview/so-what.ts'
import { asKnownBy } from '../../domain/protocol/facts.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import { heldIn } from '../held-elsewhere.ts'
import { answerableOf } from '../projections/cards.ts'
import { dutyRows, factsOf, learnedOf } from '../projections/project.ts'
import type { DutyRow, EpisodeCard } from '../projections/rows.ts'
import { byUrgency, dutyNow, type DutyNow } from '../who-holds.ts'
import { actsFor } from './acts.ts'
import { earlierOf, type Earlier } from './earlier.ts'

export interface EpisodePage {
  /** The moment that the page is about: now, or the moment as known at. */
  readonly at: Moment
  readonly asKnown: boolean
  readonly id: EpisodeId
  readonly child: ChildId
  readonly record: ChildRecord
  readonly episode: Episode
  /** Every entry known at that moment, by sequence; corrections and voided ones included. */
  readonly chronology: Chronology
  /** When something was recorded: the moments at which what was known changed, in order. */
  readonly steps: readonly Moment[]
  readonly duties: readonly DutyNow[]
  readonly acts: readonly CommandName[]
  readonly earlier: readonly Earlier[]
  readonly others: readonly EpisodeCard[]
  /** The interviews held in the child's other episodes, of those that the visitor may see. */
  readonly heldElsewhere: readonly HeldElsewhere[]
  /** What was learned in the child's other episodes, of those that the visitor may see. */
  readonly learnedElsewhere: readonly LearnedElsewhere[]
  /** The sequence of the last entry that the visitor reads: what a decision made on this page rests on. */
  readonly shown: number
}

export interface LearnedElsewhere {
  readonly episode: EpisodeId
  readonly finding: LedTo['finding']
}

/** One episode, now or as it was known at a moment; nothing if the visitor may not see it. Records one look. */
export async function episodePage(
  app: Application,
  visitor: Visitor,
  author: Author,
  id: EpisodeId,
  knownAt?: Moment,
): Promise<EpisodePage | undefined> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const found = await session.chronology(id)
    if (found === undefined) return undefined
    await session.look({
      what: knownAt === undefined ? 'episode' : 'episode as known at',
      children: [found.child],
    })
    const now = await session.now()
    const at = knownAt !== undefined && knownAt < now ? knownAt : now
    const whole = await readWhole(session, found.child)
    const chronology = asKnownAt(found.chronology, at)
    const episode = episodeOf(chronology)
    const record = childAt(whole.stream, at, at)
    const rows =
      knownAt === undefined
        ? await session.dutiesOf(id)
        : rowsThen(app, found.child, id, chronology, whole, at)
    const card = await session.card(found.child)
    const answerable = {
      ...answerableOf(record),
      ...(card?.answerable.without && { without: card.answerable.without }),
      ...(episode.raised && { raisedBy: episode.raised.by.organisation }),
    }
    return {
      at,
      asKnown: knownAt !== undefined,
      id,
      child: found.child,
      record,
      episode,
      chronology,
      steps: [...new Set(found.chronology.map(({ recorded }) => recorded))].toSorted(),
      duties: rows.map((row) => dutyNow(row, answerable, directory, at)).toSorted(byUrgency),
      acts: knownAt === undefined ? actsFor(episode, author, visitor.from) : [],
      earlier: earlierOf(
        record,
        whole.others.filter((other) => other.id !== id),
      ),
      others: whole.cards.filter((card) => card.episode !== id),
      heldElsewhere: heldIn(
        whole.others.filter((other) => other.id !== id).map((other) => [other.id, other.chronology]),
      ),
      learnedElsewhere: whole.others
        .filter((other) => other.id !== id)
        .flatMap((other) => ledTo(other.chronology).map(({ finding }) => ({ episode: other.id, finding }))),
      shown: found.chronology.at(-1)?.sequence ?? 0,
    }
  })
}

interface Whole {
  readonly stream: Awaited<ReturnType<ReadSession['child']>>
  readonly cards: readonly EpisodeCard[]
  readonly others: readonly { readonly id: EpisodeId; readonly chronology: Chronology }[]
}

async function readWhole(session: ReadSession, child: ChildId): Promise<Whole> {
  const stream = await session.child(child)
  const cards = await session.episodesOf(child)
  const others: { id: EpisodeId; chronology: Chronology }[] = []
  for (const { episode } of cards) {
    const found = await session.chronology(episode)
    if (found !== undefined) others.push({ id: episode, chronology: found.chronology })
  }
  return { stream, cards, others }
}

/** The duties as they were known: read off what had been recorded, never off today's projection. */
function rowsThen(
  app: Application,
  child: ChildId,
  id: EpisodeId,
  chronology: Chronology,
  whole: Whole,
  at: Moment,
): readonly DutyRow[] {
  const episodes = new Map(whole.others.map((other) => [other.id, other.chronology]))
  const facts = asKnownBy(factsOf(whole.stream, episodes, id), at)
  const learned = learnedOf(whole.stream, episodes, id).filter((moment) => moment <= at)
  return dutyRows(app.protocols, child, id, chronology, episodeOf(chronology), facts, learned)
}
