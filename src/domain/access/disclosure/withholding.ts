import type { LondonDate } from '../../../kernel/london.ts'
import type { Said } from './acts.ts'
import type { WithholdingReason } from './reasons.ts'
import { longestDue, type SubjectAccess } from './request.ts'
import type { Standing } from './standing.ts'
import { placesOf, standsAlone } from './third-parties.ts'

interface Why {
  readonly reason: WithholdingReason
  readonly words: string
}

/** One letter stands everywhere, and says whose it is nowhere. */
const fewestLetters = 2
/** From here on what is sought is found inside words too: “Tyler” in “Tylers”. */
const fewestInsideWords = 3

/** Whether there are too few letters and digits to be sought in a record. */
export function isTooShortToSeek(sought: string): boolean {
  return lettersIn(sought) < fewestLetters
}

function lettersIn(text: string): number {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].length
}

/** Withholds these words wherever they stand in these passages, each place by itself; nothing where they stand nowhere, or
    are withheld already, or are too short to be sought. A name of two letters is found where it is a word of its own. */
export function withholdWords(standings: readonly Standing[], sought: string, why: Why): readonly Said[] {
  if (isTooShortToSeek(sought)) return []
  const isWhole = lettersIn(sought) < fewestInsideWords
  return standings.flatMap(({ passage, ruling }) =>
    (passage.lines ?? []).flatMap(({ text, fromDirectory }, line) =>
      placesOf(sought, text)
        .filter((place) => !isWhole || standsAlone(place, text))
        // Whoever is renamed stays withheld.
        .map((place) => (fromDirectory ? { from: 0, to: Number.MAX_SAFE_INTEGER } : place))
        .filter(
          ({ from, to }) =>
            !ruling.parts.some(
              ({ said: { part } }) => part?.line === line && part.from <= from && part.to >= to,
            ),
        )
        .map((place): Said => ({ kind: 'withheld', passage: passage.id, part: { line, ...place }, ...why })),
    ),
  )
}

/** Why the day cannot be this one; undefined where it can. It is made longer once. */
export function cannotBeLonger(
  { received, due, extended }: SubjectAccess,
  until: LondonDate,
): 'extended' | 'not-later' | 'too-long' | undefined {
  if (extended !== undefined) return 'extended'
  if (until <= due) return 'not-later'
  return until > longestDue(received.said.on) ? 'too-long' : undefined
}
