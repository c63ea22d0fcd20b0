import { childAt } from '../domain/child/child-at.ts'
import { closenessOf } from '../domain/child/independence.ts'
import type { Circumstances } from '../domain/episode/command.ts'
import { changed } from '../domain/episode/effective.ts'
import type { Chronology, NewEpisodeEntry } from '../domain/episode/entries.ts'
import { episodeOf } from '../domain/episode/evolve.ts'
import type { LoadedSubject } from './ports.ts'

/** How whoever an entry names as the interviewer stands to the child, also where a correction names them. */
export function interviewerIn(
  proposed: NewEpisodeEntry,
  chronology: Chronology,
  { child, directory }: Pick<LoadedSubject, 'child' | 'directory'>,
): Circumstances['interviewer'] {
  const entry = asItWouldStand(proposed, chronology)
  if (entry?.type !== 'interview-held' && entry?.type !== 'interview-arranged') return undefined
  const at = entry.type === 'interview-arranged' ? entry.body.at : entry.occurred.at
  const from = episodeOf(chronology).raised?.occurred.at ?? at
  return closenessOf(entry.body.interviewer, childAt(child, at), directory, { from, at }, entry.by)
}

function asItWouldStand(proposed: NewEpisodeEntry, chronology: Chronology): NewEpisodeEntry | undefined {
  if (proposed.type !== 'entry-corrected') return proposed
  const target = chronology.find(({ id }) => id === proposed.body.corrects)
  return target && { ...changed(target, proposed.body), by: proposed.by }
}
