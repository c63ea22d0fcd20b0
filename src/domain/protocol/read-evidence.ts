import { entryTypes } from '../episode/entries.ts'
import { roles } from '../episode/roles.ts'
import { responses, type Stage } from '../episode/state.ts'
import { ownTypes, type RecordType } from './own-record.ts'
import type { Evidence, FieldValue, Met, Start } from './protocol.ts'
import { fieldsOf, flagOf, isMap, listOf, oneOf, report, shown, withinOf, type Place } from './read-fields.ts'

const stages: readonly Stage[] = responses.filter((response) => response !== 'closed')
const recordTypes: readonly RecordType[] = [...entryTypes, ...ownTypes]
const evidenceFields = ['entry', 'where', 'by']

/** Each entry that would do: one name, or `{ entry, where, by }`, or a list of them. Several roles in `by` are several
    kinds of evidence, one for each. */
export function readEvidence(value: unknown, place: Place): readonly Evidence[] {
  return listOf(value).flatMap((one) => {
    const fields = isMap(one) ? fieldsOf(one, evidenceFields, place) : { entry: one }
    const entry = oneOf(fields['entry'], recordTypes, 'an entry of a chronology', place)
    if (entry === undefined) return []
    const where = fields['where'] === undefined ? undefined : readWhere(fields['where'], place)
    const found: Evidence = { entry, ...(where && { where }) }
    if (fields['by'] === undefined) return [found]
    return listOf(fields['by']).flatMap((role): readonly Evidence[] => {
      const by = oneOf(role, roles, 'a role', place)
      return by === undefined ? [] : [{ ...found, by }]
    })
  })
}

function readWhere(value: unknown, place: Place): NonNullable<Evidence['where']> {
  if (!isMap(value)) {
    report(place, `"where" is ${shown(value)}, not fields with values`)
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, wanted]) => {
      const values = listOf(wanted).filter(isFieldValue)
      if (values.length === 0 || values.length !== listOf(wanted).length)
        report(place, `"${field}" must be a text or true or false, or a list of them`)
      const [first, ...others] = values
      return [field, others.length === 0 && first !== undefined ? first : values]
    }),
  )
}

function isFieldValue(value: unknown): value is FieldValue {
  return typeof value === 'string' || typeof value === 'boolean'
}

/** `returned`, `{ entry, where, by, each, given }` or `{ lapse, after, unless }`. */
export function readStart(value: unknown, place: Place): Start {
  if (isMap(value) && 'lapse' in value) {
    const fields = fieldsOf(value, ['lapse', 'after', 'unless'], place)
    return {
      kind: 'lapse',
      after: one(fields['after'], place),
      lapse: withinOf(fields, 'lapse', place),
      unless: readEvidence(fields['unless'], place),
    }
  }
  if (!isMap(value)) return { kind: 'entry', evidence: one(value, place), each: false }
  const { each, given, ...evidence } = fieldsOf(value, [...evidenceFields, 'each', 'given'], place)
  return {
    kind: 'entry',
    evidence: one(evidence, place),
    each: flagOf({ each }, 'each', false, place),
    ...(given !== undefined && { given: [given].flat().map((each) => one(each, place)) }),
  }
}

export function readStage(value: unknown, place: Place): Start {
  return { kind: 'stage', stage: oneOf(value, stages, 'a stage', place) ?? 'concern' }
}

/** `{ everyone-told: return }`, or the evidence that would do. */
export function readMet(value: unknown, place: Place): Met {
  if (!isMap(value) || !('everyone-told' in value))
    return { kind: 'entry', anyOf: readEvidence(value, place) }
  const fields = fieldsOf(value, ['everyone-told'], place)
  const abouts = ['location', 'return', 'void'] as const
  const about = oneOf(fields['everyone-told'], abouts, 'location, return or void', place)
  return { kind: 'everyone-told', about: about ?? 'return' }
}

function one(value: unknown, place: Place): Evidence {
  const [first, ...others] = readEvidence(value, place)
  if (value === undefined) report(place, 'no entry is named')
  if (others.length > 0) report(place, 'only one entry can be named')
  return first ?? { entry: 'note-added' }
}
