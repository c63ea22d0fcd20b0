import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Moment } from '../../kernel/moment.ts'
import { isCareType } from '../../domain/episode/care-bodies.ts'
import type { Chronology, EntryType, EpisodeEntry } from '../../domain/episode/entries.ts'
import type { EntryId } from '../../domain/episode/entry.ts'
import { asKnownAt } from '../../domain/episode/known.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { FactsAt } from '../../domain/protocol/facts.ts'
import type { Obligation, Standing } from '../../domain/protocol/obligation.ts'
import { obligations } from '../../domain/protocol/obligations.ts'
import type { Edition, Source } from '../../domain/protocol/protocol.ts'
import { standing, timesOf } from '../../domain/protocol/standing.ts'
import { readEntry } from './entry.ts'

/** One duty as a machine is answered. */
export interface Owed {
  readonly duty: string
  readonly owedBy: Role
  readonly startedAt: Moment
  readonly dueAt: Moment
  readonly standing: Standing
  readonly because: string
  readonly source: Source
}

/** A duty with what a person reads of it. */
export interface OwedInWords extends Owed {
  readonly title: string
  /** Due at the end of a London day, so that the day is named and not 23:59. */
  readonly endOfDay: boolean
}

/** What an edition lays on a chronology, at a moment and as known then, in the order of the edition. A chronology that
    begins after its report gets one supposed before it: see `supposedReport`. */
export function owedAt(
  chronology: Chronology,
  edition: Edition,
  facts: FactsAt,
  at: Moment,
): readonly OwedInWords[] {
  const known = asKnownAt(chronology, at)
  const laid = obligations(known, edition, facts, englandCalendar)
  const report = supposedReport(known)
  const own = new Set(laid.map(({ id }) => id))
  const all =
    report === undefined
      ? laid
      : obligations([report, ...known], edition, facts, englandCalendar).filter((one) => isTold(one, report))
  return all.map((one) => ({
    duty: one.duty,
    title: one.title,
    endOfDay: one.endOfDay,
    owedBy: one.owedBy,
    startedAt: one.startsAt,
    dueAt: one.dueAt,
    standing: standing(timesOf(one), at),
    because: `${reasonOf(one, edition, known)}${own.has(one.id) ? '' : supposing}`,
    source: one.source,
  }))
}

const supposing = '; the file has no report to police, and one before its first entry is supposed'

/** What only happens before police are told, or begins the whole story. */
const beforeReport: ReadonlySet<EntryType> = new Set([
  'concern-raised',
  'threshold-assessed',
  'action-taken',
  'concern-reviewed',
  'reported-missing',
])

/** A file that has its beginning is the whole story, and what it does not say did not happen: a return without a report
    owes no police check. One that begins later is the end of a story whose beginning is not told. Its report is
    supposed, because the duties of a return begin only where police had been told; nobody knows when, so no clock runs
    from it. */
function supposedReport(known: Chronology): EpisodeEntry | undefined {
  const [first] = known.map(({ occurred }) => occurred.at).toSorted()
  if (first === undefined || known.some(({ type }) => beforeReport.has(type) || isCareType(type)))
    return undefined
  const report = readEntry({ type: 'reported-missing', occurredAt: first }, 0, { problems: [], notRead: [] })
  return report && { ...report, id: 'the supposed report' as EntryId }
}

/** Of what begins with a supposed report only a keeper that still lasts is told: somebody holds the child. */
function isTold(one: Obligation, report: EpisodeEntry): boolean {
  return one.startedBy !== report.id || (one.keeper && one.met === undefined)
}

/** A review that the grader sets has the moment of the grade where the file does not name one. */
function reasonOf(one: Obligation, edition: Edition, known: Chronology): string {
  const clause = edition.clauses.find(({ duty }) => duty === one.duty)
  const started = known.find(({ id }) => id === one.startedBy)
  if (clause?.length.kind !== 'set-by-entry' || started === undefined || clause.length.field in started.body)
    return one.because
  return 'at once: the file does not say when the grader will look again'
}
