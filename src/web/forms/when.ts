import {
  addDays,
  fromLondon,
  londonDate,
  londonTime,
  parseLondonDate,
  type LondonDate,
} from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { errorOf, type FieldError } from '../components/errors.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import type { Form } from './form.ts'

/** A London time as a person types it: a day, a time on the clock, and which of two where it happened twice. */
export interface When {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly optional?: boolean
  /** Days ahead are offered: an interview, a review. */
  readonly ahead?: boolean
}

export type WhenRead =
  | { readonly kind: 'at'; readonly at: Moment; readonly about: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'problems'; readonly problems: readonly FieldError[] }

export function readWhen(field: When, form: Form, now: Moment): WhenRead {
  const time = form.text(`${field.name}-time`)
  const day = form.text(`${field.name}-day`)
  if (field.optional && time === '' && (day === '' || day === 'today')) return { kind: 'none' }
  const date = dayOf(field, form, now)
  if (date === undefined) return problem(`${field.name}-date`, 'Enter a real date, for example 27 3 2026')
  const clock = clockOf(time)
  if (clock === undefined)
    return problem(`${field.name}-time`, 'Enter a time on the 24-hour clock, for example 21:40')
  const typed = fromLondon(date, clock)
  const about = form.text(`${field.name}-about`) === 'yes'
  if (typed === undefined) return problem(`${field.name}-time`, 'Enter a time from 00:00 to 23:59')
  switch (typed.kind) {
    case 'once':
      return { kind: 'at', at: typed.at, about }
    case 'twice': {
      const which = form.text(`${field.name}-which`)
      if (which === 'first') return { kind: 'at', at: typed.first, about }
      if (which === 'second') return { kind: 'at', at: typed.second, about }
      return problem(
        `${field.name}-which`,
        `The clocks went back that night, so ${clock} happened twice. Choose which one.`,
      )
    }
    case 'never':
      return problem(
        `${field.name}-time`,
        `The clocks went forward that night, so ${clock} did not happen. Was it ${londonTime(typed.before)} or ${londonTime(typed.after)}?`,
      )
    default:
      return unreachable(typed)
  }
}

function problem(field: string, message: string): WhenRead {
  return { kind: 'problems', problems: [{ field, message }] }
}

function dayOf({ name }: When, form: Form, now: Moment): LondonDate | undefined {
  const today = londonDate(now)
  const day = form.text(`${name}-day`)
  if (day === 'today') return today
  if (day === 'yesterday') return addDays(today, -1)
  if (day === 'tomorrow') return addDays(today, 1)
  const [d, m, y] = ['date-day', 'date-month', 'date-year'].map((part) => form.text(`${name}-${part}`))
  return parseLondonDate(`${y ?? ''}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`)
}

/** Forgives 9:05, 21.40 and 2140. */
function clockOf(text: string): string | undefined {
  const found = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(text)
  return found?.[1] !== undefined && found[2] !== undefined
    ? `${found[1].padStart(2, '0')}:${found[2]}`
    : undefined
}

/** The field as shown. Nothing typed is lost: it is shown again from the form that was sent. */
export function whenField(field: When, form: Form, errors: readonly FieldError[], now: Moment): Html {
  const { name } = field
  const dayField = `${name}-day`
  const chosen = form.has(dayField) ? form.text(dayField) : 'today'
  const time = form.has(`${name}-time`)
    ? form.text(`${name}-time`)
    : field.optional || field.ahead
      ? ''
      : londonTime(now)
  const days = field.ahead ? ['today', 'tomorrow'] : ['today', 'yesterday']
  const dateError = errorOf(errors, `${name}-date`)
  return govuk('fieldset', {
    legend: { text: field.legend, classes: 'govuk-fieldset__legend--s' },
    html: html`${field.hint !== undefined && html`<p class="govuk-hint">${field.hint}</p>`}
    ${govuk('radios', {
      name: dayField,
      idPrefix: dayField,
      classes: 'govuk-radios--small govuk-radios--inline',
      fieldset: { legend: { text: 'Which day', classes: 'govuk-visually-hidden' } },
      items: [
        ...days.map((day) => ({
          value: day,
          text: day === 'today' ? 'Today' : day === 'yesterday' ? 'Yesterday' : 'Tomorrow',
          checked: chosen === day,
        })),
        { value: 'other', text: 'Another day', checked: chosen === 'other' },
      ],
    })}
    ${govuk('date-input', {
      id: `${name}-date`,
      namePrefix: `${name}-date`,
      fieldset: {
        legend: { text: 'If another day, which', classes: 'govuk-fieldset__legend--s wa-quiet-legend' },
      },
      ...(dateError && { errorMessage: dateError }),
      items: [
        { name: 'day', label: 'Day', classes: 'govuk-input--width-2', value: form.text(`${name}-date-day`) },
        {
          name: 'month',
          label: 'Month',
          classes: 'govuk-input--width-2',
          value: form.text(`${name}-date-month`),
        },
        {
          name: 'year',
          label: 'Year',
          classes: 'govuk-input--width-4',
          value: form.text(`${name}-date-year`),
        },
      ],
    })}
    ${timeInput(name, time, errors)} ${whichOfTwo(name, form, errors)}
    ${
      !field.ahead &&
      govuk('checkboxes', {
        name: `${name}-about`,
        idPrefix: `${name}-about`,
        classes: 'govuk-checkboxes--small',
        items: [
          {
            value: 'yes',
            text: 'The time is about right, not exact',
            checked: form.text(`${name}-about`) === 'yes',
          },
        ],
      })
    }`,
  })
}

function timeInput(name: string, value: string, errors: readonly FieldError[]): Html {
  const error = errorOf(errors, `${name}-time`)
  return govuk('input', {
    id: `${name}-time`,
    name: `${name}-time`,
    label: { text: 'Time, on the 24-hour clock' },
    classes: 'govuk-input--width-5',
    inputmode: 'text',
    value,
    ...(error && { errorMessage: error }),
  })
}

/** Asked only in the hour that happens twice. */
function whichOfTwo(name: string, form: Form, errors: readonly FieldError[]): Html | null {
  const error = errorOf(errors, `${name}-which`)
  const chosen = form.text(`${name}-which`)
  if (error === undefined && chosen === '') return null
  return govuk('radios', {
    name: `${name}-which`,
    idPrefix: `${name}-which`,
    fieldset: { legend: { text: 'Which of the two', classes: 'govuk-fieldset__legend--s' } },
    ...(error && { errorMessage: error }),
    items: [
      { value: 'first', text: 'The first time, before the clocks went back', checked: chosen === 'first' },
      { value: 'second', text: 'The second time, after the clocks went back', checked: chosen === 'second' },
    ],
  })
}
