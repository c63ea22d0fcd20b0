import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import type { Spell } from '../../../domain/episode/state.ts'
import { clockTime, lengthSince, onDay, sinceWords, whenWords } from '../../components/time.ts'
import { careLine, isOfCare } from './care-state.ts'
import type { ChildWords } from './child-words.ts'
import { sentences } from './reading.ts'

type Of = Pick<EpisodePage, 'episode' | 'at'>

/** When and where, under the state: "Missing for 5 hours 30 minutes, from 17:10 to 22:40 on Friday." */
export function absenceLine(page: Of, child: ChildWords): string {
  const { episode, at } = page
  const { raised, returned, located } = episode
  if (raised === undefined) return ''
  if (isOfCare(page)) return careLine(page)
  if (episode.voided)
    return 'Nothing in it counts. The record is kept, and whoever was told is told of the error.'
  if (episode.died)
    return located === undefined ? '' : sentences(`Recorded ${whenWords(located.recorded, at)}`)
  const from = episode.spells[0]?.from ?? episode.lastSeen ?? raised.occurred
  if (returned !== undefined)
    return sentences(
      `${away(page)} for ${lengthSince(from.at, returned.occurred.at, from.precision)}, ${spanWords(from, returned.occurred, at)}`,
      `Back at ${returned.body.to}${returned.body.placeOfSafety === true ? ', a place of safety' : ''}`,
    )
  return sentences(
    `${away(page)} for ${lengthSince(from.at, at, from.precision)}, since ${sinceWords(from.at, at, from.precision)}`,
    `Expected at ${raised.body.expectedAt}`,
    whereNow(page, child),
  )
}

function whereNow({ episode }: Of, child: ChildWords): string | undefined {
  const { located, where, whereabouts } = episode
  if (located !== undefined)
    return sentences(
      `Seen at ${located.body.where} by ${located.body.seenBy}`,
      `In charge of ${child.him}: ${located.body.inChargeOf}`,
    )
  if (where !== undefined) return `Last known place: ${where}`
  return whereabouts === 'unknown' ? `Nobody knows where ${child.heIs}` : undefined
}

function away({ episode }: Of): string {
  const kinds = new Set(episode.spells.map(({ kind }) => kind))
  if (kinds.size === 2) return 'Missing and away'
  if (kinds.has('missing')) return 'Missing'
  return kinds.has('away') ? 'Away without agreement' : 'Not where expected'
}

/** "from 05:06 to 10:06 on Thursday", or with both days where there are two. */
function spanWords(from: Occurred, until: Occurred, now: string): string {
  const ends = sinceWords(until.at, now, until.precision)
  const isOneDay =
    [from, until].every(({ precision }) => precision === 'minute') && onDay(from.at, until.at) === ''
  return `from ${isOneDay ? clockTime(from.at) : sinceWords(from.at, now, from.precision)} to ${ends}`
}

/** The spells of the statutory return, as one line each. */
export function spellLine({ kind, from, until }: Spell, now: string): string {
  const name = kind === 'missing' ? 'Missing (M)' : 'Away without authorisation (A)'
  return until === undefined
    ? `${name} from ${sinceWords(from.at, now, from.precision)}, and still.`
    : `${name} ${spanWords(from, until, now)}, ${lengthSince(from.at, until.at, from.precision)}.`
}
