import type { Moment } from '../../kernel/moment.ts'
import { effective } from './effective.ts'
import type { Chronology } from './entries.ts'
import type { Occurred } from './entry.ts'
import { episodeVoidIn } from './voids.ts'

/** What a child said when somebody asked, letter by letter: no correction may say their words anew, only when it was. */
export interface ChildsWords {
  readonly occurred: Occurred
  readonly words: string
  /** What was first written down of when it was, and when that was put right. */
  readonly corrected?: { readonly before: Occurred; readonly recorded: Moment }
}

/** As it stands: without what was recorded in error, and with every correction that counts. The latest first. */
export function childsWordsIn(chronology: Chronology): readonly ChildsWords[] {
  if (episodeVoidIn(chronology) !== undefined) return []
  return effective(chronology)
    .flatMap((entry): readonly ChildsWords[] => {
      if (entry.type !== 'interview-held' && entry.type !== 'interview-declined') return []
      const { occurred, corrections } = entry
      const words = entry.body.childsWords
      if (words === undefined) return []
      const applied = corrections.filter(
        ({ standing, before, after }) => standing === 'applied' && before !== after,
      )
      const [first, last] = [applied[0], applied.at(-1)]
      return [
        {
          occurred,
          words,
          ...(first && last && { corrected: { before: first.before, recorded: last.recorded } }),
        },
      ]
    })
    .toReversed()
}
