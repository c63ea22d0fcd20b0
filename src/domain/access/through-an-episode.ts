import { latest, type Moment } from '../../kernel/moment.ts'
import { childAt } from '../child/child-at.ts'
import type { ChildStream } from '../child/child.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { Holder } from '../child/holder.ts'
import { holderOf } from '../child/holders.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology, EntryOf } from '../episode/entries.ts'
import type { Author, ChildId, EpisodeId, OrganisationId } from '../episode/entry.ts'
import { episodeOf } from '../episode/evolve.ts'
import type { Role } from '../episode/roles.ts'
import type { Episode } from '../episode/state.ts'
import { episodeVoidIn } from '../episode/voids.ts'
import { firstReached, type Ladder } from './ladder.ts'
import { earlier, postsOf, type Relationship } from './relationship.ts'

export interface Involved {
  readonly child: ChildId
  readonly stream: ChildStream
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly directory: Directory
  readonly ladders: readonly Ladder[]
}

type Reported = EntryOf<'reported-missing'>
type Begun = Episode & { readonly raised: NonNullable<Episode['raised']> }

/** Everyone who may read one episode because they raised it, because police were told of it, because it was shared with
    them or because a silent duty has climbed to them, and with it who the child is: for as long as it is not known to be
    an episode of another child. */
export function throughAnEpisode(involved: Involved): readonly Relationship[] {
  const episode = episodeOf(involved.chronology)
  const { raised } = episode
  if (raised === undefined) return []
  const voided = episodeVoidIn(involved.chronology)?.since
  const ways = [raising, reporting, sharing, climbing].flatMap((way) => way(involved, { ...episode, raised }))
  return ways.flatMap((one) => {
    const until = earlier(one.until, voided)
    const identity = { ...one, stream: involved.child }
    return [{ ...one, stream: involved.episode }, until === undefined ? identity : { ...identity, until }]
  })
}

/** Until the episode is closed; a home, until the return: from then on it reads by the placement. Of a council only the
    author: its other posts see the child by their own part in it. */
function raising({ chronology, directory }: Involved, episode: Begun): readonly Relationship[] {
  const { by, recorded } = episode.raised
  const back = episode.returned ?? episode.careReturned
  if (by.organisationKind === 'police')
    return [force(directory, by.organisation, recorded, 'raised the concern')]
  return [
    {
      posts: colleaguesOf(by, directory),
      way: 'raising',
      from: recorded,
      ...(by.organisationKind === 'provider' && back !== undefined
        ? { until: back.occurred.at }
        : whileOpen(chronology, episode)),
      because: 'raised the concern',
    },
  ]
}

/** Those of the same team where the organisation has teams. */
function colleaguesOf(author: Author, directory: Directory): readonly Post[] {
  const own = directory.posts.find(({ id }) => id === author.post)
  if (author.organisationKind === 'council') return own === undefined ? [] : [own]
  return directory.posts.filter(
    ({ organisation, team }) =>
      organisation === author.organisation &&
      (own?.team === undefined || team === undefined || team === own.team),
  )
}

/** Every force that was told, is of the area, or has written in the chronology since the report. */
function reporting({ chronology, directory, stream }: Involved, episode: Begun): readonly Relationship[] {
  const { reported, raised } = episode
  if (reported === undefined) return []
  const at = reported.occurred.at
  const occasion = { raisedBy: raised.by.organisation }
  const ofArea = holderOf('police', childAt(stream, at), directory, at, occasion)
  const writing = chronology
    .filter(({ by }) => by.organisationKind === 'police')
    .map(({ by }) => by.organisation)
  const told = [acceptedBy(reported, directory), ofArea.kind === 'nobody' ? undefined : ofArea.organisation]
  const forces = [...told, ...writing].filter((id) => id !== undefined)
  return [
    ...[...new Set(forces)].map((id) =>
      force(directory, id, reported.recorded, 'police were told of the episode'),
    ),
    ...sightingsIn(chronology).map(([id, since]) =>
      force(directory, id, latest(since, reported.recorded), 'the child was seen in the area of the force'),
    ),
  ]
}

function sightingsIn(chronology: Chronology): readonly (readonly [OrganisationId, Moment])[] {
  return effective(chronology).flatMap((entry) =>
    entry.type === 'information-received' && entry.body.seenInAreaOf !== undefined
      ? [[entry.body.seenInAreaOf, entry.recorded] as const]
      : [],
  )
}

/** By a deliberate share, until the episode is closed. */
function sharing({ chronology, directory }: Involved, episode: Episode): readonly Relationship[] {
  return effective(chronology).flatMap((entry) =>
    entry.type === 'episode-shared'
      ? [
          {
            posts: postsOf(directory, entry.body.with, 'sharing'),
            way: 'sharing' as const,
            from: entry.recorded,
            ...whileOpen(chronology, episode),
            because: `${entry.by.organisationName} shared the episode`,
          },
        ]
      : [],
  )
}

/** By escalation: whoever a silent duty has climbed to reads what it is about, until the episode is closed. */
function climbing(
  { chronology, directory, stream, ladders }: Involved,
  episode: Begun,
): readonly Relationship[] {
  const occasion = { raisedBy: episode.raised.by.organisation }
  return firstReached(ladders).map(({ tell, at }) => ({
    posts: toldBy(tell, holderOf(tell, childAt(stream, at), directory, at, occasion), directory),
    way: 'ladder',
    from: at,
    ...whileOpen(chronology, episode),
    because: 'a duty was silent until it climbed to this post',
  }))
}

function toldBy(role: Role, holder: Holder, directory: Directory): readonly Post[] {
  if (holder.kind === 'nobody') return []
  return holder.kind === 'post'
    ? directory.posts.filter(({ id }) => id === holder.post)
    : postsOf(directory, holder.organisation, 'ladder', isPolice(role) ? officers : [role])
}

const officers: readonly Role[] = ['police', 'police-supervisor']

function isPolice(role: Role): boolean {
  return officers.includes(role)
}

function acceptedBy({ body: { police } }: Reported, directory: Directory): OrganisationId | undefined {
  return police.kind === 'accepted'
    ? directory.posts.find(({ id }) => id === police.post)?.organisation
    : undefined
}

function force(directory: Directory, id: OrganisationId, from: Moment, because: string): Relationship {
  return { posts: postsOf(directory, id, 'report'), way: 'report', from, because }
}

function whileOpen(chronology: Chronology, { response }: Episode): { readonly until?: Moment } {
  const closed = chronology.findLast(({ type }) => type === 'episode-closed')?.recorded
  return response !== 'closed' || closed === undefined ? {} : { until: closed }
}
