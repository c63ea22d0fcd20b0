import { isBefore, type Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology, EntryOf, EpisodeEntry } from '../episode/entries.ts'
import type { EntryId } from '../episode/entry.ts'

/** An interview that was arranged, as a calendar has to know it: the same one when it is moved or called off. */
export interface Appointment {
  /** The first arrangement of it: whatever becomes of it later is about the same. */
  readonly id: EntryId
  /** How often it was changed: a calendar takes the higher number. */
  readonly changes: number
  readonly at: Moment
  readonly stands: boolean
  /** When it last changed. */
  readonly changed: Moment
}

type Arranged = EntryOf<'interview-arranged'>

/** The appointment that a record is at: arranged and not held yet. Arranging again moves it. It is called off where the
    child said no, a manager decided so, it was written down beforehand that it did not take place, or the arrangement
    was recorded in error. Undefined before any, and once the interview was held. */
export function appointmentIn(chronology: Chronology): Appointment | undefined {
  const standing = new Map(effective(chronology).map((entry) => [entry.id, entry]))
  const chain = chainIn(
    chronology.toSorted((a, b) => a.sequence - b.sequence),
    standing,
  )
  const [first] = chain
  const arranged = chain.filter((entry): entry is Arranged => entry.type === 'interview-arranged')
  const now = arranged.findLast(({ id }) => standing.has(id)) ?? arranged.at(-1)
  const last = chain.at(-1)
  if (first === undefined || now === undefined || last === undefined) return undefined
  const as = standing.get(now.id)
  const { at } = as?.type === 'interview-arranged' ? as.body : now.body
  const callsOff = (entry: EpisodeEntry) =>
    entry.sequence > now.sequence && standing.has(entry.id) && isCallingOff(entry, at)
  return {
    id: first.id,
    changes: chain.length - 1,
    at,
    stands: as !== undefined && !chain.some(callsOff),
    changed: last.recorded,
  }
}

/** Every entry that made or changed the appointment, in the order of writing. */
function chainIn(written: Chronology, standing: ReadonlyMap<EntryId, EpisodeEntry>): readonly EpisodeEntry[] {
  return written.reduce<readonly EpisodeEntry[]>((chain, entry) => {
    if (entry.type === 'interview-held' && standing.has(entry.id)) return []
    if (entry.type === 'interview-arranged') return [...chain, entry]
    return chain.length > 0 && isAbout(entry, chain) ? [...chain, entry] : chain
  }, [])
}

const callingOff: ReadonlySet<EpisodeEntry['type']> = new Set([
  'interview-declined',
  'interview-not-held',
  'interview-attempted',
] as const)

function isAbout(entry: EpisodeEntry, chain: readonly EpisodeEntry[]): boolean {
  const about = aboutWhich(entry)
  return about === undefined ? callingOff.has(entry.type) : chain.some(({ id }) => id === about)
}

function aboutWhich(entry: EpisodeEntry): EntryId | undefined {
  if (entry.type === 'entry-corrected') return entry.body.corrects
  if (entry.type === 'acknowledged') return entry.body.of.kind === 'entry' ? entry.body.of.entry : undefined
  if (entry.type !== 'recorded-in-error') return undefined
  return entry.body.scope.kind === 'entry' ? entry.body.scope.entry : undefined
}

/** What was tried at its time, and did not take place, is no calling off: it was. */
function isCallingOff(entry: EpisodeEntry, at: Moment): boolean {
  if (entry.type === 'interview-declined') return entry.body.childsOwnAnswer
  if (entry.type === 'interview-attempted') return isBefore(entry.occurred.at, at)
  return entry.type === 'interview-not-held'
}
