import type { GradedPerson } from '../../domain/child/child.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import { effective } from '../../domain/episode/effective.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import type { EffectiveEntry } from '../../domain/episode/state.ts'
import type { Moment } from '../../kernel/moment.ts'

/** Something known from before that can raise risk. There is no kind that could lower it, and no count. */
export interface Earlier {
  readonly kind: 'harm' | 'place' | 'adult'
  readonly text: string
  readonly at: Moment
  readonly episode?: EpisodeId
  /** Of an adult: who says so, and how far it is relied on. */
  readonly graded?: GradedPerson
}

/** Earlier harms, places and adults of concern, latest first: what is kept about the child, and what earlier episodes
    found. They stand open beside a grade and the question of harm. */
export function earlierOf(
  record: ChildRecord,
  others: readonly { readonly id: EpisodeId; readonly chronology: Chronology }[],
): readonly Earlier[] {
  const kept = record.concernsKnown.map(({ kind, text, at, graded }) => ({
    kind,
    text,
    at,
    ...(graded !== undefined && { graded }),
  }))
  const found = others.flatMap(({ id, chronology }) =>
    effective(chronology).flatMap((entry) => {
      const learned = learnedFrom(entry)
      return learned === undefined ? [] : [{ ...learned, at: entry.occurred.at, episode: id }]
    }),
  )
  return [...kept, ...found].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function learnedFrom(entry: EffectiveEntry): Pick<Earlier, 'kind' | 'text'> | undefined {
  if (entry.type === 'harm-considered' && entry.body.answer !== 'neither')
    return { kind: 'harm', text: entry.body.reason }
  if (entry.type === 'prevention-check-done' && entry.body.harm === 'yes')
    return { kind: 'harm', text: entry.body.said }
  if (entry.type === 'located' && entry.body.outcome !== 'well')
    return { kind: 'harm', text: `Located ${entry.body.where}: ${entry.body.outcome}` }
  if (entry.type === 'information-received' && entry.body.place !== undefined)
    return { kind: 'place', text: entry.body.place }
  return undefined
}
