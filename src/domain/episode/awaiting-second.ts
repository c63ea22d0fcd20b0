import type { Chronology } from './entries.ts'
import { awaitsSecond, confirmationOf } from './second-person.ts'
import { voidedIn } from './voids.ts'

/** The list on which corrections and voids stand until a second person has acknowledged them, in the order of
    recording. */
export function awaitingSecond(chronology: Chronology): Chronology {
  const voided = voidedIn(chronology)
  return chronology.filter(
    (entry) =>
      awaitsSecond(entry) && !voided.has(entry.id) && confirmationOf(entry, chronology, voided) === undefined,
  )
}
