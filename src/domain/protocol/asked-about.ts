import type { RecordType } from './own-record.ts'
import type { Clause, Edition, Evidence } from './protocol.ts'

/** What every reading of a record rests on, whatever an edition asks: the stages, the grade in force, who was told, who
    acknowledged what, and what changes or ends the rest. */
const always: readonly RecordType[] = [
  'concern-raised',
  'threshold-assessed',
  'reported-missing',
  'risk-assessed',
  'located',
  'returned',
  'care-reported-missing',
  'care-located',
  'care-returned',
  'agency-informed',
  'acknowledged',
  'entry-corrected',
  'recorded-in-error',
  'episode-closed',
  'episode-reopened',
]

const found = new WeakMap<Edition, ReadonlySet<RecordType>>()

/** The types of entries that the duties of an edition rest on: an entry of any other, such as a note, changes none. */
export function askedAbout(edition: Edition): ReadonlySet<RecordType> {
  const known = found.get(edition)
  if (known !== undefined) return known
  const asked = edition.clauses.flatMap(evidenceIn)
  const types = new Set([...always, ...asked.map(({ entry }) => entry)])
  found.set(edition, types)
  return types
}

/** Everything that a clause asks a record for. */
export function evidenceIn({ starts, met, discharged, cancelled }: Clause): readonly Evidence[] {
  return [
    ...(starts.kind === 'entry' ? [starts.evidence, ...(starts.given ?? [])] : []),
    ...(starts.kind === 'lapse' ? [starts.after, ...starts.unless] : []),
    ...(met.kind === 'entry' ? met.anyOf : []),
    ...discharged,
    ...cancelled,
  ]
}
