import { textsThatName, withoutNames } from '../domain/episode/other-children.ts'
import { sectionOfEntry, sectionsOf, type Section } from '../domain/episode/sections.ts'

type Body = Readonly<Record<string, unknown>>
export type BodyParts = ReadonlyMap<Section, Body>

/** What dividing an entry needs to know of the entry that it is about. */
export interface Lies {
  /** Where the entry itself lies. */
  readonly own: Section
  /** The type of the entry that it corrects: its changes lie where the fields that they change lie. */
  readonly corrects?: string
}

/**
 * Divides a body by who may read each field. The section of the entry itself, mostly `core`, is always there and comes
 * first. Where the body names other children, their names are taken out of it, and what was written stands in their
 * section as well.
 */
export function divided(
  type: string,
  body: Body,
  { own, corrects }: Lies = { own: sectionOfEntry(type) },
): BodyParts {
  const parts = partsOf(type, body, own)
  const apart = new Map<Section, Body>(parts)
  if (corrects !== undefined && isBody(body.changes)) {
    for (const [section, changes] of partsOf(corrects, body.changes, own)) {
      apart.set(section, { ...apart.get(section), changes })
    }
  }
  return withNamesApart(apart, { type, own, ...(corrects !== undefined && { corrects }) }, body.otherChildren)
}

/** The body as far as it may be read: the parts put together again. What comes later says it better. */
export function joined(parts: Iterable<Body>): Body {
  let body: Body = {}
  for (const part of parts) {
    const nested = Object.entries(part).flatMap(([field, value]) => {
      const before = body[field]
      return isBody(before) && isBody(value) ? [[field, joined([before, value])] as const] : []
    })
    body = { ...body, ...part, ...Object.fromEntries(nested) }
  }
  return body
}

/** The texts without the names, and beside them, for whoever may read it, what was written. */
function withNamesApart(
  parts: Map<Section, Body>,
  { type, corrects, own }: Lies & { readonly type: string },
  names: unknown,
): BodyParts {
  if (!isNames(names)) return parts
  for (const [section, part] of parts)
    if (section !== own) parts.set(section, withoutNamesOfOthers(part, { type, section }, names))
  const written = parts.get(own) ?? {}
  const named: Body = {
    ...naming(written, textsThatName(type), names),
    ...(isBody(written.changes) && corrects !== undefined && ofChanges(written.changes, corrects, names)),
  }
  if (Object.keys(named).length === 0) return parts
  return parts
    .set(own, joined([written, withoutNamesIn(named, names)]))
    .set('other-children', { ...parts.get('other-children'), ...named })
}

/** A text that stands apart in several sections keeps the names in the last of them, which is the narrowest. */
function withoutNamesOfOthers(
  part: Body,
  { type, section }: { readonly type: string; readonly section: Section },
  names: readonly string[],
): Body {
  const texts = textsThatName(type).filter((field) => sectionsOf(type, field).at(-1) !== section)
  return { ...part, ...withoutNamesIn(naming(part, texts, names), names) }
}

function ofChanges(changes: Body, corrects: string, names: readonly string[]): Body {
  const named = naming(changes, textsThatName(corrects), names)
  return Object.keys(named).length === 0 ? {} : { changes: named }
}

/** Those of the texts in which one of the names stands, also inside what has several. */
function naming(body: Body, texts: readonly string[], names: readonly string[]): Body {
  const found = Object.entries(body).flatMap(([field, value]): readonly [string, unknown][] => {
    if (!texts.includes(field)) return []
    if (typeof value === 'string') return withoutNames(value, names) === value ? [] : [[field, value]]
    const asked = isBody(value) ? Object.keys(value).filter((one) => one !== 'kind') : []
    const inside = isBody(value) ? naming(value, asked, names) : {}
    return Object.keys(inside).length === 0 ? [] : [[field, inside]]
  })
  return Object.fromEntries(found)
}

function withoutNamesIn(body: Body, names: readonly string[]): Body {
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [
      field,
      isBody(value) ? withoutNamesIn(value, names) : withoutNames(value as string, names),
    ]),
  )
}

function partsOf(type: string, body: Body, own: Section): Map<Section, Body> {
  const parts = new Map<Section, Body>([[own, {}]])
  for (const [field, value] of Object.entries(body)) {
    for (const apart of sectionsOf(type, field)) {
      const section = apart === 'core' ? own : apart
      parts.set(section, { ...parts.get(section), [field]: value })
    }
  }
  return parts
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
