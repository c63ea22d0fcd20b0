import { clockKind, dueAt, withinInWords } from '../../kernel/within.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import type { Clause, Length } from './protocol.ts'
import { readLadder, readLength, readSource, type Sources } from './read-clause.ts'
import { fieldsOf, flagOf, nameOf, report, within, type Place } from './read-fields.ts'

const changeFields = ['duty', 'on', 'within', 'if-silent', 'source']

/** The clauses of an edition that another extends, with one change made to one of them. A change holds for everyone: it
    has no field that could make it depend on what happened before. What the base took from its verified source may be
    made stricter and not looser, and a keeper cannot be switched off. */
export function changed(
  clauses: readonly Clause[],
  value: unknown,
  sources: Sources,
  place: Place,
): readonly Clause[] {
  const fields = fieldsOf(value, changeFields, place)
  const duty = nameOf(fields, 'duty', place)
  const here = { ...place, at: `change of ${duty}` }
  const old = clauses.find((clause) => clause.duty === duty)
  if (old === undefined) {
    report(here, 'the edition that this one extends has no such duty')
    return clauses
  }
  const length = fields['within'] === undefined ? old.length : readLength(fields, here)
  if (fields['within'] !== undefined && fields['source'] === undefined)
    report(here, 'another time needs a source')
  const clause: Clause = {
    ...old,
    length,
    on: flagOf(fields, 'on', old.on, here),
    ifSilent:
      fields['if-silent'] === undefined
        ? old.ifSilent
        : readLadder(fields['if-silent'], within(here, 'if-silent')),
    source: fields['source'] === undefined ? old.source : readSource(fields['source'], sources, here),
  }
  for (const problem of loosened(old, clause)) report(here, problem)
  return clauses.map((one) => (one === old ? clause : one))
}

function loosened(old: Clause, clause: Clause): readonly string[] {
  const off = old.on && !clause.on
  return [
    ...(off && old.keeper ? ['a keeper cannot be switched off'] : []),
    ...(off && old.source.verified ? ['a duty from a verified source cannot be switched off'] : []),
    ...(old.source.verified && old.source.interval === undefined && isLonger(old.length, clause.length)
      ? [`${inWords(old.length)} is from a verified source and cannot become ${inWords(clause.length)}`]
      : []),
  ]
}

const anyDay = '2024-03-01' as LondonDate

/** Clocks of two kinds cannot be told apart by length, so a change from one to the other counts as longer. */
function isLonger(old: Length, length: Length): boolean {
  if (old.kind !== 'within' || length.kind !== 'within') return old.kind !== length.kind
  if (clockKind(old.within) !== clockKind(length.within)) return true
  const start = startOfLondonDay(anyDay)
  return dueAt(start, length.within, englandCalendar).at > dueAt(start, old.within, englandCalendar).at
}

function inWords(length: Length): string {
  return length.kind === 'within' ? withinInWords(length.within) : length.kind
}
