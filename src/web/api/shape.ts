import type { Id } from '../../kernel/ids.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'

/** The part of JSON Schema (2020-12, which is OpenAPI 3.1's) that the API speaks. A schema with a title becomes a
    component of the document under that name. */
export interface Schema {
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'integer'
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly maxProperties?: number
  readonly items?: Schema
  readonly maxItems?: number
  readonly oneOf?: readonly Schema[]
  /** For the validator alone: it then speaks only of the kind that a value says it is. */
  readonly discriminator?: { readonly propertyName: 'kind' }
  readonly enum?: readonly string[]
  readonly const?: string | boolean
  readonly format?: 'date-time' | 'date' | 'uuid' | 'uri-reference'
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
}

declare const says: unique symbol
declare const names: unique symbol

/** A schema that knows what it describes. It must say exactly that, neither more nor less, or it does not compile. */
export type Shape<V> = Schema & {
  readonly [says]?: (value: V) => V
  readonly [names]?: (every: Every<V>) => Every<V>
}
export type ValueOf<S> = S extends { readonly [says]?: (value: infer V) => unknown } ? V : never

/** Every field there, all the way down: two types that differ only in a field that may be absent differ here. */
type Every<V> = V extends string | number | boolean
  ? V
  : V extends object
    ? { [K in keyof V]-?: Every<V[K]> }
    : V

/** A field that may be absent. */
interface Maybe<S extends Schema = Schema> {
  readonly maybe: S
}

type Fields = Readonly<Record<string, Schema | Maybe>>
type Needed<F extends Fields> = { [K in keyof F]: F[K] extends Maybe ? never : K }[keyof F]

type Said<F extends Fields> = {
  readonly [K in Needed<F>]: ValueOf<F[K]>
} & {
  readonly [K in Exclude<keyof F, Needed<F>>]?: F[K] extends Maybe<infer S> ? ValueOf<S> : never
}

/** The longest that one text may be, in characters. Longer accounts are several entries. */
const longest = 8000

/** Something is said: not empty, not only blanks. */
export const text: Shape<string> = { type: 'string', minLength: 1, maxLength: longest, pattern: '\\S' }
/** A text as the record holds it, which may be empty. */
export const anyText: Shape<string> = { type: 'string' }
export const flag: Shape<boolean> = { type: 'boolean' }
export const count: Shape<number> = { type: 'integer', minimum: 0 }

/** Asked: any ISO 8601 instant with its zone, in the years 1900 to 2199. Answered: UTC, to the millisecond. */
export const moment: Shape<Moment> = { type: 'string', format: 'date-time' }
/** A day as London counts it. */
export const day: Shape<LondonDate> = { type: 'string', format: 'date' }

/** A clock as a protocol writes it: `PT72H` elapsed, `P6W` by the calendar, `WD5` in working days. */
export const within: Shape<Within> = { type: 'string' }

export function id<Of extends string>(): Shape<Id<Of>> {
  return { type: 'string', format: 'uuid' }
}

export function maybe<S extends Schema>(shape: S): Maybe<S> {
  return { maybe: shape }
}

export function constant<const V extends string | boolean>(value: V): Shape<V> {
  return { type: typeof value === 'string' ? 'string' : 'boolean', const: value }
}

export function oneOf<const V extends string>(values: readonly V[]): Shape<V> {
  return { type: 'string', enum: values }
}

export function list<S extends Schema>(items: S): Shape<readonly ValueOf<S>[]> {
  return { type: 'array', items }
}

/** Any names, each with a value of one sort. */
export function mapOf<S extends Schema>(each: S): Shape<Readonly<Record<string, ValueOf<S>>>> {
  return { type: 'object', additionalProperties: each }
}

/** Fields by name. What is asked is closed by `closed`: a name that nobody knows is a mistake and not an extra. */
export function object<F extends Fields>(fields: F): Shape<Said<F>> {
  const all = Object.entries(fields)
  const required = all.filter(([, field]) => !isMaybe(field)).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, field]) => [name, isMaybe(field) ? field.maybe : field])),
    ...(required.length > 0 && { required }),
  }
}

/** One of several things, told apart by their `kind`. */
export function kinds<A extends Readonly<Record<string, Fields>>>(
  arms: A,
): Shape<{ [K in keyof A & string]: Said<A[K]> & { readonly kind: K } }[keyof A & string]> {
  const oneOf = Object.entries(arms).map(([kind, fields]) => object({ kind: constant(kind), ...fields }))
  return { type: 'object', discriminator: { propertyName: 'kind' }, oneOf }
}

/** The same under a name of its own in the document. */
export function named<V>(title: string, shape: Shape<V>): Shape<V> {
  return { title, ...shape }
}

/** The same with its meaning, where the name does not say it. */
export function described<V>(shape: Shape<V>, description: string): Shape<V> {
  return { ...shape, description }
}

/** A shape without some of its fields: what the record says by itself and nobody is asked. */
export function without<V, K extends keyof V & string>(
  shape: Shape<V>,
  ...left: readonly K[]
): Shape<Omit<V, K>> {
  const names: readonly string[] = left
  const kept = Object.entries(shape.properties ?? {}).filter(([name]) => !names.includes(name))
  const { required, ...rest } = shape as Schema
  const needed = required?.filter((name) => !names.includes(name)) ?? []
  return { ...rest, properties: Object.fromEntries(kept), ...(needed.length > 0 && { required: needed }) }
}

/** Fields as `maybe` would make them, every one of them. */
export function partial<V>(shape: Shape<V>): Shape<Partial<V>> {
  const { required: _required, ...rest } = shape as Schema
  return rest
}

function isMaybe(field: Schema | Maybe): field is Maybe {
  return 'maybe' in field
}
