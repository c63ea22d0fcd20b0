import { isRole, roles } from '../../domain/episode/roles.ts'
import { parseSaidMoment } from '../../kernel/moment.ts'

/** One value of a file: as it is taken, or what was wanted in its place. */
export type Taken = { readonly value: unknown } | { readonly wanted: string }
export type Taking = (value: unknown) => Taken

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const text: Taking = (value) => (typeof value === 'string' ? { value } : { wanted: 'a text' })

export const flag: Taking = (value) => (typeof value === 'boolean' ? { value } : { wanted: 'true or false' })

/** Taken to the millisecond, in UTC. */
export const moment: Taking = (value) => {
  const m = typeof value === 'string' ? parseSaidMoment(value) : undefined
  return m === undefined ? { wanted: 'a moment with its zone, such as 2026-03-28T22:40:00Z' } : { value: m }
}

export const role: Taking = (value) =>
  typeof value === 'string' && isRole(value) ? { value } : { wanted: `one of the roles ${roles.join(', ')}` }

export function oneOf(names: readonly string[]): Taking {
  return (value) =>
    typeof value === 'string' && names.includes(value) ? { value } : { wanted: `one of ${names.join(', ')}` }
}

export function listOf(each: Taking): Taking {
  return (value) => {
    if (!Array.isArray(value)) return { wanted: 'a list' }
    const taken = (value as readonly unknown[]).map(each)
    const wrong = taken.find((one) => 'wanted' in one)
    return wrong ?? { value: taken.flatMap((one) => ('value' in one ? [one.value] : [])) }
  }
}

/** A map of any names to values of one sort. */
export function mapOf(each: Taking): Taking {
  return (value) => {
    if (!isFields(value)) return { wanted: 'names with values' }
    const wrong = Object.values(value)
      .map(each)
      .find((one) => 'wanted' in one)
    return wrong ?? { value }
  }
}

export const anything: Taking = (value) => ({ value })

/** A thing of several kinds, told apart by its `kind`; each kind has these fields, and others are let pass. */
export function kinds(known: Readonly<Record<string, Readonly<Record<string, Taking>>>>): Taking {
  return (value) => {
    const kind = isFields(value) && typeof value['kind'] === 'string' ? value['kind'] : ''
    const fields = Object.hasOwn(known, kind) ? known[kind] : undefined
    if (!isFields(value) || fields === undefined)
      return { wanted: `something with a "kind": ${Object.keys(known).join(' or ')}` }
    return shape({ ...fields, kind: text })(value)
  }
}

export function shape(fields: Readonly<Record<string, Taking>>): Taking {
  return (value) => {
    if (!isFields(value)) return { wanted: `an object with ${Object.keys(fields).join(' and ')}` }
    const taken: Record<string, unknown> = { ...value }
    for (const [name, take] of Object.entries(fields)) {
      const one = take(value[name])
      if ('wanted' in one) return { wanted: `${name}, which is ${one.wanted}` }
      taken[name] = one.value
    }
    return { value: taken }
  }
}
