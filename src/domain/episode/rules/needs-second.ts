import { isAfter, parseMoment, plus, type Moment } from '../../../kernel/moment.ts'
import type { EntryType, EpisodeEntry, NewEpisodeEntry } from '../entries.ts'
import type { EffectiveEntry } from '../state.ts'
import type { Question } from './question.ts'

type Correcting = Extract<NewEpisodeEntry, { readonly type: 'entry-corrected' }>

/** Whether a correction waits for a second person: it removes a breach, leaves less owed, moves a clock's start by more than an hour,
    earlier or later, or makes and unmakes a start by what it says. Never what the caller says. */
export function correctionNeedsSecond(entry: Correcting, question: Question): boolean {
  if (question.circumstances.removesBreach || question.circumstances.loosens) return true
  const target = question.entries.find(({ id }) => id === entry.body.corrects)
  return target !== undefined && (movesStart(entry, target, question) || movesByWords(entry, target))
}

type Voiding = Extract<NewEpisodeEntry, { readonly type: 'recorded-in-error' }>

/** Whether a void waits for a second person: it removes a breach, stops a clock that runs, or takes back a whole episode of
    which police were told. Void and rewrite is no way round the second person of a correction. */
export function voidNeedsSecond({ body: { scope } }: Voiding, question: Question): boolean {
  const { circumstances, episode } = question
  if (scope.kind === 'episode') return circumstances.removesBreach || episode.reported !== undefined
  return circumstances.removesBreach || circumstances.loosens
}

/** Entries that no protocol can sensibly start a clock from. */
const startsNothing: ReadonlySet<EntryType> = new Set([
  'note-added',
  'reference-given',
  'episode-linked',
  'episode-shared',
  'passage-shared',
  'passage-not-shared',
  'interview-added-to',
  'intelligence-recorded',
  'finding-released',
  'finding-kept',
  'findings-compared',
])

function movesStart({ body }: Correcting, target: EffectiveEntry, { chronology }: Question): boolean {
  if (body.occurred === undefined || startsNothing.has(target.type)) return false
  return isOverAnHour(body.occurred.at, settled(target, chronology))
}

/** The time that two people last agreed on, or the first that was written: many small steps are one large one. */
function settled(target: EffectiveEntry, chronology: readonly EpisodeEntry[]): Moment {
  const agreed = target.corrections.findLast(({ confirmedBy }) => confirmedBy !== undefined)
  const original = chronology.find(({ id }) => id === target.id)
  return (agreed?.after ?? original?.occurred ?? target.occurred).at
}

function movesByWords({ body: { changes = {} } }: Correcting, target: EffectiveEntry): boolean {
  if (target.type === 'returned') return differs(changes, 'placeOfSafety', target.body.placeOfSafety ?? true)
  if (target.type === 'threshold-assessed') return differs(changes, 'worriedNow', target.body.worriedNow)
  if (target.type === 'harm-considered')
    return changes['answer'] === 'neither' && target.body.answer !== 'neither'
  // That a child is hurt waits for nobody.
  if (target.type === 'located')
    return changes['outcome'] !== 'harmed' && differs(changes, 'outcome', target.body.outcome)
  if (target.type === 'finding-recorded') return differs(changes, 'ofConcern', target.body.ofConcern)
  if (target.type === 'action-agreed') return isMovedFar(changes, 'byWhen', target.body.byWhen)
  if (target.type === 'review-called') return isMovedFar(changes, 'byWhen', target.body.byWhen)
  if (target.type === 'enquiry-concluded') return differs(changes, 'outcome', target.body.outcome)
  if (target.type === 'homecoming-agreed')
    return isMovedFar(changes, 'byWhen', target.body.byWhen) || differs(changes, 'led', target.body.led)
  return target.type === 'risk-assessed' && isMovedFar(changes, 'nextReview', target.body.nextReview)
}

function isMovedFar(changes: Readonly<Record<string, unknown>>, field: string, from: Moment): boolean {
  const said = changes[field]
  const to = typeof said === 'string' ? parseMoment(said) : undefined
  return to !== undefined && isOverAnHour(to, from)
}

function differs(changes: Readonly<Record<string, unknown>>, field: string, from: unknown): boolean {
  return Object.hasOwn(changes, field) && changes[field] !== from
}

function isOverAnHour(a: Moment, b: Moment): boolean {
  return isAfter(a, plus(b, 'PT1H')) || isAfter(b, plus(a, 'PT1H'))
}
