import type { Occurred } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { FieldError } from '../components/errors.ts'
import type { Html } from '../html.ts'
import { happened, happenedOnDay } from './fields-when.ts'
import {
  read,
  readFields,
  showFields,
  type Asking,
  type Field,
  type Fields,
  type Read,
  type Values,
} from './fields.ts'
import type { Form } from './form.ts'

export interface Timed {
  readonly legend: string
  readonly hint?: string
  /** Nobody is rung by the hour of it: without a time it is some time on that day. */
  readonly dayEnough?: boolean
}

/** Questions, the time that they ask for, and what their answers make. */
export interface Questions<About, F extends Fields, Body extends object> {
  readonly fields: (about: About) => F
  /** How the time is asked for; `at-once` for what happens by being recorded. */
  readonly when: ((about: About) => Timed) | 'at-once'
  readonly toBody: (
    values: Values<F>,
    about: About,
    occurred: Occurred,
  ) => Body | { readonly problems: readonly FieldError[] }
}

export function showQuestions<About, F extends Fields, Body extends object>(
  { fields, when }: Questions<About, F, Body>,
  about: About,
  asking: Asking,
): readonly Html[] {
  const time = when === 'at-once' ? {} : { occurred: timeOf(when(about)) }
  return showFields({ ...fields(about), ...time }, asking)
}

/** Everything that is wrong at once: with the answers, and with the time. `now` is UTC. */
export function readQuestions<About, F extends Fields, Body extends object>(
  { fields, when, toBody }: Questions<About, F, Body>,
  about: About,
  form: Form,
  now: Moment,
): Read<{ readonly occurred: Occurred; readonly body: Body }> {
  const found = readFields(fields(about), form, now)
  const time: Read<Occurred> =
    when === 'at-once'
      ? read({ at: now, precision: 'minute' })
      : timeOf(when(about)).read('occurred', form, now)
  if (found.kind === 'problems' || time.kind === 'problems')
    return {
      kind: 'problems',
      problems: [found, time].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
    }
  const body = toBody(found.value, about, time.value)
  if ('problems' in body) return { kind: 'problems', problems: body.problems }
  return read({ occurred: time.value, body })
}

function timeOf({ dayEnough, ...asked }: Timed): Field<Occurred> {
  return dayEnough ? happenedOnDay(asked) : happened(asked)
}
