import { parseLondonDate } from '../../../kernel/london.ts'

const dayFirst = /(?<!\d)(\d{1,2})[/.\- ](\d{1,2})[/.\- ]((?:19|20)\d\d)(?!\d)/g

/** What was typed, with a date of birth as records write it: "3.4.2012" finds 2012-04-03. */
export function searchWords(typed: string): string {
  return typed.replace(dayFirst, (text, day: string, month: string, year: string) => {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return parseLondonDate(date) ?? text
  })
}
