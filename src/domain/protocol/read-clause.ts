import { riskLevels } from '../episode/entries.ts'
import { roles, type Role } from '../episode/roles.ts'
import { statuses, type Clause, type Condition, type Length, type Rung, type Source } from './protocol.ts'
import { readEvidence, readMet, readStage, readStart } from './read-evidence.ts'
import * as read from './read-fields.ts'
import type { Fields, Place } from './read-fields.ts'

export type Sources = Readonly<Record<string, Source>>

const clauseFields = [
  ...['duty', 'title', 'keeper-of', 'starts', 'for', 'owed-by', 'done-by', 'within', 'met-by'],
  ...['counted-from', 'discharged-by', 'cancelled-by', 'if-silent', 'source', 'on'],
]

/** One duty of an edition. A keeper names its stage and nothing that could start or end it otherwise. */
export function readClause(value: unknown, sources: Sources, place: Place): Clause {
  const fields = read.fieldsOf(value, clauseFields, place)
  const duty = read.nameOf(fields, 'duty', place)
  const here = duty === '' ? place : { ...place, at: duty }
  const keeper = fields['keeper-of'] !== undefined
  if (keeper)
    for (const key of ['starts', 'met-by', 'done-by'])
      if (fields[key] !== undefined)
        read.report(here, `a keeper cannot say "${key}": it is met by leaving its stage`)
  return {
    duty,
    title: read.textOf(fields, 'title', here),
    keeper,
    starts: keeper
      ? readStage(fields['keeper-of'], read.within(here, 'keeper-of'))
      : readStart(fields['starts'], read.within(here, 'starts')),
    for: fields['for'] === undefined ? {} : readCondition(fields['for'], read.within(here, 'for')),
    ...readOwner(fields['owed-by'], read.within(here, 'owed-by')),
    ...(fields['done-by'] !== undefined && {
      doneBy: roleOf(fields['done-by'], read.within(here, 'done-by')),
    }),
    length: readLength(fields, here),
    met: keeper ? { kind: 'leaving' } : readMet(fields['met-by'], read.within(here, 'met-by')),
    discharged: readEvidence(fields['discharged-by'], read.within(here, 'discharged-by')),
    cancelled: readEvidence(fields['cancelled-by'], read.within(here, 'cancelled-by')),
    ifSilent: readLadder(fields['if-silent'], read.within(here, 'if-silent')),
    source: readSource(fields['source'], sources, here),
    on: read.flagOf(fields, 'on', true, here),
  }
}

export function roleOf(value: unknown, place: Place): Role {
  return read.oneOf(value, roles, 'a role', place) ?? 'carer'
}

/** A role, or `{ named: owner, otherwise: <role> }`: whom the starting entry names. */
function readOwner(value: unknown, place: Place): Pick<Clause, 'owedBy' | 'ownerNamed'> {
  if (!read.isMap(value)) return { owedBy: roleOf(value, place) }
  const fields = read.fieldsOf(value, ['named', 'otherwise'], place)
  const named = read.oneOf(fields['named'], ['owner'] as const, 'a field that names a role', place)
  return { owedBy: roleOf(fields['otherwise'], place), ...(named && { ownerNamed: named }) }
}

/** `reasonable-time`, `next-review` or `agreed-time` (the moment that the entry itself set) or a length. */
export function readLength(fields: Fields, place: Place): Length {
  if (fields['within'] === 'reasonable-time') return { kind: 'reasonable-time' }
  if (fields['within'] === 'next-review') return { kind: 'set-by-entry', field: 'nextReview' }
  if (fields['within'] === 'agreed-time') return { kind: 'set-by-entry', field: 'byWhen' }
  const within = read.withinOf(fields, 'within', place)
  if (fields['counted-from'] === undefined) return { kind: 'within', within }
  const [countedFrom] = readEvidence(fields['counted-from'], read.within(place, 'counted-from'))
  return { kind: 'within', within, ...(countedFrom && { countedFrom }) }
}

export function readLadder(value: unknown, place: Place): readonly Rung[] {
  return read.listOf(value).map((rung) => {
    const fields = read.fieldsOf(rung, ['after', 'tell'], place)
    return { after: read.withinOf(fields, 'after', place), tell: roleOf(fields['tell'], place) }
  })
}

/** The name of one of the edition's sources, or `{ from, interval, note }`. */
export function readSource(value: unknown, sources: Sources, place: Place): Source {
  const fields = read.isMap(value)
    ? read.fieldsOf(value, ['from', 'interval', 'note'], place)
    : { from: value }
  const nothing: Source = { document: '', verified: false }
  if (fields['from'] === undefined) {
    read.report(place, 'it has no source')
    return nothing
  }
  const name = read.oneOf(fields['from'], Object.keys(sources), 'among the sources of this edition', place)
  const source = (name !== undefined && sources[name]) || nothing
  const setting =
    fields['interval'] !== undefined && read.oneOf(fields['interval'], ['setting'], 'setting', place)
  return {
    ...source,
    ...(setting && { interval: setting }),
    ...(fields['note'] !== undefined && { note: read.textOf(fields, 'note', place) }),
  }
}

const conditionFields = [
  ...['status', 'placed-out-of-area', 'age-at-most', 'age-at-least', 'risk-at-least'],
  ...['nth-episode', 'subject'],
]

function readCondition(value: unknown, place: Place): Condition {
  const fields = read.fieldsOf(value, conditionFields, place)
  const has = (key: string) => fields[key] !== undefined
  const risk = has('risk-at-least')
    ? read.oneOf(fields['risk-at-least'], riskLevels, 'a level of risk', place)
    : undefined
  const subject = has('subject')
    ? read.oneOf(fields['subject'], ['child', 'care'] as const, 'child or care', place)
    : undefined
  return {
    ...(has('status') && {
      status: read
        .listOf(fields['status'])
        .flatMap((one) => read.oneOf(one, statuses, 'a status of a child', place) ?? []),
    }),
    ...(has('placed-out-of-area') && {
      placedOutOfArea: read.flagOf(fields, 'placed-out-of-area', false, place),
    }),
    ...(has('age-at-most') && { ageAtMost: read.numberOf(fields, 'age-at-most', place) }),
    ...(has('age-at-least') && { ageAtLeast: read.numberOf(fields, 'age-at-least', place) }),
    ...(risk && { riskAtLeast: risk }),
    ...(has('nth-episode') && { nthEpisode: readNth(fields['nth-episode'], place) }),
    ...(subject && { subject }),
  }
}

function readNth(value: unknown, place: Place): NonNullable<Condition['nthEpisode']> {
  const fields = read.fieldsOf(value, ['at-least', 'within-days'], place)
  return {
    atLeast: read.numberOf(fields, 'at-least', place),
    withinDays: read.numberOf(fields, 'within-days', place),
  }
}
