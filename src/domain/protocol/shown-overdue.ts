import { earliest, isAfter, isBefore, latest, type Moment } from '../../kernel/moment.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Chronology, EditionRef, EntryType, EpisodeEntry } from '../episode/entries.ts'
import { asKnownAt } from '../episode/known.ts'
import { askedAbout } from './asked-about.ts'
import { asKnownBy, type Facts, type FactsAt } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { merged, obligations, ownObligations } from './obligations.ts'
import type { OwnEntry } from './own-record.ts'
import type { Edition } from './protocol.ts'
import { timesBy, type Times } from './times.ts'

/** A time in which a duty was shown as overdue to whoever looked. It may begin in the future: then nobody has seen it
    yet, and whoever reads compares `from` with their own now. */
export interface OverdueSpan {
  readonly from: Moment
  readonly until?: Moment
}

/** By the id of the duty. */
export type OverdueSpans = ReadonlyMap<string, readonly OverdueSpan[]>

export interface OverdueOnRecord {
  /** The duties as they are known now. */
  readonly laid: readonly Obligation[]
  readonly spans: OverdueSpans
  /** Duties that were shown overdue and are not laid any more, because what began them was corrected, recorded in error
      or is known to be otherwise: as they last stood, cancelled when that became known. */
  readonly noLongerLaid: readonly Obligation[]
}

/** Between two moments at which something was written down, the duties stood as they were then known. */
interface Step {
  readonly known: Moment
  readonly next?: Moment
  readonly duties: ReadonlyMap<string, Obligation>
}

/** The record as it was at one of those moments. */
export interface KnownStep extends Step {
  readonly then: Chronology
}

/** What was ever shown overdue: kept whatever is learned later, closure and corrections included. `learned` are the
    moments at which something else that the facts rest on was recorded: of the child, of other episodes. */
export function shownOverdue(
  chronology: Chronology,
  editions: readonly Edition[],
  facts: FactsAt,
  calendar: Calendar,
  learned: readonly Moment[] = [],
): OverdueOnRecord & { readonly steps: readonly KnownStep[] } {
  const steps = stepsOf(chronology, editions, facts, calendar, learned)
  return { ...overdueIn(steps, chronology), steps }
}

/** A subject's own record, with every correction that was ever written to it. */
export interface OwnWritten {
  readonly written: readonly Written[]
  /** The entries that a clause may ask about, as they stood when so much was known. */
  readonly asKnownAt: (known: Moment) => readonly OwnEntry[]
  readonly editionOf: (ref: EditionRef) => Edition
}

/** The same of a subject's own record. */
export function ownShownOverdue(
  { written, asKnownAt, editionOf }: OwnWritten,
  facts: FactsAt,
  calendar: Calendar,
): OverdueOnRecord {
  const moments = [...new Set(written.map(({ recorded }) => recorded))].toSorted()
  const times = timesBy(calendar)
  const steps = moments.map((known, index): Step => {
    const next = moments[index + 1]
    const factsThen = next === undefined ? facts : asKnownBy(facts, known)
    const laid = ownObligations(asKnownAt(known), editionOf, factsThen, calendar, times)
    const duties = new Map(laid.map((obligation) => [obligation.id, obligation]))
    return { known, duties, ...(next !== undefined && { next }) }
  })
  return overdueIn(steps, written)
}

/** An entry as far as it says when something became known, and through whom. */
type Written = Pick<EpisodeEntry, 'id' | 'recorded' | 'by'>

function overdueIn(steps: readonly Step[], written: readonly Written[]): OverdueOnRecord {
  const spans = new Map<string, OverdueSpan[]>()
  const lastLaid = new Map<string, Step>()
  for (const step of steps)
    for (const obligation of step.duties.values()) {
      const span = spanOf(obligation, step)
      if (span !== undefined) spans.set(obligation.id, joined(spans.get(obligation.id) ?? [], span))
      lastLaid.set(obligation.id, step)
    }
  const gone = [...lastLaid].filter(([id, { next }]) => next !== undefined && spans.has(id))
  const laid = [...(steps.at(-1)?.duties.values() ?? [])]
  return { laid, spans, noLongerLaid: gone.flatMap(([id, step]) => withdrawn(id, step, written)) }
}

function stepsOf(
  chronology: Chronology,
  editions: readonly Edition[],
  facts: FactsAt,
  calendar: Calendar,
  learned: readonly Moment[],
): readonly KnownStep[] {
  const recorded = chronology.map((entry) => entry.recorded)
  const begun = earliest(...recorded)
  const later = learned.filter((moment) => begun !== undefined && isAfter(moment, begun))
  const moments = [...new Set([...recorded, ...later])].toSorted()
  const times = timesBy(calendar)
  const matters = (type: EntryType) => editions.some((edition) => askedAbout(edition).has(type))
  let before: Laid | undefined
  return moments.map((known, index) => {
    const then = asKnownAt(chronology, known)
    const next = moments[index + 1]
    const factsThen = next === undefined ? facts : asKnownBy(facts, known)
    const stands =
      before !== undefined &&
      then.slice(before.then.length).every(({ type }) => !matters(type)) &&
      before.restsOn.every(isAnsweredBy(factsThen))
    before =
      before !== undefined && stands
        ? { ...before, then }
        : laidOn(then, editions, factsThen, calendar, times)
    return { known, then, duties: before.duties, ...(next !== undefined && { next }) }
  })
}

/** The duties of a chronology, with every answer about the child that they rest on: as long as nothing is added that a
    clause asks about, and the same is asked and answered, there is nothing to work out again. */
interface Laid {
  readonly then: Chronology
  readonly restsOn: readonly (readonly [answer: Facts, ...asked: Parameters<FactsAt>])[]
  readonly duties: ReadonlyMap<string, Obligation>
}

function laidOn(
  then: Chronology,
  editions: readonly Edition[],
  facts: FactsAt,
  calendar: Calendar,
  times: Times,
): Laid {
  const restsOn = new Map<string, Laid['restsOn'][number]>()
  const heard: FactsAt = (...asked) => {
    const answer = facts(...asked)
    restsOn.set(asked.join(), [answer, ...asked])
    return answer
  }
  const laid = merged(editions.map((edition) => obligations(then, edition, heard, calendar, times)))
  const duties = new Map(laid.map((obligation) => [obligation.id, obligation]))
  return { then, restsOn: [...restsOn.values()], duties }
}

function isAnsweredBy(facts: FactsAt): (one: Laid['restsOn'][number]) => boolean {
  return ([answer, ...asked]) => facts(...asked) === answer
}

function spanOf(obligation: Obligation, { known, next }: Step): OverdueSpan | undefined {
  if (obligation.met ?? obligation.discharged ?? obligation.cancelled) return undefined
  const from = latest(obligation.dueAt, known)
  if (next === undefined) return { from }
  return isBefore(from, next) ? { from, until: next } : undefined
}

/** Two spans that meet are one. */
function joined(spans: readonly OverdueSpan[], span: OverdueSpan): OverdueSpan[] {
  const last = spans.at(-1)
  if (last?.until !== span.from) return [...spans, span]
  return [...spans.slice(0, -1), { ...span, from: last.from }]
}

function withdrawn(id: string, { duties, next }: Step, written: readonly Written[]): readonly Obligation[] {
  const obligation = duties.get(id)
  const by = written.findLast(({ recorded }) => next !== undefined && !isAfter(recorded, next))
  if (obligation === undefined || by === undefined || next === undefined) return []
  const because = `${obligation.because}; no longer owed by what is known now`
  const hasEnded = (obligation.met ?? obligation.discharged ?? obligation.cancelled) !== undefined
  const cancelled = { at: next, entry: by.id, by: by.by.name }
  return [{ ...obligation, because, ...(!hasEnded && { cancelled }) }]
}
