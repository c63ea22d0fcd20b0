import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { isDeepStrictEqual } from 'node:util'
import type { ChildStream, Setting } from '../../domain/child/child.ts'
import { corrected } from '../../domain/child/corrected.ts'
import { covers } from '../../domain/child/span.ts'
import { lookedAfterOf, placementsOf } from '../../domain/child/timeline.ts'
import type { EntryId } from '../../domain/episode/entry.ts'

/** A year's return begins in the middle of things: its first row may only carry on what last year's said. */

export function alreadyInCare(stream: ChildStream, from: LondonDate, legalStatus: string): boolean {
  const at = endOfLondonDay(from)
  return lookedAfterOf(corrected(stream)).some((one) => one.legalStatus === legalStatus && covers(one, at))
}

/** The entry of the stay that goes on at the end of that day, at the same place. */
export function alreadyPlaced(stream: ChildStream, from: LondonDate, setting: Setting): EntryId | undefined {
  const at = endOfLondonDay(from)
  return placementsOf(corrected(stream)).find(
    (one) => covers(one, at) && isDeepStrictEqual(one.setting, setting),
  )?.entry
}
