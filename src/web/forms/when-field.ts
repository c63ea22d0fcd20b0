import {
  addDays,
  dateInWords,
  fromLondon,
  londonDate,
  londonTime,
  type LondonDate,
} from '../../kernel/london.ts'
import { isBefore, type Moment } from '../../kernel/moment.ts'
import { errorOf, type FieldError } from '../components/errors.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import { shownText } from './fields.ts'
import type { Form } from './form.ts'
import { revealed } from './revealed.ts'
import { askedOn, daysAway, type When } from './when.ts'

type Errors = readonly FieldError[]

/** The field as shown, from the form that was sent; where nothing was sent, at now. */
export function whenField(field: When, form: Form, errors: Errors, now: Moment): Html {
  const { name } = field
  const isStartingAtNow = !field.optional && !field.ahead && !field.dayEnough
  const time = form.has(`${name}-time`) ? form.typed(`${name}-time`) : isStartingAtNow ? londonTime(now) : ''
  return govuk('fieldset', {
    legend: { text: field.legend, classes: 'govuk-fieldset__legend--s' },
    classes: 'wa-when',
    html: html`${field.hint !== undefined && html`<p class="govuk-hint">${field.hint}</p>`}
      <input type="hidden" name="${name}-asked" value="${askedOn(name, form, now)}" />
      ${days(field, form, errors, now)} ${timeInput(field, time, errors)}
      ${whichOfTwo(name, form, errors, isStartingAtNow ? now : undefined)}
      ${!field.ahead && about(name, form)}`,
  })
}

function days(field: When, form: Form, errors: Errors, now: Moment): Html {
  const { name, ahead } = field
  const dayField = `${name}-day`
  const on = askedOn(name, form, now)
  const chosen = form.has(dayField) ? form.text(dayField) : startsAt(field, on)
  const error = errorOf(errors, dayField)
  const offered = ahead ? (['today', 'tomorrow'] as const) : (['today', 'yesterday'] as const)
  const made = govuk('radios', {
    name: dayField,
    idPrefix: dayField,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Which day', classes: 'govuk-visually-hidden' } },
    ...(error && { errorMessage: error }),
    items: [
      ...offered.map((day) => ({
        value: day,
        text: `${capitalised(day)}, ${withoutYear(dateInWords(addDays(on, daysAway[day])))}`,
        checked: chosen === day,
      })),
      {
        value: 'other',
        text: 'Another day',
        checked: chosen === 'other',
        conditional: { html: dateInput(field, form, errors, chosen) },
      },
    ],
  })
  return revealed(made)
}

function startsAt({ startDay, ahead }: When, on: LondonDate): 'today' | 'yesterday' | 'other' {
  if (startDay === undefined || startDay === on) return 'today'
  return !ahead && startDay === addDays(on, -1) ? 'yesterday' : 'other'
}

function dateInput({ name, startDay }: When, form: Form, errors: Errors, chosen: string): Html {
  const isStarting = chosen === 'other' && !form.has(`${name}-day`)
  const [year = '', month = '', day = ''] = isStarting ? (startDay ?? '').split('-') : []
  const starts: Readonly<Record<string, string>> = { day, month, year }
  const error = errorOf(errors, `${name}-date-day`)
  const part = (which: string, label: string, width: number) => ({
    name: which,
    id: `${name}-date-${which}`,
    label,
    classes: `govuk-input--width-${width}${error === undefined ? '' : ' govuk-input--error'}`,
    value: shownText(form, `${name}-date-${which}`, starts[which]),
  })
  return govuk('date-input', {
    id: `${name}-date`,
    namePrefix: `${name}-date`,
    fieldset: { legend: { text: 'If another day, which', classes: 'govuk-fieldset__legend--s' } },
    ...(error && { errorMessage: error }),
    items: [part('day', 'Day', 2), part('month', 'Month', 2), part('year', 'Year', 4)],
  })
}

function timeInput({ name, dayEnough }: When, value: string, errors: Errors): Html {
  const error = errorOf(errors, `${name}-time`)
  return govuk('input', {
    id: `${name}-time`,
    name: `${name}-time`,
    label: { text: dayEnough ? 'Time, if it is known, on the 24-hour clock' : 'Time, on the 24-hour clock' },
    classes: 'govuk-input--width-5',
    value,
    ...(error && { errorMessage: error }),
  })
}

function about(name: string, form: Form): Html {
  return govuk('checkboxes', {
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
}

/** Asked only in the hour that happens twice. `start` is the moment that the field starts at, if it does. */
function whichOfTwo(name: string, form: Form, errors: Errors, start: Moment | undefined): Html | null {
  const error = errorOf(errors, `${name}-which`)
  const chosen = form.has(`${name}-time`) ? form.text(`${name}-which`) : whichIs(start)
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

function whichIs(start: Moment | undefined): '' | 'first' | 'second' {
  if (start === undefined) return ''
  const typed = fromLondon(londonDate(start), londonTime(start))
  if (typed?.kind !== 'twice') return ''
  return isBefore(start, typed.second) ? 'first' : 'second'
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function withoutYear(date: string): string {
  return date.replace(/ \d{4}$/, '')
}
