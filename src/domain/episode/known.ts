import { isAfter, type Moment } from '../../kernel/moment.ts'
import type { Chronology } from './entries.ts'

/** What the record held at a moment, that moment included: corrections written later had not been made yet. */
export function asKnownAt(chronology: Chronology, at: Moment): Chronology {
  return chronology.filter((entry) => !isAfter(entry.recorded, at))
}
