import type { ChildEntryType } from '../domain/child/child.ts'
import type { EntryType } from '../domain/episode/entries.ts'
import { sectionOf, sectionOfEntry, type Section } from '../domain/episode/sections.ts'

type Body = Readonly<Record<string, unknown>>
export type BodyParts = ReadonlyMap<Section, Body>

/**
 * Divides a body by who may read each field. The section of the entry itself, mostly `core`, is always there and comes
 * first. A correction lies where what it corrects lies, and its changes in the sections of the fields that they change,
 * so it is told the type of that entry.
 */
export function divided(
  type: EntryType | ChildEntryType,
  body: Body,
  corrects?: EntryType | ChildEntryType,
): BodyParts {
  const own = sectionOfEntry(type === 'entry-corrected' && corrects !== undefined ? corrects : type)
  const parts = partsOf(type, body, own)
  if (type !== 'entry-corrected' || corrects === undefined || !isBody(body.changes)) return parts
  const apart = new Map<Section, Body>(parts)
  for (const [section, changes] of partsOf(corrects, body.changes, own)) {
    apart.set(section, { ...apart.get(section), changes })
  }
  return apart
}

/** The body as far as it may be read: the parts put together again. */
export function joined(parts: Iterable<Body>): Body {
  let body: Body = {}
  for (const part of parts) {
    const changes =
      isBody(body.changes) && isBody(part.changes)
        ? { changes: { ...body.changes, ...part.changes } }
        : undefined
    body = { ...body, ...part, ...changes }
  }
  return body
}

function partsOf(type: EntryType | ChildEntryType, body: Body, own: Section): Map<Section, Body> {
  const parts = new Map<Section, Body>([[own, {}]])
  for (const [field, value] of Object.entries(body)) {
    // Types of a child's own stream have no fields apart, and are answered the section of their entry.
    const apart = sectionOf(type as EntryType, field)
    const section = apart === 'core' ? own : apart
    parts.set(section, { ...parts.get(section), [field]: value })
  }
  return parts
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
