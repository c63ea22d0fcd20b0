import { isBefore } from '../../kernel/moment.ts'
import { dueAt } from '../../kernel/within.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Chronology } from '../episode/entries.ts'
import { applies } from './conditions.ts'
import { endingsOf, idOf } from './endings.ts'
import type { FactsAt } from './facts.ts'
import { deadlineOf } from './lengths.ts'
import type { Obligation } from './obligation.ts'
import type { Clause, Edition } from './protocol.ts'
import { rungOf } from './rungs.ts'
import { beginningsOf, type Begun } from './starts.ts'
import { cellsAt, storyOf, type Story } from './story.ts'

/** Every obligation that an edition lays on an episode, read off its chronology, in the order of the edition. Pure, and
    knows nothing of now: a lapse is an obligation with a future start unless an entry prevents it.
    Times are UTC moments; calendar and working-day clocks run by London days. Never throws. */
export function obligations(
  chronology: Chronology,
  edition: Edition,
  facts: FactsAt,
  calendar: Calendar,
): readonly Obligation[] {
  const story = storyOf(chronology, facts)
  return edition.clauses
    .filter((clause) => clause.on)
    .flatMap((clause) =>
      beginningsOf(clause.starts, story, calendar)
        .filter((begun) => isLaid(clause, begun, story))
        .map((begun) => obligationOf(clause, begun, edition, story, calendar)),
    )
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

function isLaid(clause: Clause, begun: Begun, story: Story): boolean {
  if (story.voidedBy !== undefined && isBefore(story.voidedBy.occurred.at, begun.at)) return false
  if (
    clause.met.kind === 'everyone-told' &&
    begun.by.id !== story.voidedBy?.id &&
    story.voidedBy !== undefined
  )
    return false
  return cellsAt(story, begun.at, begun.by.recorded).some((cell) => applies(clause.for, cell))
}

function obligationOf(
  clause: Clause,
  begun: Begun,
  edition: Edition,
  story: Story,
  calendar: Calendar,
): Obligation {
  const deadline = deadlineOf(clause, begun, edition, story, calendar)
  const id = idOf(clause, begun)
  return {
    id,
    duty: clause.duty,
    title: clause.title,
    keeper: clause.keeper,
    owedBy: clause.owedBy,
    covered: !deadline.endOfDay && clause.doneBy === undefined,
    startedBy: begun.by.id,
    startsAt: begun.at,
    dueAt: deadline.at,
    endOfDay: deadline.endOfDay,
    provisional: deadline.provisional,
    because: deadline.because,
    ...endingsOf(clause, begun, story),
    rungs: clause.ifSilent.map((rung) =>
      rungOf(id, clause, dueAt(deadline.at, rung.after, calendar).at, rung.tell, story),
    ),
    source: clause.source,
    edition: { protocol: edition.protocol, edition: edition.edition },
  }
}
