import { trusted, type Html } from '../html.ts'

/** Radios whose further questions are shown by style alone, with JavaScript or without. The official script would mark the
    radio as expanded, which a radio may not be (WAI-ARIA 1.2), so the attribute by which it finds them is left out. What
    a person typed cannot be touched: in it a quotation mark is escaped. */
export function revealed(radios: Html): Html {
  return trusted(radios.toString().replaceAll(/ data-aria-controls="[^"]*"/g, ''))
}
