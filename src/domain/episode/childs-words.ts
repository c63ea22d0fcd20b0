import type { Moment } from '../../kernel/moment.ts'
import { effective } from './effective.ts'
import type { Chronology } from './entries.ts'
import type { Occurred, OrganisationId } from './entry.ts'
import type { EffectiveEntry, EffectiveOf } from './state.ts'
import { episodeVoidIn } from './voids.ts'

/** What a child said when somebody asked, letter by letter: no correction may say their words anew, only when it was. */
export interface ChildsWords {
  readonly occurred: Occurred
  readonly words: string
  /** What was first written down of when it was, and when that was put right. */
  readonly corrected?: { readonly before: Occurred; readonly recorded: Moment }
}

/** A part of what a child said that was given to somebody, as it was given. */
export interface SharedWords {
  readonly occurred: Occurred
  readonly with: OrganisationId
  readonly words: string
}

/** As it stands, the latest first. */
export function sharedWordsIn(chronology: Chronology): readonly SharedWords[] {
  if (episodeVoidIn(chronology) !== undefined) return []
  return effective(chronology)
    .flatMap((entry): readonly SharedWords[] => {
      if (entry.type !== 'passage-shared' || entry.body.passage === undefined) return []
      return [{ occurred: entry.occurred, with: entry.body.with, words: entry.body.passage }]
    })
    .toReversed()
}

/** As it stands: without what was recorded in error, and with every correction that counts. The latest first. */
export function childsWordsIn(chronology: Chronology): readonly ChildsWords[] {
  if (episodeVoidIn(chronology) !== undefined) return []
  return effective(chronology)
    .flatMap((entry): readonly ChildsWords[] => {
      if (!isAnswered(entry)) return []
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

type Answered =
  EffectiveOf<'interview-held'> | EffectiveOf<'interview-accepted'> | EffectiveOf<'interview-declined'>

function isAnswered(entry: EffectiveEntry): entry is Answered {
  return (
    entry.type === 'interview-held' ||
    entry.type === 'interview-accepted' ||
    entry.type === 'interview-declined'
  )
}
