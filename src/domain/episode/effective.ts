import { keptWith } from '../../kernel/kept-with.ts'
import { isAfter, isBefore } from '../../kernel/moment.ts'
import type { Chronology, EntryOf, EpisodeEntry } from './entries.ts'
import type { EntryId } from './entry.ts'
import { isCorrectable } from './correctable.ts'
import { awaitsSecond, confirmationOf } from './second-person.ts'
import type { Correction, EffectiveEntry } from './state.ts'
import { voidedIn } from './voids.ts'

/** The entries as they now stand, in the order in which things happened: corrections applied, each with its trail, and
    without what was recorded in error. A correction that waits for a second person is in the trail and changes nothing.
    Times are UTC moments; what happened at one moment stays in the order of recording. Never throws. */
export const effective = keptWith((chronology: Chronology): readonly EffectiveEntry[] => {
  const recorded = chronology.toSorted((a, b) => a.sequence - b.sequence)
  const voided = voidedIn(recorded)
  const standing = recorded.filter((entry) => !voided.has(entry.id))
  const corrections = standing.filter((entry) => entry.type === 'entry-corrected')
  return standing
    .map((entry) => corrected(entry, corrections, standing))
    .toSorted(
      (a, b) =>
        Number(isAfter(a.occurred.at, b.occurred.at)) - Number(isBefore(a.occurred.at, b.occurred.at)),
    )
})

type Correcting = EntryOf<'entry-corrected'>

function corrected(
  entry: EpisodeEntry,
  corrections: readonly Correcting[],
  standing: Chronology,
): EffectiveEntry {
  return corrections
    .filter(({ body, sequence }) => body.corrects === entry.id && sequence > entry.sequence)
    .reduce<EffectiveEntry>((so, correction) => withCorrection(so, correction, standing), {
      ...entry,
      corrections: [],
    })
}

const nobody: ReadonlySet<EntryId> = new Set()

function withCorrection(entry: EffectiveEntry, correction: Correcting, standing: Chronology): EffectiveEntry {
  const { body } = correction
  const confirmed = awaitsSecond(correction) ? confirmationOf(correction, standing, nobody) : undefined
  const applies = !awaitsSecond(correction) || confirmed !== undefined
  const trail: Correction = {
    entry: correction.id,
    before: entry.occurred,
    after: body.occurred ?? entry.occurred,
    reason: body.reason,
    ...(body.evidence !== undefined && { evidence: body.evidence }),
    recorded: correction.recorded,
    standing: applies ? 'applied' : 'awaiting-second',
    ...(confirmed !== undefined && { confirmedBy: confirmed.by.name }),
  }
  const after = applies ? changed(entry, body) : entry
  return { ...after, corrections: [...entry.corrections, trail] }
}

/** The entry with another time, other words, or both. Only fields that may be corrected are touched. */
export function changed<E extends EpisodeEntry>(
  entry: E,
  { occurred, changes = {} }: Pick<Correcting['body'], 'occurred' | 'changes'>,
): E {
  const fields = Object.entries(changes).filter(([field]) => isCorrectable(entry.type, field))
  return {
    ...entry,
    occurred: isRetimable(entry) ? (occurred ?? entry.occurred) : entry.occurred,
    body: { ...entry.body, ...Object.fromEntries(fields) },
  }
}

/** A correction or a void is not corrected: it is recorded in error and written again. */
export function isRetimable(entry: EpisodeEntry): boolean {
  return entry.type !== 'entry-corrected' && entry.type !== 'recorded-in-error'
}
