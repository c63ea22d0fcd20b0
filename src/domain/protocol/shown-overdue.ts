import { isBefore, latest, type Moment } from '../../kernel/moment.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Chronology } from '../episode/entries.ts'
import { asKnownAt } from '../episode/known.ts'
import type { FactsAt } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { merged, obligations } from './obligations.ts'
import type { Edition } from './protocol.ts'

/** A time in which a duty was shown as overdue to whoever looked. It may begin in the future: then nobody has seen it
    yet, and whoever reads compares `from` with their own now. */
export interface OverdueSpan {
  readonly from: Moment
  readonly until?: Moment
}

export type OverdueSpans = ReadonlyMap<string, readonly OverdueSpan[]>

/** What was ever shown overdue, by the id of the duty: kept whatever is learned later, closure and corrections included.
    Each recorded moment is a step of knowledge; between two steps the duties stood as they were then known. */
export function shownOverdue(
  chronology: Chronology,
  editions: readonly Edition[],
  facts: FactsAt,
  calendar: Calendar,
): OverdueSpans {
  const steps = [...new Set(chronology.map((entry) => entry.recorded))].toSorted()
  const spans = new Map<string, OverdueSpan[]>()
  steps.forEach((known, index) => {
    const next = steps[index + 1]
    for (const obligation of dutiesKnownAt(known)) {
      const span = spanOf(obligation, known, next)
      if (span !== undefined) spans.set(obligation.id, joined(spans.get(obligation.id) ?? [], span))
    }
  })
  return spans

  function dutiesKnownAt(known: Moment): readonly Obligation[] {
    const then = asKnownAt(chronology, known)
    return merged(editions.map((edition) => obligations(then, edition, facts, calendar)))
  }
}

function spanOf(obligation: Obligation, known: Moment, next: Moment | undefined): OverdueSpan | undefined {
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
