import type { Chronology, EpisodeEntry } from '../../domain/episode/entries.ts'

/** Entries that are named by an `id` that none has, or have one that another has, in words. */
export function unknownNames(chronology: Chronology): readonly string[] {
  const ids = chronology.map(({ id }) => id)
  const doubled = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [
    ...[...doubled].map((id) => `two entries have the id "${id}"`),
    ...chronology.flatMap((entry) =>
      namedBy(entry)
        .filter(([, id]) => id !== '' && !(ids as readonly string[]).includes(id))
        .map(([field, id]) => `${field} of ${entry.type} names "${id}", and no entry has that id`),
    ),
  ]
}

function namedBy(entry: EpisodeEntry): readonly (readonly [field: string, id: string])[] {
  if (entry.type === 'entry-corrected') return said('corrects', entry.body.corrects)
  if (entry.type === 'recorded-in-error' && entry.body.scope.kind === 'entry')
    return said('scope', entry.body.scope.entry)
  if (entry.type === 'acknowledged' && entry.body.of.kind === 'entry') return said('of', entry.body.of.entry)
  if (entry.type === 'challenge-answered') return said('challenge', entry.body.challenge)
  return entry.type === 'answered' ? said('asked', entry.body.asked) : []
}

/** A file may leave it out, whatever the record asks for. */
function said(field: string, id: string | undefined): readonly (readonly [field: string, id: string])[] {
  return id === undefined ? [] : [[field, id]]
}
