import { endOfLondonDay, londonDate, parseLondonDate } from '../../kernel/london.ts'
import { parseId } from '../../kernel/ids.ts'
import { parseSaidMoment } from '../../kernel/moment.ts'
import type { Occurred } from '../../domain/episode/entry.ts'
import type { Schema, Shape } from './shape.ts'

/** What is wrong with one place of what was sent: a JSON pointer into the body, a header or a parameter of the query. */
export interface Wrong {
  readonly detail: string
  readonly pointer?: string
  readonly header?: string
  readonly parameter?: string
}

export type Taken<V> =
  | { readonly kind: 'taken'; readonly value: V }
  | { readonly kind: 'wrong'; readonly errors: readonly Wrong[] }

/** A value that its schema has let pass, with its moments, days and ids as the record writes them. */
export function take<V>(shape: Shape<V>, value: unknown, pointer = '#'): Taken<V> {
  const errors: Wrong[] = []
  const taken = taking(shape, value, pointer, errors)
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'taken', value: taken as V }
}

/** Some time on a day is kept as the last moment of it. */
export function occurredAsKept({ at, precision }: Occurred): Occurred {
  return { at: precision === 'day' ? endOfLondonDay(londonDate(at)) : at, precision }
}

function taking(schema: Schema, value: unknown, pointer: string, errors: Wrong[]): unknown {
  if (typeof value === 'string') return takingText(schema, value, pointer, errors)
  if (Array.isArray(value))
    return value.map((part: unknown, place) =>
      taking(schema.items ?? {}, part, `${pointer}/${place}`, errors),
    )
  if (typeof value !== 'object' || value === null) return value
  const known = propertiesOf(schema, value)
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      taking(known(name), part, `${pointer}/${escaped(name)}`, errors),
    ]),
  )
}

function takingText(schema: Schema, value: string, pointer: string, errors: Wrong[]): string {
  const reader = schema.format && readers[schema.format]
  if (reader === undefined) return value
  const read = reader.read(value)
  if (read === undefined) errors.push({ pointer, detail: reader.wanted })
  return read ?? value
}

const readers: Partial<
  Record<
    NonNullable<Schema['format']>,
    { readonly read: (text: string) => string | undefined; readonly wanted: string }
  >
> = {
  'date-time': {
    read: parseSaidMoment,
    wanted: 'must be a moment with its zone in the years 1900 to 2199, such as 2026-03-28T22:40:00Z',
  },
  date: { read: parseLondonDate, wanted: 'must be a day in the years 1900 to 2200, such as 2012-04-03' },
  uuid: { read: parseId, wanted: 'must be a UUID' },
}

/** Of several kinds, the one that the value says it is. */
function propertiesOf(schema: Schema, value: object): (name: string) => Schema {
  const kind: unknown = 'kind' in value ? value.kind : undefined
  const arm = schema.oneOf?.find(({ properties }) => properties?.['kind']?.const === kind) ?? schema
  const { properties = {}, additionalProperties } = arm
  const other = typeof additionalProperties === 'object' ? additionalProperties : {}
  return (name) => (Object.hasOwn(properties, name) ? (properties[name] ?? {}) : other)
}

/** A name as a part of a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
