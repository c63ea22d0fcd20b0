import type { FastifyRequest } from 'fastify'
import type { Draft, Drafts, Typed } from '../application/drafts.ts'
import type { Visitor } from '../application/ports.ts'
import { parseId } from '../kernel/ids.ts'
import { afterField, partField, wholeField, withPart } from './draft-parts.ts'
import { emptyForm, Form } from './forms/form.ts'

/** What a page may do with the drafts of whoever asked for it. */
export interface DraftsHere {
  /** Of this page, newest first. */
  readonly found: () => Promise<readonly Draft[]>
  /** False where this is no page of ours that takes words, or where that form was sent or thrown away. */
  readonly keep: (address: string, form: Form) => Promise<boolean>
  readonly drop: (address: string, form: string) => Promise<void>
  /** The draft that the pages under this address write together: the newest. */
  readonly whole: (place: string) => Promise<Draft | undefined>
  /** Begins one, which outlasts signing out. */
  readonly begin: (place: string, form: string, fields: Typed) => Promise<boolean>
  /** A page's part of one; undefined where that draft is done with or gone. `isSent`: a button was pressed. */
  readonly keepPart: (place: string, form: Form, isSent: boolean) => Promise<Draft | undefined>
  readonly dropPart: (place: string, whole: string, name: string) => Promise<void>
  /** What a device seals under while there is no network. */
  readonly key: string
}

export function draftsHere(
  drafts: Drafts,
  visitor: Visitor,
  { url }: Pick<FastifyRequest, 'url'>,
): DraftsHere {
  const here = placeIn(url)
  return {
    found: async () => (here === undefined ? [] : drafts.at(visitor, here)),
    keep: async (address, form) => {
      const place = placeIn(address)
      const id = parseId<'command'>(form.text('command'))
      if (place === undefined || id === undefined) return false
      return drafts.keep(visitor, place, { form: id, address: withoutForm(address), fields: typedIn(form) })
    },
    drop: async (address, form) => {
      const place = placeIn(address)
      if (place !== undefined) await drafts.drop(visitor, place, form)
    },
    whole: async (place) => (await drafts.at(visitor, place))[0],
    begin: (place, form, fields) =>
      drafts.keep(visitor, place, { form, address: place, fields, outlasts: true }),
    keepPart: async (place, form, isSent) => {
      const whole = parseId<'command'>(form.text(wholeField))
      const page = parseId<'command'>(form.text('command'))
      const name = form.text(partField)
      if (whole === undefined || page === undefined || !/^(?:_finish|[a-z0-9-]{1,80})$/.test(name))
        return undefined
      const part = { name, page, after: form.text(afterField), fields: typedIn(form) }
      return drafts.change(visitor, place, whole, (fields) => withPart(fields, part, isSent))
    },
    dropPart: async (place, whole, name) => {
      const id = parseId<'command'>(whole)
      const rest = (fields: Typed) => fields.filter(([key]) => !key.startsWith(`${name}.`))
      if (id !== undefined) await drafts.change(visitor, place, id, rest)
    },
    key: drafts.deviceKey(visitor),
  }
}

/** The address that the pages of one draft have in common, if this is one of them. */
export function wholePlaceIn(address: string): string | undefined {
  const [, place] =
    /^(\/episodes\/[\w-]{1,60}\/interview)(?:\/[\w/-]{1,100})?$/.exec(placeIn(address) ?? '') ?? []
  return place
}

/** The form as it was left, for the fields of its page. */
export function formOf({ fields }: Draft): Form {
  const names = new Set(fields.map(([name]) => name))
  return names.size === 0
    ? emptyForm
    : new Form(
        new Map(
          [...names].map((name) => [name, fields.filter(([one]) => one === name).map(([, value]) => value)]),
        ),
      )
}

/** Where a draft is continued: the same page, with the form that it will be. */
export function continueAt({ address, form }: Draft): string {
  return `${address}${address.includes('?') ? '&' : '?'}form=${form}`
}

/** The page that an address means, by its path: an episode's, a child's or a report's; undefined for any other. */
export function placeIn(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/)
  return /^\/(episodes|children|report)\/[\w%./~-]{1,200}$/.test(path) && !path.includes('//')
    ? path
    : undefined
}

function withoutForm(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('form')
  const left = asked.toString()
  return left === '' ? path : `${path}?${left}`
}

/** The id and the count of entries belong to the page and not to what was typed. */
const ofThePage: ReadonlySet<string> = new Set(['command', 'shown'])

function typedIn(form: Form): Draft['fields'] {
  return form
    .entries()
    .filter(([name]) => !name.startsWith('_') && !ofThePage.has(name))
    .flatMap(([name, values]) => values.map((value) => [name, value] as const))
}
