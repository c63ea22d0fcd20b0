import { latest, type Moment } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry, ResponseSpan } from '../../src/domain/episode/state.ts'
import type { Ended, Obligation, RungDue } from '../../src/domain/protocol/obligation.ts'
import type { Source } from '../../src/domain/protocol/protocol.ts'
import { answersFor } from '../../src/domain/protocol/rungs.ts'
import type { Due } from './due.ts'
import type { Night } from './night.ts'
import { edition } from './sources.ts'
import type { Start } from './start.ts'

/** What is the same of a duty in every record. */
export interface Act {
  readonly duty: string
  readonly title: string
  readonly owedBy: Role
  readonly source: Source
  /** It may begin more than once, so its id names the entry that began it. */
  readonly each?: boolean
  readonly onlyByOwner?: boolean
  /** It stops when the child has died. */
  readonly childFacing?: boolean
}

/** What is different: its clock, what ended it, and who should know when nothing did. */
export interface Terms {
  readonly due: Due
  readonly met?: EffectiveEntry | undefined
  readonly cancelled?: EffectiveEntry | undefined
  readonly discharged?: EffectiveEntry | undefined
  readonly silent: readonly (readonly [tell: Role, at: Moment])[]
}

/** A void of the whole lays no more duties after it, and takes every telling over. */
export function isLaid(night: Night, at: Moment): boolean {
  return night.void === undefined || night.void.occurred.at >= at
}

export function owed(night: Night, start: Start, act: Act, terms: Terms): Obligation {
  const id = act.each === true ? `${act.duty}/${start.by.id}` : act.duty
  const met = terms.met && ended(terms.met, latest(terms.met.occurred.at, start.at))
  const endings = endingsOf(night, start, act, terms, id, met)
  return obligation(night, start, act, terms, id, endings)
}

/** Of telling everyone: who was told meets it, and why somebody was not is asked only where nobody met it in time. */
export function owedWith(
  night: Night,
  start: Start,
  act: Act,
  terms: Terms,
  ends: { readonly met?: Ended | undefined; readonly excused: () => Ended | undefined },
): Obligation {
  const id = act.each === true ? `${act.duty}/${start.by.id}` : act.duty
  const endings = endingsOf(night, start, act, terms, id, ends.met, ends.excused)
  return obligation(night, start, act, terms, id, endings)
}

/** Holding a child is met by the end of the stage, and excused by nothing. */
export function kept(
  night: Night,
  start: Start,
  act: Act,
  terms: Terms,
  { endedBy, until }: ResponseSpan,
): Obligation {
  const by = endedBy && night.entries.find(({ id }) => id === endedBy)
  const met = by && until !== undefined ? ended(by, until) : undefined
  const cancelled = cancelledBy(night, start, act, undefined)
  const counts = met !== undefined && (cancelled === undefined || met.at <= cancelled.at)
  const endings = counts ? { met } : cancelled === undefined ? {} : { cancelled }
  const id = `${act.duty}/${start.by.id}`
  return { ...obligation(night, start, act, terms, id, endings), keeper: true }
}

type Endings = Pick<Obligation, 'met' | 'discharged' | 'cancelled'>

function obligation(
  night: Night,
  start: Start,
  act: Act,
  { due, silent }: Terms,
  id: string,
  endings: Endings,
): Obligation {
  return {
    id,
    duty: act.duty,
    title: act.title,
    keeper: false,
    owedBy: act.owedBy,
    covered: !due.endOfDay && act.onlyByOwner !== true,
    startedBy: start.by.id,
    startsAt: start.at,
    dueAt: due.at,
    endOfDay: due.endOfDay,
    provisional: due.provisional,
    because: due.because,
    ...endings,
    rungs: silent.map(([tell, at]) => rung(night, id, act.duty, tell, at)),
    source: act.source,
    edition,
  }
}

function rung(night: Night, id: string, duty: string, tell: Role, at: Moment): RungDue {
  if (night.rungsAnswered.length === 0) return { tell, at }
  const by = night.rungsAnswered.find(
    ({ body: { of }, by: writer, toldBy }) =>
      of.kind === 'rung' &&
      (of.duty === id || of.duty === duty) &&
      of.role === tell &&
      (toldBy?.role === tell || answersFor(writer.role, tell)),
  )
  return by === undefined
    ? { tell, at }
    : { tell, at, acknowledged: { by: by.by.name, at: by.occurred.at, entry: by.id } }
}

/** What was done counts even after it was excused; what no longer applied when it was done does not. */
function endingsOf(
  night: Night,
  start: Start,
  act: Act,
  terms: Terms,
  id: string,
  met: Ended | undefined,
  excused?: () => Ended | undefined,
): Endings {
  const cancelled = cancelledBy(night, start, act, terms.cancelled)
  if (met !== undefined && (cancelled === undefined || met.at <= cancelled.at)) return { met }
  const discharged = terms.discharged
    ? ended(terms.discharged)
    : (excused?.() ?? leftOpen(night, id, act.duty))
  if (discharged !== undefined && (cancelled === undefined || discharged.at <= cancelled.at))
    return { discharged }
  return cancelled === undefined ? {} : { cancelled }
}

function leftOpen({ closed }: Night, id: string, duty: string): Ended | undefined {
  const reason = closed && (closed.body.leftOpen[id] ?? closed.body.leftOpen[duty])
  return closed && reason !== undefined ? { ...ended(closed), reason } : undefined
}

function cancelledBy(
  night: Night,
  start: Start,
  act: Act,
  evidence: EffectiveEntry | undefined,
): Ended | undefined {
  let first = evidence
  const consider = (entry: EffectiveEntry | undefined) => {
    if (entry !== undefined && (first === undefined || entry.occurred.at < first.occurred.at)) first = entry
  }
  if (night.void?.id !== start.by.id) consider(night.void)
  if (act.childFacing === true) consider(night.death)
  if (night.closed !== undefined && start.at > night.closed.occurred.at) consider(night.closed)
  return first && ended(first, latest(first.occurred.at, start.at))
}

function ended(entry: EffectiveEntry, at: Moment = entry.occurred.at): Ended {
  const reason = reasonIn(entry.body)
  return reason === undefined
    ? { at, entry: entry.id, by: entry.by.name }
    : { at, entry: entry.id, by: entry.by.name, reason }
}

function reasonIn(body: object): string | undefined {
  if ('reason' in body && typeof body.reason === 'string') return body.reason
  if ('because' in body && typeof body.because === 'string') return body.because
  if ('told' in body && typeof body.told === 'object' && body.told !== null && 'because' in body.told)
    if (typeof body.told.because === 'string') return body.told.because
  return 'whatThen' in body && typeof body.whatThen === 'string' ? body.whatThen : undefined
}

/** A duty that this began, `at` being later where it lapses, if it did begin and this record lays any then. */
export function laid(
  night: Night,
  by: EffectiveEntry | undefined,
  duty: (start: Start) => Obligation | undefined,
  at: Moment | undefined = by?.occurred.at,
): readonly Obligation[] {
  if (by === undefined || at === undefined || !isLaid(night, at)) return []
  const found = duty({ by, at })
  return found === undefined ? [] : [found]
}
