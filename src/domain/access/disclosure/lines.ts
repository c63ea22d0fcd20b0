import { dateInWords, momentInWords, parseLondonDate } from '../../../kernel/london.ts'
import { parseId } from '../../../kernel/ids.ts'
import { parseMoment } from '../../../kernel/moment.ts'
import type { Line } from './passage.ts'

/** What an id stands for, in words; undefined where it names another part of the record. */
export type Named = (id: string) => string | undefined

/** Everything that a body says, one line a value: nothing is left out, so that what is disclosed can be held to it. */
export function linesOf(body: unknown, named: Named, field = ''): readonly Line[] {
  if (body === null || body === undefined) return []
  if (Array.isArray(body)) return body.flatMap((one: unknown) => linesOf(one, named, field))
  if (typeof body === 'object')
    return Object.entries(body).flatMap(([name, value]) =>
      linesOf(value, named, field === '' ? inWords(name) : `${field}: ${inWords(name)}`),
    )
  const value = body as string | number | boolean
  const isId = typeof value === 'string' && parseId(value) !== undefined
  return [
    {
      field: capitalised(field),
      text: valueInWords(value, named),
      ...(isId && { fromDirectory: true as const }),
    },
  ]
}

function valueInWords(value: string | number | boolean, named: Named): string {
  if (typeof value !== 'string') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const id = parseId(value)
  if (id !== undefined) return named(id) ?? `another part of the record (${id.slice(0, 8)})`
  const at = parseMoment(value)
  if (at !== undefined) return momentInWords(at)
  const day = parseLondonDate(value)
  if (day !== undefined) return dateInWords(day)
  return isCode(value) ? value.replaceAll('-', ' ') : value
}

/** A value of ours, such as `not-authorised`: nobody typed it. */
function isCode(value: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+$/.test(value)
}

/** `expectedAt` as "expected at". */
function inWords(name: string): string {
  return name
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
