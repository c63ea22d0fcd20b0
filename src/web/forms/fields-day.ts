import { parseLondonDate, type LondonDate } from '../../kernel/london.ts'
import { optionalText } from './fields-text.ts'
import { problem, read, type Field, type Read } from './fields.ts'

interface Day {
  readonly label: string
  readonly hint?: string
  readonly start?: LondonDate
  /** Said of what is no day: "Enter the date of birth as day, month and year". */
  readonly wrong: string
}

/** A London day on one line, day first, with whatever stands between its parts. */
export function optionalDay({ start, wrong, ...asked }: Day): Field<LondonDate | undefined> {
  const line = optionalText({
    ...asked,
    width: 10,
    ...(start !== undefined && { start: start.split('-').toReversed().map(Number).join(' ') }),
  })
  return {
    show: line.show,
    read: (name, form): Read<LondonDate | undefined> => {
      const typed = form.text(name)
      if (typed === '') return read(undefined)
      const [, day = '', month = '', year = ''] = dayFirst.exec(typed) ?? []
      const date = parseLondonDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
      return date === undefined ? problem(name, wrong) : read(date)
    },
  }
}

const dayFirst = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]((?:19|20)\d\d)$/

export function day({ missing, ...asked }: Day & { readonly missing: string }): Field<LondonDate> {
  const field = optionalDay(asked)
  return {
    show: field.show,
    read: (name, form, now): Read<LondonDate> => {
      const found = field.read(name, form, now)
      if (found.kind === 'problems') return found
      return found.value === undefined ? problem(name, missing) : read(found.value)
    },
  }
}
