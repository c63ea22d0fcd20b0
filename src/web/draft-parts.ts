import type { Draft, Typed } from '../application/drafts.ts'
import { Form } from './forms/form.ts'

/** Fields with which a page says that it is a part of a draft that several pages write, and which part. */
export const wholeField = '_whole'
export const partField = '_part'
/** Who wrote the part last when the page was shown: by that it is seen whether somebody wrote it since. */
export const afterField = '_after'

/** A page's part of a draft, as that page typed it. */
export interface Part {
  readonly name: string
  /** The page that typed it: each time that a question is shown it is another page. */
  readonly page: string
  readonly after: string
  readonly fields: Typed
}

/** What stands of one part: its fields by the names that its page gives them. */
export function partOf({ fields }: Pick<Draft, 'fields'>, name: string): Form {
  const own = fields.flatMap(([key, value]) =>
    key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value] as const] : [],
  )
  return new Form(
    new Map(
      own.map(([key]) => [key, own.filter(([other]) => other === key).map(([, value]) => value)] as const),
    ),
  )
}

/** Marks of the part itself, beside what was typed in it. A dot is in no name of a field. */
const by = '.by'
const sent = '.sent'
const beside = '.beside'

/** The page that wrote it last. */
export function writerOf(draft: Pick<Draft, 'fields'>, name: string): string {
  return partOf(draft, name).text(by)
}

/** What another page had typed here that was not seen when this was written: on a device without a network, perhaps. */
export function besideOf(draft: Pick<Draft, 'fields'>, name: string): readonly string[] {
  return partOf(draft, name).all(beside)
}

/** The draft with this part as the page typed it. A page that was sent writes no more, however late it comes. What was
    typed before somebody else wrote the same part stays beside it and takes nothing away. `isSent`: by pressing a button,
    having seen what stood beside. */
export function withPart(fields: Typed, part: Part, isSent: boolean): Typed {
  const { name, page, after } = part
  const whole = { fields }
  const before = partOf(whole, name)
  if (before.all(sent).includes(page)) return fields
  const others = fields.filter(([key]) => !key.startsWith(`${name}.`))
  const isLate = before.text(by) !== page && before.text(by) !== after
  const marks = [
    ...before.all(sent).map((one) => [sent, one] as const),
    ...(isSent ? [[sent, page] as const] : []),
  ]
  if (isLate) {
    const own = part.fields.map(([, value]) => value).filter((value) => value.trim() !== '')
    const stays = allIn(before).filter(([key]) => key !== sent)
    const late = [
      ...stays,
      ...own.filter((value) => !isThere(before, value)).map((value) => [beside, value] as const),
    ]
    return [...others, ...named(name, [...late, ...marks])]
  }
  const kept = isSent ? [] : besideOf(whole, name).map((value) => [beside, value] as const)
  return [...others, ...named(name, [...part.fields, [by, page], ...kept, ...marks])]
}

function isThere(before: Form, value: string): boolean {
  return allIn(before).some(([, one]) => one === value)
}

function allIn(form: Form): Typed {
  return form.entries().flatMap(([key, values]) => values.map((value) => [key, value] as const))
}

function named(name: string, fields: Typed): Typed {
  return fields.map(([key, value]) => [`${name}.${key}`, value])
}
