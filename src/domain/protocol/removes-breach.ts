import { isAfter, type Moment } from '../../kernel/moment.ts'
import type { Chronology, EpisodeEntry } from '../episode/entries.ts'
import type { Obligation } from './obligation.ts'
import { standing, timesOf } from './standing.ts'

/** Whether a correction, once it counts, would make a duty that is late or overdue look as if it never was. */
export function removesBreach(
  chronology: Chronology,
  proposed: EpisodeEntry,
  dutiesIn: (known: Chronology) => readonly Obligation[],
  now: Moment,
): boolean {
  if (proposed.type !== 'entry-corrected' && proposed.type !== 'recorded-in-error') return false
  const after = new Map(dutiesIn([...chronology, asConfirmed(proposed)]).map((duty) => [duty.id, duty]))
  return dutiesIn(chronology)
    .filter((duty) => isBreached(duty, now))
    .some((duty) => {
      const then = after.get(duty.id)
      return then === undefined || !isBreached(then, now)
    })
}

function isBreached(duty: Obligation, now: Moment): boolean {
  const stands = standing(timesOf(duty), now)
  const endedLate = duty.discharged ?? duty.cancelled
  return (
    stands === 'overdue' ||
    stands === 'met-late' ||
    (endedLate !== undefined && isAfter(endedLate.at, duty.dueAt))
  )
}

function asConfirmed(entry: EpisodeEntry): EpisodeEntry {
  if (entry.type === 'entry-corrected') return { ...entry, body: { ...entry.body, needsSecond: false } }
  if (entry.type !== 'recorded-in-error') return entry
  const { needsSecond: _, ...body } = entry.body
  return { ...entry, body }
}
