import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { authorisations, riskLevels, whereaboutsValues } from '../../../domain/episode/entries.ts'
import { commands, type CommandName } from '../../../domain/episode/command.ts'
import type { Episode } from '../../../domain/episode/state.ts'
import { responses } from '../../../domain/episode/state.ts'
import { occurred } from '../bodies.ts'
import { gradedPerson } from '../child-bodies.ts'
import {
  anyText,
  count,
  described,
  flag,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  oneOf,
  type ValueOf,
} from '../shape.ts'
import { childRecord, childRecordOf, episodeSummary, episodeSummaryOf } from './children.ts'
import { duty, dutyOf } from './duties.ts'
import { entry } from './entries.ts'

const commandNames = Object.keys(commands) as readonly CommandName[]

const state = named(
  'EpisodeState',
  object({
    reference: maybe(described(anyText, 'For speech and messages; it says nothing of the child.')),
    response: oneOf(responses),
    whereabouts: oneOf(whereaboutsValues),
    where: maybe(anyText),
    authorisation: oneOf(authorisations),
    worriedNow: flag,
    lastSeen: maybe(occurred),
    reportedAt: maybe(moment),
    grade: maybe(object({ level: oneOf(riskLevels), at: moment, entry: id<'entry'>() })),
    locatedAt: maybe(moment),
    returnedAt: maybe(moment),
    died: flag,
    voided: flag,
    spells: list(object({ kind: oneOf(['missing', 'away']), from: occurred, until: maybe(occurred) })),
    openChallenges: list(id<'entry'>()),
  }),
)

export const earlierKnown = list(
  object({
    kind: oneOf(['harm', 'place', 'adult']),
    graded: maybe(gradedPerson),
    text: anyText,
    at: moment,
    episode: maybe(id<'episode'>()),
  }),
)

export const episodeAnswer = named(
  'Episode',
  object({
    at: described(moment, 'The moment that this answer is about.'),
    asKnown: described(flag, 'As it was known at that moment, and not as it is known now.'),
    episode: id<'episode'>(),
    child: id<'child'>(),
    sequence: described(count, 'How many entries there are now: what If-Match of a decision says.'),
    record: childRecord,
    state,
    chronology: list(entry),
    steps: described(list(moment), 'The moments at which what was known changed.'),
    duties: list(duty),
    mayDo: described(list(oneOf(commandNames)), 'What this post can do now, likeliest first.'),
    earlier: described(earlierKnown, 'Known from before: it can raise a risk and never lower one.'),
    others: list(episodeSummary),
  }),
)

export function episodeAnswerOf(page: EpisodePage): ValueOf<typeof episodeAnswer> {
  return {
    at: page.at,
    asKnown: page.asKnown,
    episode: page.id,
    child: page.child,
    sequence: page.shown,
    record: childRecordOf(page.record),
    state: stateOf(page.episode),
    chronology: page.chronology,
    steps: page.steps,
    duties: page.duties.map(dutyOf),
    mayDo: page.acts,
    earlier: page.earlier,
    others: page.others.map(episodeSummaryOf),
  }
}

function stateOf(episode: Episode): ValueOf<typeof state> {
  const { raised, reported, grade, located, returned, where, lastSeen } = episode
  return {
    ...(raised && { reference: raised.body.reference }),
    response: episode.response,
    whereabouts: episode.whereabouts,
    ...(where !== undefined && { where }),
    authorisation: episode.authorisation,
    worriedNow: episode.worriedNow,
    ...(lastSeen && { lastSeen }),
    ...(reported && { reportedAt: reported.occurred.at }),
    ...(grade && { grade: { level: grade.level, at: grade.entry.occurred.at, entry: grade.entry.id } }),
    ...(located && { locatedAt: located.occurred.at }),
    ...(returned && { returnedAt: returned.occurred.at }),
    died: episode.died,
    voided: episode.voided,
    spells: episode.spells,
    openChallenges: episode.openChallenges,
  }
}

/** The ETag of an episode: how many entries it has. */
export function etagOf(sequence: number): string {
  return `"${sequence}"`
}
