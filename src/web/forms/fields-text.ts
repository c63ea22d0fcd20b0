import { errorOf } from '../components/errors.ts'
import { govuk } from '../components/official.ts'
import type { Html } from '../html.ts'
import type { Form } from './form.ts'
import { problem, read, shownText, type Asking, type Field } from './fields.ts'
import { longestText, textProblem } from './text.ts'

interface Asked {
  readonly label: string
  readonly hint?: string
  /** What it says before anyone has typed. */
  readonly start?: string
  /** The label is the page's own h1: one question a page. */
  readonly asHeading?: boolean
}

interface Line extends Asked {
  readonly width?: 5 | 10 | 20
  readonly kind?: 'telephone' | 'numeric'
}

/** Said when nothing was typed: "Enter where the child is". */
interface Needed {
  readonly missing: string
}

/** One line, kept as typed. Spaces alone are nothing. */
export function text(asked: Line & Needed): Field<string> {
  return needed(asked, line(asked), 200)
}

export function optionalText(asked: Line): Field<string | undefined> {
  return optional(asked, line(asked), 200)
}

/** Several lines, kept as typed. */
export function longText(asked: Asked & Needed): Field<string> {
  return needed(asked, lines(asked), longestText)
}

export function optionalLongText(asked: Asked): Field<string | undefined> {
  return optional(asked, lines(asked), longestText)
}

function needed(asked: Asked & Needed, show: Field<string>['show'], longest: number): Field<string> {
  return {
    show,
    read: (name, form) => {
      const typed = typedIn(form, name)
      if (typed.trim() === '') return problem(name, asked.missing)
      const fault = textProblem(typed, asked.label, longest)
      return fault === undefined ? read(typed) : problem(name, fault)
    },
  }
}

function optional(asked: Asked, show: Field<string>['show'], longest: number): Field<string | undefined> {
  return {
    show,
    read: (name, form) => {
      const typed = typedIn(form, name)
      const fault = textProblem(typed, asked.label, longest)
      if (fault !== undefined) return problem(name, fault)
      return read(typed.trim() === '' ? undefined : typed)
    },
  }
}

/** Browsers send line ends as CR LF; the record has one kind. */
function typedIn(form: Form, name: string): string {
  return form.typed(name).replaceAll('\r\n', '\n')
}

function line(asked: Line): Field<string>['show'] {
  const { width, kind } = asked
  return (name, asking) =>
    govuk('input', {
      ...common(asked, name, asking),
      ...(width !== undefined && { classes: `govuk-input--width-${width}` }),
      ...(kind === 'telephone' && { type: 'tel' }),
      ...(kind === 'numeric' && { inputmode: 'numeric' }),
      autocomplete: 'off',
    })
}

function lines(asked: Asked): Field<string>['show'] {
  return (name, asking): Html => govuk('textarea', { ...common(asked, name, asking), rows: '4' })
}

function common({ label, hint, start, asHeading }: Asked, name: string, { form, errors }: Asking) {
  const error = errorOf(errors, name)
  return {
    id: name,
    name,
    label: {
      text: label,
      ...(asHeading ? { isPageHeading: true, classes: 'govuk-label--l' } : { classes: 'govuk-label--s' }),
    },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: shownText(form, name, start),
    ...(error && { errorMessage: error }),
  }
}
