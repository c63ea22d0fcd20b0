import type { YesNoUnknown } from '../../domain/episode/entries.ts'
import { errorOf } from '../components/errors.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import { problem, read, shownText, type Asking, type Field, type Read } from './fields.ts'
import type { Form } from './form.ts'

export interface Option<V extends string> {
  readonly value: V
  readonly text: string
  readonly hint?: string
}

export interface Choosing {
  readonly legend: string
  readonly hint?: string
  /** The legend is the page's own h1: one question a page. */
  readonly asHeading?: boolean
}

interface Among<V extends string> extends Choosing {
  readonly options: readonly Option<V>[]
  /** What is chosen before anyone chose. */
  readonly start?: V
  /** Beside each other, where the answers are a word long. */
  readonly inline?: boolean
}

/** Said when nothing was chosen: "Choose how the child came back". */
interface Needed {
  readonly missing: string
}

/** One of several. What was not offered is not taken. */
export function choice<const V extends string>(asked: Among<V> & Needed): Field<V> {
  return {
    show: radios(asked),
    read: (name, form) => {
      const chosen = chosenIn(asked, form, name)
      return chosen === undefined ? problem(name, asked.missing) : read(chosen)
    },
  }
}

export function optionalChoice<const V extends string>(asked: Among<V>): Field<V | undefined> {
  return { show: radios(asked), read: (name, form) => read(chosenIn(asked, form, name)) }
}

export function yesNo(
  asked: Choosing & Needed & { readonly yes?: string; readonly no?: string },
): Field<boolean> {
  const options = [
    { value: 'yes', text: asked.yes ?? 'Yes' },
    { value: 'no', text: asked.no ?? 'No' },
  ]
  return converted(
    choice({ ...asked, options, inline: asked.yes === undefined }),
    (chosen) => chosen === 'yes',
  )
}

const yesNoUnknown: readonly Option<YesNoUnknown>[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Not known' },
]

export function yesNoNotKnown(asked: Choosing & Needed): Field<YesNoUnknown> {
  return choice({ ...asked, options: yesNoUnknown, inline: true })
}

/** Not answering is an answer of its own, and not "no". */
export function optionalYesNoNotKnown(asked: Choosing): Field<YesNoUnknown | undefined> {
  return optionalChoice({ ...asked, options: yesNoUnknown, inline: true })
}

/** Any number of several, none among them. */
export function several<const V extends string>({
  options,
  ...asked
}: Choosing & { readonly options: readonly Option<V>[] }): Field<readonly V[]> {
  return {
    read: (name, form) => {
      const sent = form.all(name)
      return read(options.map(({ value }) => value).filter((value) => sent.includes(value)))
    },
    show: (name, { form, errors }) =>
      govuk('checkboxes', {
        ...group(asked, name, errors),
        items: options.map((option) => ({ ...item(option), checked: form.all(name).includes(option.value) })),
      }),
  }
}

/** One box: ticked or not. */
export function tick(label: string, hint?: string): Field<boolean> {
  return {
    read: (name, form) => read(form.text(name) === 'yes'),
    show: (name, { form }) =>
      govuk('checkboxes', {
        name,
        idPrefix: name,
        items: [
          {
            value: 'yes',
            text: label,
            ...(hint !== undefined && { hint: { text: hint } }),
            checked: form.text(name) === 'yes',
          },
        ],
      }),
  }
}

/** One of many, in a closed list: for more answers than a page should show at once. */
export function pick<const V extends string>(asked: {
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option<V>[]
  readonly missing: string
  readonly start?: V
}): Field<V> {
  const show = (name: string, { form, errors }: Asking): Html =>
    govuk('select', {
      id: name,
      name,
      label: { text: asked.label, classes: 'govuk-label--s' },
      ...(asked.hint !== undefined && { hint: { text: asked.hint } }),
      ...withError(errors, name),
      items: [
        { value: '', text: 'Choose' },
        ...asked.options.map(({ value, text }) => ({
          value,
          text,
          selected: shownText(form, name, asked.start) === value,
        })),
      ],
    })
  return { ...choice({ legend: asked.label, options: asked.options, missing: asked.missing }), show }
}

/** The same question with its answer told otherwise. */
export function converted<T, U>(field: Field<T>, to: (value: T) => U): Field<U> {
  return {
    show: field.show,
    read: (name, form, now): Read<U> => {
      const found = field.read(name, form, now)
      return found.kind === 'read' ? read(to(found.value)) : found
    },
  }
}

/** The parts that radios and checkboxes share: name, ids, legend, hint, error. */
export function group({ legend, hint, asHeading }: Choosing, name: string, errors: Asking['errors']) {
  return {
    name,
    idPrefix: name,
    fieldset: {
      legend: asHeading
        ? {
            html: html`<h1 class="govuk-fieldset__heading">${legend}</h1>`,
            classes: 'govuk-fieldset__legend--l',
          }
        : { text: legend, classes: 'govuk-fieldset__legend--s' },
    },
    ...(hint !== undefined && { hint: { text: hint } }),
    ...withError(errors, name),
  }
}

function item<V extends string>({ value, text, hint }: Option<V>) {
  return { value, text, ...(hint !== undefined && { hint: { text: hint } }) }
}

function withError(errors: Asking['errors'], name: string) {
  const error = errorOf(errors, name)
  return error === undefined ? {} : { errorMessage: error }
}

function radios<V extends string>(asked: Among<V>): Field<V>['show'] {
  return (name, { form, errors }) =>
    govuk('radios', {
      ...group(asked, name, errors),
      ...(asked.inline && { classes: 'govuk-radios--inline' }),
      items: asked.options.map((option) => ({
        ...item(option),
        checked: shownText(form, name, asked.start) === option.value,
      })),
    })
}

function chosenIn<V extends string>({ options }: Among<V>, form: Form, name: string): V | undefined {
  const sent = form.text(name)
  return options.find(({ value }) => value === sent)?.value
}
