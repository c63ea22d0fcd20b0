import { parseLondonDate, type LondonDate } from '../../kernel/london.ts'
import { parseWithin, type Within } from '../../kernel/within.ts'

/** Where in an edition the reader is, for the words of a problem, and where the problems go. What a reader gives back
    after a problem is a placeholder: an edition with problems is never handed out. */
export interface Place {
  readonly at: string
  readonly problems: string[]
}

export type Fields = Readonly<Record<string, unknown>>

export function within(place: Place, name: string): Place {
  return { at: `${place.at}, ${name}`, problems: place.problems }
}

export function report(place: Place, what: string): void {
  place.problems.push(`${place.at}: ${what}`)
}

/** The fields of a map, each of them among those known. */
export function fieldsOf(value: unknown, known: readonly string[], place: Place): Fields {
  if (!isMap(value)) {
    report(place, `is ${shown(value)} where names with values are expected`)
    return {}
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report(place, `"${key}" is not known here: ${known.join(', ')}`)
  }
  return value
}

export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(fields: Fields, key: string, place: Place): string {
  const value = fields[key]
  if (typeof value === 'string' && value.trim() !== '') return value
  report(place, value === undefined ? `"${key}" is missing` : `"${key}" is ${shown(value)}, not a text`)
  return ''
}

/** A name in small letters, digits and hyphens. */
export function nameOf(fields: Fields, key: string, place: Place): string {
  const name = textOf(fields, key, place)
  if (name !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    report(place, `"${name}" is not a name in small letters, digits and hyphens`)
  return name
}

export function flagOf(fields: Fields, key: string, absent: boolean, place: Place): boolean {
  const value = fields[key] ?? absent
  if (typeof value === 'boolean') return value
  report(place, `"${key}" is ${shown(value)}, not true or false`)
  return absent
}

export function numberOf(fields: Fields, key: string, place: Place): number {
  const value = fields[key]
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  report(place, `"${key}" is ${shown(value)}, not a whole number`)
  return 0
}

/** One of the words that are known; undefined after a problem. */
export function oneOf<W extends string>(
  value: unknown,
  words: readonly W[],
  what: string,
  place: Place,
): W | undefined {
  const found = words.find((word) => word === value)
  if (found === undefined) report(place, `${shown(value)} is not ${what}`)
  return found
}

export function dayOf(fields: Fields, key: string, place: Place): LondonDate {
  const text = textOf(fields, key, place)
  const day = parseLondonDate(text)
  if (day === undefined && text !== '') report(place, `"${key}" is "${text}", not a day such as 2024-03-01`)
  return day ?? ('1900-01-01' as LondonDate)
}

export function withinOf(fields: Fields, key: string, place: Place): Within {
  const text = textOf(fields, key, place)
  const length = parseWithin(text)
  if (length === undefined && text !== '')
    report(place, `"${key}" is "${text}", not a length of time such as PT4H, P6W or WD5`)
  return length ?? ('PT0S' as Within)
}

/** A list, or one thing standing for a list of one. Absent is no thing at all. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A value as a person would name it in a problem. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isMap(value)) return 'a map'
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value ?? 'nothing')
}
