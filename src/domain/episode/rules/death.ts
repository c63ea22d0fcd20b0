import type { OrganisationKind } from '../entry.ts'
import type { EpisodeEntry, NewEpisodeEntry } from '../entries.ts'
import type { Question, Rule } from './question.ts'

const establish: ReadonlySet<OrganisationKind> = new Set(['police', 'council', 'health'])

export function mayRecordDeath(kind: OrganisationKind): boolean {
  return establish.has(kind)
}

/** A death ends the search for everyone, so it is written down, and taken back, by those who establish it. Whoever finds
    a child rings 999. */
export const deathIsEstablished: Rule = (question) => {
  const { entry } = question
  if (mayRecordDeath(entry.by.organisationKind)) return undefined
  const isDeath = isOfDeath(entry) || isOfDeath(uncorrected(question)) || isOfDeath(takenBack(question))
  return isDeath ? { kind: 'death-is-established' } : undefined
}

function isOfDeath(entry: EpisodeEntry | NewEpisodeEntry | undefined): boolean {
  return entry?.type === 'located' && entry.body.outcome === 'died'
}

function uncorrected({ entry, entries }: Question): EpisodeEntry | undefined {
  return entries.find(({ id }) => id === entry.id)
}

function takenBack({ entry, entries }: Question): EpisodeEntry | undefined {
  if (entry.type !== 'recorded-in-error' || entry.body.scope.kind === 'episode') return undefined
  const { entry: id } = entry.body.scope
  return entries.find((other) => other.id === id)
}
