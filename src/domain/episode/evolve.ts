import { keptWith } from '../../kernel/kept-with.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { isBackByTheChild, isCareType } from './care-bodies.ts'
import { effective } from './effective.ts'
import type { Chronology, EntryType } from './entries.ts'
import { enter, formerResponse, isBack } from './response.ts'
import { spellsOf, type Step } from './spells.ts'
import type { EffectiveEntry, EffectiveOf, Episode } from './state.ts'
import { episodeVoidIn } from './voids.ts'

/** What the record says now. The concern comes first, whatever was written before it or happened before it; everything
    else counts in the order in which it happened. Total: any order of any entries gives a state. */
export const episodeOf = keptWith((chronology: Chronology): Episode => {
  const entries = effective(chronology)
  const raised = entries.find((entry) => entry.type === 'concern-raised')
  const others = entries.filter((entry) => entry !== raised)
  const steps = stepsOf(raised === undefined ? others : [raised, ...others])
  const told = steps.at(-1)?.episode ?? nothingYet
  const { answered, challenged } = challengesIn(entries)
  const voided = episodeVoidIn(chronology) !== undefined
  return {
    ...told,
    voided,
    spells: voided || raised?.body.subject.kind === 'care' ? [] : spellsOf(steps),
    openChallenges: challenged.filter((challenge) => !answered.has(challenge)),
    sequence: Math.max(0, ...chronology.map((entry) => entry.sequence)),
  }
})

/** How far the partnership has got, of entries as they stand in the order in which they happened. Spells, challenges and
    voids are read from the whole record, by `episodeOf`. */
export function courseOf(
  entries: readonly EffectiveEntry[],
): Omit<Episode, 'spells' | 'voided' | 'openChallenges' | 'sequence'> {
  const raised = entries.find((entry) => entry.type === 'concern-raised')
  const begun = raised === undefined ? nothingYet : evolve(nothingYet, raised)
  return entries.reduce((episode, entry) => (entry === raised ? episode : evolve(episode, entry)), begun)
}

function stepsOf(entries: readonly EffectiveEntry[]): readonly Step[] {
  const steps: Step[] = []
  let episode = nothingYet
  for (const entry of entries) {
    episode = evolve(episode, entry)
    steps.push({ entry, episode })
  }
  return steps
}

/** Before anything was recorded. */
export const nothingYet: Episode = {
  response: 'concern',
  spans: [],
  whereabouts: 'where-expected',
  authorisation: 'authorised',
  worriedNow: false,
  died: false,
  spells: [],
  voided: false,
  openChallenges: [],
  sequence: 0,
}

/** They say more about an episode and leave it where it stands. */
const still = [
  'action-taken',
  'concern-reviewed',
  'risk-view-given',
  'grade-challenged',
  'challenge-answered',
  'agency-informed',
  'asked',
  'information-received',
  'intelligence-recorded',
  'meeting-held',
  'acknowledged',
  'reference-given',
  'prevention-check-done',
  'prevention-check-not-possible',
  'homecoming-agreed',
  'child-welcomed',
  'conversation-held',
  'told-now',
  'telling-answered',
  'interview-offered',
  'interview-accepted',
  'interview-declined',
  'interview-arranged',
  'interview-attempted',
  'interview-held',
  'interview-not-held',
  'interview-served',
  'carers-account-taken',
  'host-asked',
  'host-answered',
  'interview-written-up',
  'interview-sent-back',
  'interview-approved',
  'interview-added-to',
  'passage-shared',
  'passage-not-shared',
  'finding-recorded',
  'finding-released',
  'finding-kept',
  'findings-compared',
  'action-agreed',
  'no-action-decided',
  'action-done',
  'action-ended',
  'care-conversation-held',
  'care-repair-agreed',
  'care-prevention-agreed',
  'harm-considered',
  'enquiry-begun',
  'enquiry-saw-child',
  'enquiry-concluded',
  'read-by-reviewing-officer',
  'review-called',
  'significance-considered',
  'plan-updated',
  'note-added',
  'entry-corrected',
  'recorded-in-error',
  'episode-linked',
  'episode-shared',
] as const

const stillTypes: ReadonlySet<EntryType> = new Set(still)

function changesNothing(
  entry: EffectiveEntry,
): entry is Extract<EffectiveEntry, { readonly type: (typeof still)[number] }> {
  return stillTypes.has(entry.type)
}

/** One entry further, in the order in which things happened. Spells, challenges and voids are read from the whole
    record. */
function evolve(episode: Episode, entry: EffectiveEntry): Episode {
  if (changesNothing(entry) || isOfAnotherSubject(episode, entry)) return episode
  switch (entry.type) {
    case 'concern-raised':
      return episode.raised === undefined ? raise(episode, entry) : episode
    case 'threshold-assessed':
      return assessThreshold(episode, entry)
    case 'reported-missing':
      return report({ ...episode, reported: episode.reported ?? entry }, entry)
    case 'risk-assessed':
      return { ...episode, grade: { level: entry.body.level, entry } }
    case 'answered':
      return entry.body.question === 'last-seen' ? { ...episode, lastSeen: entry.occurred } : episode
    case 'located':
      return locate(episode, entry)
    case 'returned':
      return isSafe(entry) ? comeBack(episode, entry) : turnUp(episode, entry)
    case 'care-reported-missing':
      return report({ ...episode, careReported: episode.careReported ?? entry }, entry)
    case 'care-located':
      return locateCare(episode, entry)
    case 'care-returned':
      return careComesBack(episode, entry)
    case 'episode-closed':
      return episode.response === 'closed' ? episode : enter(episode, 'closed', entry)
    case 'episode-reopened':
      return episode.response === 'closed' ? enter(episode, formerResponse(episode), entry) : episode
    default:
      return unreachable(entry)
  }
}

/** Nothing that is said of Care moves the search for a child. */
function isOfAnotherSubject({ raised }: Episode, { type }: EffectiveEntry): boolean {
  return isCareType(type) && raised?.body.subject.kind !== 'care'
}

/** Not said counts as safe. A child who has turned up somewhere unsafe is not back: someone must still hold them. */
export function isSafe(entry: { readonly body: { readonly placeOfSafety?: boolean } }): boolean {
  return entry.body.placeOfSafety !== false
}

function raise(episode: Episode, entry: EffectiveOf<'concern-raised'>): Episode {
  const { whereabouts, where, authorisation } = entry.body
  return enter({ ...placed(episode, whereabouts, where), raised: entry, authorisation }, 'concern', entry)
}

/** "Not now" moves the first concern to searching. Nothing moves a report back: police hold it until the return. */
function assessThreshold(episode: Episode, entry: EffectiveOf<'threshold-assessed'>): Episode {
  if (isBack(episode)) return episode
  const { worriedNow, whereabouts, where, authorisation } = entry.body
  const stated = whereabouts === undefined ? episode : placed(episode, whereabouts, where)
  const assessed = {
    ...stated,
    worriedNow,
    threshold: entry,
    authorisation: authorisation ?? episode.authorisation,
  }
  return episode.response === 'concern' && !worriedNow ? enter(assessed, 'searching', entry) : assessed
}

function report(episode: Episode, entry: EffectiveOf<'reported-missing' | 'care-reported-missing'>): Episode {
  const { response } = episode
  return response === 'concern' || response === 'searching' ? enter(episode, 'reported', entry) : episode
}

/** Someone has the child in sight and in charge; the child is not back, so the response stands. A child who has died is
    looked for no longer: what is owed to others is then seen through, as after a return. */
function locate(episode: Episode, entry: EffectiveOf<'located'>): Episode {
  const { where, outcome } = entry.body
  const seen = { ...episode, located: entry, died: episode.died || outcome === 'died' }
  if (isBack(episode)) return seen
  const found: Episode = { ...placed(seen, 'known-elsewhere', where), lastSeen: entry.occurred }
  const isOver = episode.response === 'returned' || episode.response === 'closed'
  return outcome === 'died' && !isOver ? enter(found, 'returned', entry) : found
}

function comeBack(episode: Episode, entry: EffectiveOf<'returned'>): Episode {
  if (episode.returned !== undefined) return episode
  const back = { ...placed(episode, 'where-expected', entry.body.to), returned: entry, worriedNow: false }
  const safe: Episode = { ...back, authorisation: 'authorised' }
  return episode.response === 'closed' ? safe : enter(safe, 'returned', entry)
}

function turnUp(episode: Episode, entry: EffectiveOf<'returned'>): Episode {
  return isBack(episode)
    ? episode
    : { ...placed(episode, 'known-elsewhere', entry.body.to), lastSeen: entry.occurred }
}

/** Care has been found somewhere else than it is owed; the child is still without it. */
function locateCare(episode: Episode, entry: EffectiveOf<'care-located'>): Episode {
  const found = { ...episode, careLocated: entry }
  return isBack(episode) ? found : placed(found, 'known-elsewhere', entry.body.where)
}

/** The child's own word outranks the record: what they say has not come back is still looked for. */
function careComesBack(episode: Episode, entry: EffectiveOf<'care-returned'>): Episode {
  if (isBack(episode)) return episode
  if (!isBackByTheChild(entry.body)) return placed(episode, 'known-elsewhere')
  const back: Episode = { ...placed(episode, 'where-expected'), careReturned: entry, worriedNow: false }
  return episode.response === 'closed' ? back : enter(back, 'returned', entry)
}

/** A place that was known before says nothing about where the child is now. */
function placed(episode: Episode, whereabouts: Episode['whereabouts'], where?: string): Episode {
  const moved: Omit<Episode, 'where'> & { where?: string } = { ...episode, whereabouts }
  delete moved.where
  return where === undefined ? moved : { ...moved, where }
}

function challengesIn(entries: readonly EffectiveEntry[]) {
  const answers = entries.filter((entry) => entry.type === 'challenge-answered')
  const challenges = entries.filter((entry) => entry.type === 'grade-challenged')
  return {
    answered: new Set(answers.map((entry) => entry.body.challenge)),
    challenged: challenges.map((entry) => entry.id),
  }
}
