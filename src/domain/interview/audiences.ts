import { effective } from '../episode/effective.ts'
import type { Chronology } from '../episode/entries.ts'
import { sharedFor, type SharedFor } from '../episode/return-bodies.ts'
import type { EffectiveEntry, EffectiveOf } from '../episode/state.ts'

/** An interview, or a child's own refusal of one. */
export type Heard = EffectiveOf<'interview-held'> | EffectiveOf<'interview-declined'>

/** That a part of it was shared, or that it was decided not to. */
export type Decided = EffectiveOf<'passage-shared'> | EffectiveOf<'passage-not-shared'>

/** Who gets to know of one interview: for each audience what was decided, the latest first, and nothing where nothing was. */
export interface GetsToKnow {
  readonly heard: Heard
  readonly audiences: readonly { readonly of: SharedFor; readonly decided: readonly Decided[] }[]
  /** Of an older record, which does not say for whom. */
  readonly ofNobody: readonly Decided[]
}

/** Of each interview as the record stands, the latest first. */
export function whoGetsToKnow(chronology: Chronology): readonly GetsToKnow[] {
  const entries = effective(chronology)
  return entries
    .filter(isHeard)
    .map((heard) => {
      const decided = entries.filter(isDecided).filter(({ body }) => body.interview === heard.id)
      const of = (purpose: SharedFor | undefined) =>
        decided.filter(({ body }) => body.purpose === purpose).toReversed()
      return {
        heard,
        audiences: sharedFor.map((audience) => ({ of: audience, decided: of(audience) })),
        ofNobody: of(undefined),
      }
    })
    .toReversed()
}

function isHeard(entry: EffectiveEntry): entry is Heard {
  return entry.type === 'interview-held' || entry.type === 'interview-declined'
}

function isDecided(entry: EffectiveEntry): entry is Decided {
  return entry.type === 'passage-shared' || entry.type === 'passage-not-shared'
}
