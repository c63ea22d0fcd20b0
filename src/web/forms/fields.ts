import type { Moment } from '../../kernel/moment.ts'
import type { FieldError } from '../components/errors.ts'
import { html, type Html } from '../html.ts'
import type { Form } from './form.ts'

/** What a field is shown from: what was sent, what was wrong with it, and the page's own now (UTC). Nothing typed is
    lost: a field shows again whatever text stands in the form. */
export interface Asking {
  readonly form: Form
  readonly errors: readonly FieldError[]
  readonly now: Moment
}

export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** Each names the id of the input to go to, and says in the field's words what to do. */
  | { readonly kind: 'problems'; readonly problems: readonly FieldError[] }

/** One question: how its answer is read from a form and how it is asked. The name comes from where it stands. */
export interface Field<T> {
  readonly read: (name: string, form: Form, now: Moment) => Read<T>
  readonly show: (name: string, asking: Asking) => Html
}

/** Questions by the name that their answers have in the form and in the values. */
export type Fields = Readonly<Record<string, Field<unknown>>>

export type ValueOf<F> = F extends Field<infer T> ? T : never
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** Every answer, or everything that is wrong with them, in the order of the questions. `under` goes before each name. */
export function readFields<F extends Fields>(
  fields: F,
  form: Form,
  now: Moment,
  under = '',
): Read<Values<F>> {
  const reads = Object.entries(fields).map(
    ([name, field]) => [name, field.read(under + name, form, now)] as const,
  )
  const problems = reads.flatMap(([, read]) => (read.kind === 'problems' ? read.problems : []))
  if (problems.length > 0) return { kind: 'problems', problems }
  const values = reads.map(([name, read]) => [name, read.kind === 'read' ? read.value : undefined])
  return read(Object.fromEntries(values) as Values<F>)
}

export function showFields(fields: Fields, asking: Asking, under = ''): readonly Html[] {
  return Object.entries(fields).map(([name, field]) => field.show(under + name, asking))
}

/** Several questions that give one answer. In the form their names begin with the answer's own and a dash. */
export function fieldGroup<F extends Fields>(fields: F): Field<Values<F>> {
  return {
    read: (name, form, now) => readFields(fields, form, now, `${name}-`),
    show: (name, asking) => html`${showFields(fields, asking, `${name}-`)}`,
  }
}

export function read<T>(value: T): Read<T> {
  return { kind: 'read', value }
}

export function problem(
  field: string,
  message: string,
): { kind: 'problems'; problems: readonly FieldError[] } {
  return { kind: 'problems', problems: [{ field, message }] }
}

/** What stands in the form, or where nothing was sent yet, what the question starts with. */
export function shownText(form: Form, name: string, start = ''): string {
  return form.has(name) ? form.typed(name) : start
}

type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same without what was left empty: a record has no field for what nobody said. */
export function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}
