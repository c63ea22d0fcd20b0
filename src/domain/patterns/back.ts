import { isAfter, millisecondsOf, momentAt, type Moment } from '../../kernel/moment.ts'
import { londonDate, startOfLondonDay } from '../../kernel/london.ts'
import { effective } from '../episode/effective.ts'
import { isSafe } from '../episode/evolve.ts'
import type { Chronology, EntryType } from '../episode/entries.ts'
import type { EntryId, Occurred } from '../episode/entry.ts'
import type { EffectiveEntry, EffectiveOf } from '../episode/state.ts'
import { episodeVoidIn } from '../episode/voids.ts'
import { isNotBefore } from '../protocol/matches.ts'
import type { Obligation } from '../protocol/obligation.ts'

/** The duties of a return that are counted, and by which of an edition's clauses each is laid, the first that is. */
export const countedDuties = {
  homecoming: ['agree-homecoming'],
  check: ['prevention-check'],
  offer: ['offer-interview'],
  interview: ['return-interview', 'return-interview-after-away'],
  afterAll: ['return-interview-after-all'],
  harm: ['consider-harm-at-return'],
  significance: ['consider-significance'],
} as const

export type CountedDuty = keyof typeof countedDuties

/** A moment as exactly as it is known: somewhere from the first to the second. */
export type Between = readonly [earliest: Moment, latest: Moment]

/** A duty as far as "in time?" is asked of it. Times, and never a standing. */
export interface Counted {
  /** Between the two where the day of the return is known and its hour is not. */
  readonly due: Between
  readonly met?: Between
  readonly excused?: Moment
  readonly cancelled?: Moment
}

/** An interview that was held about this return: here, or in another episode and about this one too. */
export interface Held {
  readonly when: Between
  /** The interview, which may serve several episodes. */
  readonly interview: EntryId
  readonly elsewhere: boolean
}

/** One return as it was known at one moment, as far as figures count it. */
export interface Back extends Readonly<Partial<Record<CountedDuty, Counted>>> {
  readonly returned: Occurred
  readonly policeTold: boolean
  /** From a statutory return: nothing of it was anybody's here. */
  readonly imported: boolean
  /** The first that stands. */
  readonly offered?: Between
  readonly accepted?: Between
  /** The child's own last answer, where it was no. */
  readonly declined?: Between
  readonly decidedNot?: Between
  /** All that were held, the first one first. */
  readonly held: readonly Held[]
}

/** What was known of the return of an episode, from the record and the duties as they were known. Undefined where the
    child was not known to be back at a place of safety, or the whole was recorded in error. */
export function backIn(chronology: Chronology, duties: readonly Obligation[]): Back | undefined {
  if (episodeVoidIn(chronology) !== undefined) return undefined
  const entries = effective(chronology)
  const returned = entries.find((entry) => entry.type === 'returned' && isSafe(entry))
  if (returned === undefined) return undefined
  const raised = first(entries, 'concern-raised')
  return {
    returned: returned.occurred,
    policeTold: first(entries, 'reported-missing') !== undefined,
    imported: raised?.body.how === 'imported',
    ...countedIn(entries, duties),
    ...ledgerIn(entries),
    held: heldIn(entries, returned),
  }
}

function countedIn(
  entries: readonly EffectiveEntry[],
  duties: readonly Obligation[],
): Readonly<Partial<Record<CountedDuty, Counted>>> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const found = Object.entries(countedDuties).flatMap(([name, clauses]) => {
    const laid = clauses.map((clause) => duties.findLast(({ duty }) => duty === clause))
    const duty = laid.find((one) => one !== undefined)
    return duty === undefined ? [] : [[name, counted(duty, byId)] as const]
  })
  return Object.fromEntries(found)
}

function counted(
  { startedBy, dueAt, endOfDay, met, discharged, cancelled }: Obligation,
  byId: ReadonlyMap<EntryId, EffectiveEntry>,
): Counted {
  const start = byId.get(startedBy)?.occurred
  const done = met && byId.get(met.entry)?.occurred
  return {
    // To the end of a day it is the same whatever the hour was.
    due: endOfDay ? [dueAt, dueAt] : [earlierBy(dueAt, start), dueAt],
    ...(met && { met: done?.precision === 'day' ? between(done) : [met.at, met.at] }),
    ...(discharged && { excused: discharged.at }),
    ...(cancelled && { cancelled: cancelled.at }),
  }
}

/** As much earlier as what began it may have been. */
function earlierBy(due: Moment, start: Occurred | undefined): Moment {
  if (start === undefined) return due
  const [earliest, latest] = between(start)
  return momentAt(millisecondsOf(due) - (millisecondsOf(latest) - millisecondsOf(earliest)))
}

function between({ at, precision }: Occurred): Between {
  return precision === 'day' ? [startOfLondonDay(londonDate(at)), at] : [at, at]
}

function ledgerIn(
  entries: readonly EffectiveEntry[],
): Pick<Back, 'offered' | 'accepted' | 'declined' | 'decidedNot'> {
  const offered = first(entries, 'interview-offered')
  const answers = entries.filter((entry) => isTheirAnswer(entry))
  const accepted = answers.find(({ type }) => type === 'interview-accepted')
  const answer = answers.at(-1)
  const decidedNot = first(entries, 'interview-not-held')
  return {
    ...(offered && { offered: between(offered.occurred) }),
    ...(accepted && { accepted: between(accepted.occurred) }),
    ...(answer?.type === 'interview-declined' && { declined: between(answer.occurred) }),
    ...(decidedNot && { decidedNot: between(decidedNot.occurred) }),
  }
}

/** Only the child's own answer counts: "the carer says no" is none. */
function isTheirAnswer(entry: EffectiveEntry): boolean {
  return (
    entry.type === 'interview-accepted' || (entry.type === 'interview-declined' && entry.body.childsOwnAnswer)
  )
}

function heldIn(entries: readonly EffectiveEntry[], returned: EffectiveEntry): readonly Held[] {
  return entries.flatMap((entry): readonly Held[] => {
    if (!isNotBefore(entry, returned.occurred)) return []
    const when = between(entry.occurred)
    if (entry.type === 'interview-held') return [{ when, interview: entry.id, elsewhere: false }]
    if (entry.type !== 'interview-served') return []
    return [{ when, interview: entry.body.interview, elsewhere: true }]
  })
}

function first<T extends EntryType>(entries: readonly EffectiveEntry[], type: T): EffectiveOf<T> | undefined {
  return entries.find((entry): entry is EffectiveOf<T> & EffectiveEntry => entry.type === type)
}

/** Whether one moment is surely after another, surely not, or nobody can say. */
export function compare(when: Between, due: Between): 'in-time' | 'late' | 'time-unknown' {
  if (!isAfter(when[1], due[0])) return 'in-time'
  return isAfter(when[0], due[1]) ? 'late' : 'time-unknown'
}
