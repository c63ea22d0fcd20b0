import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { dueAt } from '../../kernel/within.ts'
import { impossible, neverBy } from './check-evidence.ts'
import { ownRecordProblems } from './check-own-record.ts'
import { problem, type Problem } from './check-problem.ts'
import type { RecordType } from './own-record.ts'
import type { Clause, Evidence, Start } from './protocol.ts'

/** What is wrong with one clause, whatever stands beside it. */
export function clauseProblems(clause: Clause): readonly Problem[] {
  return [
    ...sourceProblems(clause),
    ...ladderProblems(clause),
    ...conditionProblems(clause),
    ...startProblems(clause),
    ...endProblems(clause),
    ...repeatedAbsenceProblems(clause),
    ...ownRecordProblems(clause),
  ]
}

function sourceProblems({ duty, source }: Clause): readonly Problem[] {
  return source.document.trim() === '' ? [problem('no-source', duty, 'its time has no source')] : []
}

function ladderProblems({ duty, ifSilent, owedBy }: Clause): readonly Problem[] {
  if (ifSilent.length === 0)
    return [problem('empty-ladder', duty, `if the ${owedBy} is silent, no one is told`)]
  const from = startOfLondonDay('2024-03-01' as LondonDate)
  const times = ifSilent.map(({ after }) => dueAt(from, after, englandCalendar).at)
  return [
    ...(times.some((time, index) => time < (times[index - 1] ?? time))
      ? [problem('ladder-order', duty, 'a rung comes before the one above it')]
      : []),
    ...(ifSilent.some(({ tell }) => tell === owedBy)
      ? [problem('ladder-tells-owner', duty, `the ladder tells the ${owedBy}, who is the one that is silent`)]
      : []),
  ]
}

function conditionProblems({ duty, for: condition }: Clause): readonly Problem[] {
  const { ageAtLeast = 0, ageAtMost = Infinity, status, nthEpisode } = condition
  return [
    ...(ageAtLeast > ageAtMost
      ? [problem('condition', duty, `no child is at least ${ageAtLeast} and at most ${ageAtMost}`)]
      : []),
    ...(status?.length === 0 ? [problem('condition', duty, 'it is meant for no status at all')] : []),
    ...(nthEpisode && (nthEpisode.atLeast < 2 || nthEpisode.withinDays < 1)
      ? [problem('condition', duty, 'every absence is the first: ask for the second or a later one')]
      : []),
  ]
}

function startProblems({ duty, starts, for: condition }: Clause): readonly Problem[] {
  const named = evidenceOf(starts)
  const never = named.map(impossible).filter((reason) => reason !== undefined)
  const graded = condition.riskAtLeast !== undefined && named.some(({ entry }) => entry === 'concern-raised')
  return [
    ...never.map((reason) => problem('cannot-start', duty, `it can never start: ${reason}`)),
    ...(graded ? [problem('cannot-start', duty, 'it can never start: no concern begins with a grade')] : []),
    ...(starts.kind === 'lapse' ? lapseProblems(duty, starts.after, starts.unless) : []),
  ]
}

function lapseProblems(duty: string, after: Evidence, unless: readonly Evidence[]): readonly Problem[] {
  const can = unless.filter((one) => impossible(one) === undefined && mayFollow(one.entry, after.entry))
  return can.length > 0 ? [] : [problem('cannot-be-prevented', duty, 'nothing can prevent this lapse')]
}

function endProblems(clause: Clause): readonly Problem[] {
  const { duty, met, doneBy, starts, length } = clause
  const counted = length.kind === 'within' && length.countedFrom ? [length.countedFrom] : []
  const wrong = [...counted, ...clause.discharged, ...clause.cancelled]
    .map(impossible)
    .filter((one) => one !== undefined)
  const fields = wrong.map((reason) => problem('unknown-field', duty, reason))
  if (met.kind !== 'entry') return fields
  const first = evidenceOf(starts)[0]
  const reasons = met.anyOf.map((one) => {
    const conflict = doneBy !== undefined && one.by !== undefined && one.by !== doneBy
    return (
      impossible(one) ??
      (doneBy && neverBy(one.entry, doneBy)) ??
      (conflict ? `${one.entry} by ${one.by} is not done by ${doneBy}` : undefined) ??
      (first && !mayEnd(one.entry, first) ? `${one.entry} cannot follow ${first.entry}` : undefined)
    )
  })
  const can = reasons.some((reason) => reason === undefined)
  const why = reasons[0] ?? 'no entry is named'
  return can ? fields : [...fields, problem('cannot-be-met', duty, `nothing can meet it: ${why}`)]
}

/** A clause that asks about earlier episodes can only add. It does not keep a stage, and nothing but its own act ends it. */
function repeatedAbsenceProblems(clause: Clause): readonly Problem[] {
  if (clause.for.nthEpisode === undefined) return []
  const says = (what: string) => problem('repeated-absence', clause.duty, `earlier absences ${what}`)
  return [
    ...(clause.keeper ? [says('are no reason to hold or not to hold a child')] : []),
    ...(clause.discharged.length > 0 ? [says('cannot be part of a clause that something discharges')] : []),
    ...(clause.cancelled.length > 0 ? [says('cannot be part of a clause that something cancels')] : []),
    ...(clause.length.kind === 'within'
      ? []
      : [says('cannot be part of a clause without a time of its own')]),
  ]
}

function evidenceOf(starts: Start): readonly Evidence[] {
  if (starts.kind === 'stage') return []
  if (starts.kind === 'lapse') return [starts.after]
  return [starts.evidence, ...(starts.given ?? [])]
}

/** Whether an entry can end a duty that the other began. An episode has one concern, one report and one safe return, and
    after that return no report: a new absence is a new episode. */
function mayEnd(entry: RecordType, started: Evidence): boolean {
  const isSafeReturn =
    (started.entry === 'returned' && started.where?.['placeOfSafety'] !== false) ||
    (started.entry === 'care-returned' && started.where?.['childSays'] !== 'no')
  if (entry === 'reported-missing' || entry === 'care-reported-missing')
    return started.entry !== entry && !isSafeReturn
  return entry === 'returned' || entry === 'care-returned' ? !isSafeReturn : entry !== 'concern-raised'
}

/** Whether an entry can prevent a lapse after the other: one that came before can, where it is there at all. */
function mayFollow(entry: RecordType, after: RecordType): boolean {
  return entry !== 'concern-raised' && entry !== after
}
