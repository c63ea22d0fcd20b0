import { isBefore } from '../../kernel/moment.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Chronology, EditionRef } from '../episode/entries.ts'
import type { EntryId } from '../episode/entry.ts'
import { isRole, type Role } from '../episode/roles.ts'
import { applies } from './conditions.ts'
import { endingsOf, idOf } from './endings.ts'
import type { FactsAt } from './facts.ts'
import { deadlineOf } from './lengths.ts'
import { fieldOf } from './matches.ts'
import type { Obligation } from './obligation.ts'
import type { OwnEntry, RecordEntry } from './own-record.ts'
import type { Clause, Edition } from './protocol.ts'
import { ladderOf } from './rungs.ts'
import { searchingFor } from './search-leads.ts'
import { beginningsOf, type Begun } from './starts.ts'
import { cellsAt, ownStoryOf, storyOf, type Story } from './story.ts'
import { timesBy, type Times } from './times.ts'

/** Every obligation that an edition lays on an episode, read off its chronology, in the order of the edition. Pure, and
    knows nothing of now: a lapse is an obligation with a future start unless an entry prevents it.
    Times are UTC moments; calendar and working-day clocks run by London days. `times` may be shared by whoever asks about
    many records by one calendar. Never throws. */
export function obligations(
  chronology: Chronology,
  edition: Edition,
  facts: FactsAt,
  calendar: Calendar,
  times: Times = timesBy(calendar),
): readonly Obligation[] {
  return laidOn(storyOf(chronology, facts, times), edition)
}

/** The same of a subject's own record: each duty by the editions that the entry which began it names, merged where those
    are several. The entries as they stand, corrections applied. `editionOf` gives the edition of a name. */
export function ownObligations(
  own: readonly OwnEntry[],
  editionOf: (ref: EditionRef) => Edition,
  facts: FactsAt,
  calendar: Calendar,
  times: Times = timesBy(calendar),
): readonly Obligation[] {
  const named = new Map(own.flatMap(editionsOf).map((ref) => [`${ref.protocol} ${ref.edition}`, ref]))
  const story = ownStoryOf(own, facts, times)
  const lists = [...named.values()].map((ref) =>
    laidOn(story, editionOf(ref)).filter(({ startedBy }) => names(story, startedBy, ref)),
  )
  return merged(lists)
}

function editionsOf(entry: RecordEntry): readonly EditionRef[] {
  return entry.type === 'child-wrote' ? entry.body.editions : []
}

function names({ entries }: Story, by: EntryId, { protocol, edition }: EditionRef): boolean {
  const begun = entries.filter(({ id }) => id === by).flatMap(editionsOf)
  return begun.some((one) => one.protocol === protocol && one.edition === edition)
}

function laidOn(story: Story, edition: Edition): readonly Obligation[] {
  const laid: Obligation[] = []
  for (const lay of layingsOf(edition)) lay(story, laid)
  return laid
}

/** Adds what one clause lays on a story. */
type Laying = (story: Story, laid: Obligation[]) => void

/** An edition never changes, so how each clause is looked for is worked out once. */
const layings = new WeakMap<Edition, readonly Laying[]>()

function layingsOf(edition: Edition): readonly Laying[] {
  const known = layings.get(edition)
  if (known !== undefined) return known
  const found = edition.clauses.filter(({ on }) => on).map((clause) => layingOf(clause, edition))
  layings.set(edition, found)
  return found
}

/** The duties of several editions on one episode. Where two lay the same duty, the stricter clock stands and the other is
    named beside it; what ends it under one edition alone leaves it owed under the other. */
export function merged(lists: readonly (readonly Obligation[])[]): readonly Obligation[] {
  const byId = new Map<string, Obligation>()
  for (const obligation of lists.flat()) {
    const other = byId.get(obligation.id)
    if (other === undefined) byId.set(obligation.id, obligation)
    else byId.set(obligation.id, stricterOf(other, obligation))
  }
  return [...byId.values()]
}

function stricterOf(a: Obligation, b: Obligation): Obligation {
  const [strict, lenient] = isBefore(b.dueAt, a.dueAt) ? [b, a] : [a, b]
  const [stands, other] = isOwed(lenient) && !isOwed(strict) ? [lenient, strict] : [strict, lenient]
  return { ...stands, also: { edition: other.edition, dueAt: other.dueAt } }
}

function isOwed({ met, discharged, cancelled }: Obligation): boolean {
  return met === undefined && discharged === undefined && cancelled === undefined
}

function layingOf(clause: Clause, edition: Edition): Laying {
  const begins = beginningsOf(clause.starts)
  const isMeant = isMeantFor(clause)
  const make = obligationOf(clause, edition)
  return (story, laid) => {
    for (const begun of begins(story))
      if (isStanding(clause, begun, story) && isMeant(begun, story)) laid.push(make(begun, story))
  }
}

/** A void of the whole lays nothing after it, and takes every telling over. */
function isStanding({ met }: Clause, { by, at }: Begun, { voidedBy }: Story): boolean {
  if (voidedBy === undefined) return true
  if (isBefore(voidedBy.occurred.at, at)) return false
  return met.kind !== 'everyone-told' || by.id === voidedBy.id
}

function isMeantFor(clause: Clause): (begun: Begun, story: Story) => boolean {
  if (Object.keys(clause.for).length === 0) return () => true
  return ({ at, by }, story) => cellsAt(story, at, by.recorded).some((cell) => applies(clause.for, cell))
}

/** Whom the entry names, where the clause asks it and it does. */
function ownerOf({ owedBy, ownerNamed }: Clause, { by }: Begun): Role {
  const named = ownerNamed === undefined ? undefined : fieldOf(by.body, ownerNamed)
  return typeof named === 'string' && isRole(named) ? named : owedBy
}

function obligationOf(clause: Clause, edition: Edition): (begun: Begun, story: Story) => Obligation {
  const { duty, title, keeper, source } = clause
  const [id, deadline, ladder] = [idOf(clause), deadlineOf(clause, edition), ladderOf(clause)]
  const endings = endingsOf(clause)
  const from = { protocol: edition.protocol, edition: edition.edition }
  return (begun, story) => {
    const own = id(begun)
    const due = deadline(begun, story)
    const { owes, maySearch } = searchingFor(story.raised?.body.care, edition.searchLeads)
    const owedBy = owes(ownerOf(clause, begun))
    return {
      id: own,
      duty,
      title,
      keeper,
      owedBy,
      covered: !due.endOfDay && clause.doneBy === undefined,
      startedBy: begun.by.id,
      startsAt: begun.at,
      dueAt: due.at,
      endOfDay: due.endOfDay,
      provisional: due.provisional,
      because: due.because,
      ...endings(own, begun, story),
      rungs: ladder(own, due.at, story).filter(({ tell }) => tell !== owedBy && maySearch(tell)),
      source,
      edition: from,
    }
  }
}
