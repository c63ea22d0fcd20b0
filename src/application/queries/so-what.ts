import type { Directory } from '../../domain/child/directory.ts'
import { holderOf } from '../../domain/child/holders.ts'
import { effective } from '../../domain/episode/effective.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { ChildId, EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import type { EffectiveOf } from '../../domain/episode/state.ts'
import { mayBeOne, namedIn } from '../../domain/interview/alike.ts'
import { became, ledTo, type Became, type LedTo } from '../../domain/interview/so-what.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { ChildCard } from '../projections/rows.ts'
import { dutyNow, type DutyNow } from '../who-holds.ts'

/** Another finding that may be about the same person, place, vehicle, telephone or online name. */
export interface Alike {
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly finding: LedTo['finding']
  readonly isOwn: boolean
  /** What somebody said of the two, where somebody did. */
  readonly compared?: Comparison
}

/** One finding with what it led to, as far as the reader reads it. */
export interface FoundOut extends LedTo {
  readonly child: Pick<ChildCard, 'child' | 'name' | 'bornOn' | 'approximateAge' | 'pronoun'>
  readonly episode: EpisodeId
  readonly reference: string | undefined
  /** Of the allocated worker; undefined where nobody is allocated. */
  readonly team: string | undefined
  readonly became: Became
  /** Nothing is agreed in an episode that is closed: it is reopened first. */
  readonly isClosed: boolean
  /** What is owed about it now. */
  readonly owes: readonly DutyNow[]
  readonly alike: readonly Alike[]
}

export interface SoWhat {
  readonly now: Moment
  readonly of: SoWhatOf
  readonly found: readonly FoundOut[]
  /** There were more absences on the board than one page can bear. */
  readonly more: boolean
}

export type SoWhatOf =
  | { readonly kind: 'everything' }
  | { readonly kind: 'child'; readonly child: ChildId }
  | { readonly kind: 'episode'; readonly episode: EpisodeId }

/** As many absences as one page can bear. */
const most = 120

/** What was learned and where it leads: of one episode, of one child, or of everything on the board, as far as the visitor
    reads it. Undefined for an episode or a child that they may not see. Records one look. */
export async function soWhat(app: Application, visitor: Visitor, of: SoWhatOf): Promise<SoWhat | undefined> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const now = await session.now()
    const episodes = await episodesOf(session, of)
    if (episodes === undefined) return undefined
    const read = await readAll(session, episodes.slice(0, most))
    const cards = new Map<ChildId, ChildCard>()
    for (const child of new Set(read.map((one) => one.child))) {
      const card = await session.card(child)
      if (card !== undefined) cards.set(child, card)
    }
    const all = read.flatMap((one) => {
      const card = cards.get(one.child)
      return card === undefined ? [] : foundIn({ ...one, card }, directory, now)
    })
    const said = comparisonsIn(read)
    const among = all.map((one) => ({ ...one, alike: alikeOf(one, all, said) }))
    const found = of.kind === 'episode' ? among.filter(({ episode }) => episode === of.episode) : among
    await session.look({ what: 'so what', children: [...new Set(shownOf(of, read, found))] })
    return { now, of, found, more: episodes.length > most }
  })
}

async function episodesOf(session: ReadSession, of: SoWhatOf): Promise<readonly EpisodeId[] | undefined> {
  if (of.kind === 'everything') return (await session.board()).map(({ episode }) => episode)
  const child = of.kind === 'child' ? of.child : (await session.chronology(of.episode))?.child
  if (child === undefined) return undefined
  const cards = await session.episodesOf(child)
  if (of.kind === 'child' && (await session.card(child)) === undefined) return undefined
  const ids = cards.filter(({ voided }) => !voided).map(({ episode }) => episode)
  return of.kind === 'episode' ? [...new Set([of.episode, ...ids])] : ids
}

interface ReadEpisode {
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly duties: Awaited<ReturnType<ReadSession['dutiesOf']>>
}

async function readAll(
  session: ReadSession,
  episodes: readonly EpisodeId[],
): Promise<readonly ReadEpisode[]> {
  const read: ReadEpisode[] = []
  for (const episode of episodes) {
    const found = await session.chronology(episode)
    if (found === undefined) continue
    const hasAny = found.chronology.some(({ type }) => type === 'finding-recorded')
    read.push({ ...found, episode, duties: hasAny ? await session.dutiesOf(episode) : [] })
  }
  return read
}

type Found = Omit<FoundOut, 'alike'>

function foundIn(
  { card, episode, chronology, duties }: ReadEpisode & { readonly card: ChildCard },
  directory: Directory,
  now: Moment,
): readonly Found[] {
  const { raised, response } = episodeOf(chronology)
  const answerable = { ...card.answerable, ...(raised && { raisedBy: raised.by.organisation }) }
  const worker = holderOf('social-worker', answerable, directory, now)
  const team = worker.kind === 'post' ? directory.posts.find(({ id }) => id === worker.post)?.team : undefined
  return ledTo(chronology).map((led) => {
    const about = new Set([
      `answer-finding/${led.finding.id}`,
      ...led.actions.map(({ agreed }) => `do-what-was-agreed/${agreed.id}`),
    ])
    return {
      ...led,
      child: card,
      episode,
      reference: raised?.body.reference,
      team,
      became: became(led, now),
      isClosed: response === 'closed',
      owes: duties
        .filter(({ id }) => about.has(id))
        .map((row) => dutyNow(row, answerable, directory, now))
        .filter(({ standing }) => standing === 'open' || standing === 'overdue'),
    }
  })
}

/** Whom the page is about: the child whose page or episode it is, also where nothing was learned; of everything, those of
    whom something stands on it. */
function shownOf(of: SoWhatOf, read: readonly ReadEpisode[], found: readonly Found[]): readonly ChildId[] {
  switch (of.kind) {
    case 'everything':
      return found.map(({ child }) => child.child)
    case 'child':
      return [of.child]
    case 'episode':
      return read.map(({ child }) => child)
  }
}

type Comparison = EffectiveOf<'findings-compared'>

/** In the order in which they were said, in whichever episode. */
function comparisonsIn(read: readonly ReadEpisode[]): readonly Comparison[] {
  return read
    .flatMap(({ chronology }) => effective(chronology))
    .filter((entry) => entry.type === 'findings-compared')
    .toSorted((a, b) => (a.recorded < b.recorded ? -1 : 1))
}

/** Asked of what the reader reads on both sides, and of nothing else. */
function alikeOf(one: Found, all: readonly Found[], said: readonly Comparison[]): readonly Alike[] {
  const named = namedIn(one.finding)
  if (named === undefined) return []
  return all.flatMap((other): readonly Alike[] => {
    const theirs = namedIn(other.finding)
    if (other.finding.id === one.finding.id || theirs === undefined) return []
    const compared = lastOn(said, one.finding.id, other.finding.id)
    if (compared === undefined && !mayBeOne(named, theirs)) return []
    const { child } = other.child
    return [
      {
        child,
        episode: other.episode,
        finding: other.finding,
        isOwn: child === one.child.child,
        ...(compared && { compared }),
      },
    ]
  })
}

function lastOn(said: readonly Comparison[], one: EntryId, other: EntryId): Comparison | undefined {
  return said.findLast(({ body }) => {
    const pair = [body.finding, body.other.finding]
    return pair.includes(one) && pair.includes(other)
  })
}
