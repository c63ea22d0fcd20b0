import type { ChildRecord } from '../../domain/child/record.ts'
import type { ChildId, EpisodeId } from '../../domain/episode/entry.ts'
import { effective } from '../../domain/episode/effective.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { Episode } from '../../domain/episode/state.ts'
import type { Answerable, BoardRow, ChildCard, EpisodeCard } from './rows.ts'

export function cardOf(child: ChildId, record: ChildRecord): ChildCard {
  const placement = record.placement?.setting.name
  return {
    child,
    ...identityOf(record),
    otherNames: record.otherNames,
    ...(record.telephone !== undefined && { telephone: record.telephone }),
    ...(record.address !== undefined && { address: record.address }),
    ...(placement !== undefined && { placement }),
    answerable: answerableOf(record),
    foundBy: foundBy(record),
  }
}

export function answerableOf({
  responsibleCouncil,
  hostCouncil,
  placement,
  workers,
}: ChildRecord): Answerable {
  return {
    ...(responsibleCouncil !== undefined && { responsibleCouncil }),
    ...(hostCouncil !== undefined && { hostCouncil }),
    ...(placement !== undefined && { placement }),
    workers,
  }
}

export function episodeCardOf(child: ChildId, id: EpisodeId, episode: Episode): EpisodeCard {
  const raised = raisedOf(episode)
  const back = episode.returned ?? episode.careReturned
  return {
    child,
    episode: id,
    reference: raised.body.reference,
    response: episode.response,
    voided: episode.voided,
    from: raised.occurred.at,
    ...(back && { returnedAt: back.occurred.at }),
    sequence: episode.sequence,
    ...(raised.body.care && {
      care: { strands: raised.body.care.strands, whereabouts: episode.whereabouts },
    }),
  }
}

/** A row for an episode that is open, or back and still held. */
export function boardRowOf(
  child: ChildId,
  id: EpisodeId,
  record: ChildRecord,
  episode: Episode,
  chronology: Chronology,
): readonly BoardRow[] {
  if (episode.response === 'closed' || episode.voided) return []
  const raised = raisedOf(episode)
  const placement = record.placement?.setting.name
  const lastKnown = lastKnownOf(episode)
  const lastSeen = lastSeenIn(chronology, episode)
  return [
    {
      child,
      episode: id,
      reference: raised.body.reference,
      ...identityOf(record),
      ...(placement !== undefined && { placement }),
      answerable: { ...answerableOf(record), raisedBy: raised.by.organisation },
      response: episode.response,
      whereabouts: episode.whereabouts,
      authorisation: episode.authorisation,
      policeKnow: episode.reported !== undefined,
      died: episode.died,
      from: episode.spells[0]?.from.at ?? episode.lastSeen?.at ?? raised.occurred.at,
      ...(episode.grade && { risk: episode.grade.level, riskSince: episode.grade.entry.occurred.at }),
      ...(episode.reported && { reportedAt: episode.reported.occurred.at }),
      ...(lastKnown !== undefined && { lastKnown }),
      ...(lastSeen !== undefined && { lastSeen }),
      ...(episode.lastSeen && {
        lastSeenAt: episode.lastSeen.at,
        lastSeenPrecision: episode.lastSeen.precision,
      }),
      imported: raised.body.how === 'imported',
      ...(episode.returned && {
        returnedAt: episode.returned.occurred.at,
        returnedTo: episode.returned.body.to,
      }),
    },
  ]
}

/** What was said of the last sighting, where words were: those of an earlier one would be given a later hour. */
function lastSeenIn(chronology: Chronology, { lastSeen }: Episode): string | undefined {
  const seen = effective(chronology).findLast(
    (entry) =>
      entry.type === 'answered' && entry.body.question === 'last-seen' && entry.occurred.at === lastSeen?.at,
  )
  return seen?.type === 'answered' ? seen.body.text : undefined
}

function lastKnownOf(episode: Episode): string | undefined {
  if (episode.located !== undefined) return episode.located.body.where
  return episode.where ?? raisedOf(episode).body.where
}

function identityOf(record: ChildRecord): Pick<ChildCard, 'name' | 'bornOn' | 'approximateAge' | 'pronoun'> {
  return {
    ...(record.name !== undefined && { name: record.name }),
    ...(record.bornOn !== undefined && { bornOn: record.bornOn }),
    ...(record.approximateAge !== undefined && { approximateAge: record.approximateAge }),
    pronoun: record.pronoun,
  }
}

/** Words by which a tired person may look for a child: names, date of birth as typed, telephone, address, placement. */
function foundBy(record: ChildRecord): string {
  const born = record.bornOn?.split('-') ?? []
  const words = [
    record.name,
    ...record.otherNames,
    record.bornOn,
    born.toReversed().join('/'),
    record.telephone?.replaceAll(' ', ''),
    record.telephone,
    record.address,
    record.placement?.setting.name,
    ...record.returnKeys,
  ]
  return words
    .filter((word) => word !== undefined && word !== '')
    .join(' ')
    .toLowerCase()
}

function raisedOf(episode: Episode): NonNullable<Episode['raised']> {
  if (episode.raised === undefined) throw new Error('An episode without its concern reached a projection.')
  return episode.raised
}
