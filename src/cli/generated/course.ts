import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import { waysBack } from './calibration.ts'
import { hour, type Minute } from './minutes.ts'
import type { Night } from './night.ts'

/** When what happened: the bones of one night, in the order in which they come. */
export interface Course {
  readonly noticed: Minute
  readonly isWorried: boolean
  /** When police were told; absent where the child was back before. */
  readonly reported?: Minute
  /** When somebody had the child in charge, where that was before they were back. */
  readonly located?: Minute
  readonly returned: Minute
  readonly how: EpisodeBodies['returned']['how']
}

export function courseOf({ absence, age, chance }: Night): Course {
  const { left, back, evening, kind } = absence
  const away = back - left
  const isEvening = evening !== undefined && kind === 'missing'
  const slow = Math.min(90, away / 5) * (0.6 + chance.next() * 0.4)
  const noticed = left + (isEvening ? 35 : Math.max(5, Math.floor(slow)))
  const isWorried = isEvening ? evening !== 'searching' : chance.happens(age <= 12 ? 0.97 : 0.62)
  const looking = isWorried ? Math.round(chance.around(8, 1.8)) : chance.between(20, 120)
  const told = noticed + Math.min(Math.max(3, looking), Math.floor((back - noticed) * 0.6))
  const isTold = kind === 'missing' && (isEvening || (away > 50 && !chance.happens(0.03)))
  // Police bring nobody home of whom they were not told.
  const how = isTold ? chance.weighted(waysBack) : chance.pick(['by-themselves', 'brought-by-carer'] as const)
  const isFound = isTold && how === 'brought-by-police'
  return {
    noticed,
    isWorried,
    ...(isTold && { reported: (isEvening ? toldThatEvening(evening, left) : undefined) ?? told }),
    ...(isFound && { located: back }),
    returned: isFound ? back + chance.between(15, 100) : back,
    how,
  }
}

/** Minutes after they left at which police are told on the last evening: for two of the children not yet. */
function toldThatEvening(
  evening: NonNullable<Night['absence']['evening']>,
  left: Minute,
): Minute | undefined {
  switch (evening) {
    case 'concern':
    case 'searching':
      return left + 3 * hour
    case 'reported':
      return left + 105
    case 'graded':
    case 'returned':
      return left + 45
    case 'closed':
    case 'error':
      return undefined
  }
}
