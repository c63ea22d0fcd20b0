import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { effective } from '../../../domain/episode/effective.ts'
import type { Tidings } from '../../../domain/episode/entries.ts'
import { isRole, roleLabel, type Role } from '../../../domain/episode/roles.ts'
import type { EffectiveOf, Episode } from '../../../domain/episode/state.ts'
import type { Holder } from '../../../domain/child/holder.ts'
import { rolesTold } from '../../../domain/protocol/everyone-told.ts'
import { clockTime, whenWords } from '../../components/time.ts'
import type { Told } from '../../components/who-knows.ts'
import { capitalised } from './child-words.ts'
import { meansWords } from './value-words.ts'

type Telling = EffectiveOf<'agency-informed'>

/** The latest news of this episode: what whoever was told of it before should hear next. */
export function newsNow(episode: Episode): Tidings {
  if (episode.voided) return 'void'
  if ((episode.returned ?? episode.careReturned) !== undefined) return 'return'
  if ((episode.located ?? episode.careLocated) !== undefined) return 'location'
  return (episode.reported ?? episode.careReported) === undefined ? 'concern' : 'report'
}

export interface ToTell {
  readonly role: Role
  readonly holder?: Holder
}

/** Roles that have not heard the latest news and should: because a duty to tell them is open, or because they were told
    of the absence and not of its end. */
export function stillToTell(page: Pick<EpisodePage, 'chronology' | 'episode' | 'duties'>): readonly ToTell[] {
  const entries = effective(page.chronology)
  const news = newsNow(page.episode)
  const heard = new Set(
    tellings(page)
      .filter(({ body }) => body.told.kind !== 'one-not-told')
      .filter(isHeard(news))
      .map(({ body }) => body.role),
  )
  const ended = news === 'location' || news === 'return' || news === 'void'
  const roles = new Set([...dutiesToTell(page), ...(ended ? rolesTold(entries) : [])])
  // Whoever wrote down the news knows it.
  const writer = writerOf(page.episode, news)
  return [...roles]
    .filter((role) => !heard.has(role) && role !== writer)
    .map((role) => {
      const holder = page.duties.find(({ row }) => row.owedBy === role)?.holder
      return { role, ...(holder && { holder }) }
    })
}

/** One line for each role of whom the record says something, and for each that should know and does not. */
export function toldLines(
  page: Pick<EpisodePage, 'chronology' | 'episode' | 'duties'>,
  now: string,
): readonly Told[] {
  const all = tellings(page)
  const ofRoles = all.filter(({ body }) => body.told.kind !== 'one-not-told')
  const latest = new Map(ofRoles.map((telling) => [telling.body.role, telling]))
  const lines = [...latest.values()]
    .filter(({ body }) => body.role !== 'police' || page.episode.reported === undefined)
    .map((telling) => lineOf(telling, page, now))
  const waiting = stillToTell(page)
    .filter(({ role }) => !latest.has(role) && role !== 'police')
    .map(({ role }) => ({ who: capitalised(roleLabel(role)) }))
  return [...policeLine(page, latest.get('police'), now), ...waiting, ...lines, ...keptFrom(all)]
}

/** Those of several who are not told on purpose: each by name, once, with the last reason. */
function keptFrom(all: readonly Telling[]): readonly Told[] {
  const lines = all.flatMap(({ body: { role, told } }) =>
    told.kind === 'one-not-told'
      ? [{ who: `${capitalised(roleLabel(role))} (${told.who})`, notToldBecause: told.because }]
      : [],
  )
  return [...new Map(lines.map((line) => [line.who, line])).values()]
}

/** Police first, whatever else is said: how they were told of the absence, and what they heard since. */
function policeLine(
  { episode }: Pick<EpisodePage, 'episode'>,
  since: Telling | undefined,
  now: string,
): readonly Told[] {
  const { reported } = episode
  if (episode.raised?.body.subject.kind === 'care') return []
  if (reported === undefined)
    return episode.died || episode.voided || episode.returned ? [] : [{ who: 'Police' }]
  const { police } = reported.body
  const heard =
    since === undefined
      ? ''
      : `; ${newsWords(since.body.about, episode)} ${whenWords(since.occurred.at, now)}`
  return [
    {
      who: 'Police',
      told: `${whenWords(reported.occurred.at, now)}${police.kind === 'rang' ? ' by telephone' : ''}${heard}`,
      acknowledged: `by ${police.kind === 'rang' ? police.callTaker : reported.by.name}`,
    },
  ]
}

function lineOf(telling: Telling, page: Pick<EpisodePage, 'chronology' | 'episode'>, now: string): Told {
  const { role, about, told } = telling.body
  if (told.kind !== 'told') return { who: capitalised(roleLabel(role)), notToldBecause: told.because }
  const news = newsNow(page.episode)
  const isWriter = role === writerOf(page.episode, news)
  const since = isWriter ? '; recorded the news since' : `; not yet ${newsWords(news, page.episode)}`
  const confirmed = page.chronology.find(
    (entry) =>
      entry.type === 'acknowledged' && entry.body.of.kind === 'entry' && entry.body.of.entry === telling.id,
  )
  return {
    who: `${capitalised(roleLabel(role))} (${told.who})`,
    told: `${whenWords(telling.occurred.at, now)} ${meansWords[told.means]}, ${newsWords(about, page.episode)}${isHeard(news)(telling) ? '' : since}`,
    ...(confirmed && { acknowledged: `${clockTime(confirmed.occurred.at)}, by ${confirmed.by.name}` }),
  }
}

const ofNews: Readonly<Record<Tidings, string>> = {
  concern: 'of the concern',
  report: 'of the report',
  location: 'that the child is found',
  return: 'of the return',
  void: 'of the error',
}

/** Of a child who has died, "found" is not the word. */
function newsWords(news: Tidings, { died, raised }: Episode): string {
  if (raised?.body.subject.kind === 'care' && news === 'location') return 'that Care is found'
  return died && news === 'location' ? 'of what has happened' : ofNews[news]
}

function tellings({ chronology }: Pick<EpisodePage, 'chronology'>): readonly Telling[] {
  return effective(chronology).filter((entry) => entry.type === 'agency-informed')
}

/** Whoever knows of the return knows of the location and of the absence. */
function isHeard(news: Tidings): (telling: Telling) => boolean {
  const order: readonly Tidings[] = ['concern', 'report', 'location', 'return']
  return ({ body: { about } }) =>
    news === 'void' ? about === 'void' : about !== 'void' && order.indexOf(about) >= order.indexOf(news)
}

/** Duties named after whom they tell: `tell-school`. */
function dutiesToTell({ duties }: Pick<EpisodePage, 'duties'>): readonly Role[] {
  return duties.flatMap(({ row, standing }) => {
    const role = row.duty.replace(/^tell-/, '')
    const isOwed = standing === 'open' || standing === 'overdue'
    return row.duty.startsWith('tell-') && isRole(role) && isOwed ? [role] : []
  })
}

function writerOf(episode: Episode, news: Tidings): Role | undefined {
  if (news === 'return') return (episode.returned ?? episode.careReturned)?.by.role
  if (news === 'location') return (episode.located ?? episode.careLocated)?.by.role
  return undefined
}
