import type { CareStream } from '../care/record.ts'
import type { ChildStream } from '../child/child.ts'
import { childAt } from '../child/child-at.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Author, EntryId, EpisodeId, OrganisationId, OrganisationKind } from '../episode/entry.ts'
import type { Section } from '../episode/sections.ts'
import type { Moment } from '../../kernel/moment.ts'
import { controllers } from './readers.ts'

/** One section of one entry, for which somebody answers. */
export interface HeldPart {
  readonly entry: EntryId
  readonly section: Section
  /** Of the child's own stream, on which everybody's reading rests: it goes with the last that is held. */
  readonly own: boolean
}

/** Everything in one record for which one organisation decides about disclosure and disposal. */
export interface Holding {
  readonly controller: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  readonly parts: readonly HeldPart[]
}

/** A record as it is held: who recorded each entry, and in which sections it lies. */
export interface HeldRecord {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly care: CareStream
  /** By entry: the sections that still have their content. */
  readonly sections: ReadonlyMap<EntryId, readonly Section[]>
}

/** Each organisation's part of a record. What the council answers for lies with whoever recorded it as long as no council
    has taken responsibility; what police answer for was recorded by police. */
export function holdingsOf({ child, episodes, care, sections }: HeldRecord, now: Moment): readonly Holding[] {
  const { responsibleCouncil } = childAt(child, now)
  const streams = [
    { own: true, entries: child },
    ...[...episodes.values(), care].map((entries) => ({ own: false, entries })),
  ]
  const authors = new Map<OrganisationId, Author>()
  const parts = new Map<OrganisationId, HeldPart[]>()
  for (const { own, entries } of streams) {
    for (const { id, by } of entries) {
      authors.set(by.organisation, by)
      for (const section of sections.get(id) ?? []) {
        const { who } = controllers[section]
        const controller =
          who === 'responsible-council' ? (responsibleCouncil ?? by.organisation) : by.organisation
        const held = parts.get(controller) ?? []
        held.push({ entry: id, section, own })
        parts.set(controller, held)
      }
    }
  }
  return [...parts].map(([controller, held]) => {
    const author = authors.get(controller)
    return {
      controller,
      name: author?.organisationName ?? 'the responsible council',
      kind: author?.organisationKind ?? 'council',
      parts: held,
    }
  })
}

/** What goes when one organisation disposes of its part. With the last part everything goes; before that, what it holds
    in the episodes alone. */
export function disposedWith(
  holdings: readonly Holding[],
  controller: OrganisationId,
  already: readonly OrganisationId[],
): { readonly whole: boolean; readonly parts: readonly HeldPart[] } {
  const others = holdings.filter((one) => one.controller !== controller && !already.includes(one.controller))
  const whole = others.length === 0
  const gone = holdings.filter((one) => whole || one.controller === controller).flatMap(({ parts }) => parts)
  return { whole, parts: whole ? gone : gone.filter(({ own }) => !own) }
}
