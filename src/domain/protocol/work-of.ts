import { sections, workedIn, type Section } from '../episode/sections.ts'
import type { Clause, Edition, Evidence } from './protocol.ts'

/** The sections outside `core` in which the work of a duty lies, by every edition that lays it: where what begins it is
    kept apart, and what meets it. Whoever is shut out of one of them cannot do it. */
export function workOf(duty: string, editions: readonly Edition[]): readonly Section[] {
  const found = new Set(editions.flatMap((edition) => worksOf(edition).get(duty) ?? []))
  return found.size === 0 ? [] : sections.filter((section) => found.has(section))
}

type Works = ReadonlyMap<string, readonly Section[]>

/** An edition never changes, so this is worked out once. */
const works = new WeakMap<Edition, Works>()

function worksOf(edition: Edition): Works {
  const known = works.get(edition)
  if (known !== undefined) return known
  const found = new Map(edition.clauses.map((clause) => [clause.duty, askedOf(clause).flatMap(worked)]))
  works.set(edition, found)
  return found
}

function worked({ entry }: Evidence): readonly Section[] {
  return workedIn(entry)
}

function askedOf({ starts, met }: Clause): readonly Evidence[] {
  return [...(starts.kind === 'entry' ? [starts.evidence] : []), ...(met.kind === 'entry' ? met.anyOf : [])]
}
