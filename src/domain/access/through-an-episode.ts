import type { Moment } from '../../kernel/moment.ts'
import { childAt } from '../child/child-at.ts'
import type { ChildStream } from '../child/child.ts'
import type { Directory, Post } from '../child/directory.ts'
import { holderOf } from '../child/holders.ts'
import type { Chronology, EntryOf } from '../episode/entries.ts'
import type { Author, ChildId, EpisodeId, OrganisationId } from '../episode/entry.ts'
import { episodeOf } from '../episode/evolve.ts'
import type { Section } from '../episode/sections.ts'
import type { Episode } from '../episode/state.ts'
import { episodeVoidIn } from '../episode/voids.ts'
import { earlier, postsOf, type Relationship } from './relationship.ts'

export interface Involved {
  readonly child: ChildId
  readonly stream: ChildStream
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly directory: Directory
}

type Reported = EntryOf<'reported-missing'>

const ofPolice: readonly Section[] = ['core', 'police-intelligence', 'interview-shared']

/** Everyone who may read one episode because they raised it or because police were told of it, and with it who the child
    is: for as long as it is not known to be an episode of another child. */
export function throughAnEpisode(involved: Involved): readonly Relationship[] {
  const episode = episodeOf(involved.chronology)
  if (episode.raised === undefined) return []
  const voided = episodeVoidIn(involved.chronology)?.since
  return [...raising(involved, episode), ...reporting(involved, episode)].flatMap((one) => {
    const until = earlier(one.until, voided)
    const identity = { ...one, sections: ['core'] as const, stream: involved.child }
    return [{ ...one, stream: involved.episode }, until === undefined ? identity : { ...identity, until }]
  })
}

/** Until the episode is closed. Of a council only the author: its other posts see the child by their own part in it. */
function raising(
  { chronology, directory }: Involved,
  { raised, response }: Episode,
): readonly Relationship[] {
  if (raised === undefined) return []
  const { by, recorded } = raised
  if (by.organisationKind === 'police')
    return [force(directory, by.organisation, recorded, 'raised the concern')]
  const until = response === 'closed' ? closedAt(chronology) : undefined
  return [
    {
      posts: colleaguesOf(by, directory),
      sections: ['core'],
      from: recorded,
      ...(until !== undefined && { until }),
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
function reporting({ chronology, directory, stream }: Involved, episode: Episode): readonly Relationship[] {
  const { reported, raised } = episode
  if (reported === undefined) return []
  const at = reported.occurred.at
  const occasion = raised === undefined ? {} : { raisedBy: raised.by.organisation }
  const ofArea = holderOf('police', childAt(stream, at), directory, at, occasion)
  const writing = chronology
    .filter(({ by }) => by.organisationKind === 'police')
    .map(({ by }) => by.organisation)
  const told = [acceptedBy(reported, directory), ofArea.kind === 'nobody' ? undefined : ofArea.organisation]
  const forces = [...told, ...writing].filter((id) => id !== undefined)
  return [...new Set(forces)].map((id) =>
    force(directory, id, reported.recorded, 'police were told of the episode'),
  )
}

function acceptedBy({ body: { police } }: Reported, directory: Directory): OrganisationId | undefined {
  return police.kind === 'accepted'
    ? directory.posts.find(({ id }) => id === police.post)?.organisation
    : undefined
}

function force(directory: Directory, id: OrganisationId, from: Moment, because: string): Relationship {
  return { posts: postsOf(directory, id, ['police', 'police-supervisor']), sections: ofPolice, from, because }
}

function closedAt(chronology: Chronology): Moment | undefined {
  return chronology.findLast(({ type }) => type === 'episode-closed')?.recorded
}
