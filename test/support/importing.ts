import { asRecorded } from '../../src/application/as-recorded.ts'
import type { ChildToImport } from '../../src/application/commands/import-child.ts'
import { takeAll } from '../../src/application/commands/import-take.ts'
import type { LoadedSubject } from '../../src/application/ports.ts'
import type { ChildEntry, ChildStream, NewChildEntry } from '../../src/domain/child/child.ts'
import type { Chronology, NewEpisodeEntry } from '../../src/domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { aldermoor, directory } from './a-directory.ts'
import { firstEdition } from './first-edition.ts'
import { idOf } from './told-of-a-child.ts'

export const importing: Author = {
  person: idOf('import'),
  name: 'Import',
  post: idOf('import post'),
  role: 'responsible-council',
  organisation: aldermoor.id,
  organisationName: aldermoor.name,
  organisationKind: 'council',
}

const jointProtocol = 'missing-from-home-and-care'

export const importer = {
  author: importing,
  directory: {
    ...directory,
    organisations: directory.organisations.map((one) =>
      one === aldermoor ? { ...one, jointProtocol } : one,
    ),
  },
  protocols: { editions: [firstEdition()] },
}

export type OnRecord = Pick<LoadedSubject, 'child' | 'episodes'>

export const nothingKnown: OnRecord = { child: [], episodes: new Map() }

/** One import of one child, as the store would carry it out: what came of it, and the record afterwards. */
export function imported(before: OnRecord, child: ChildToImport, now: Moment) {
  const { streams, ...came } = takeAll(importer, { ...before, now }, child)
  let stream: ChildStream = before.child
  const episodes = new Map<EpisodeId, Chronology>(before.episodes)
  for (const { kind, stream: id, entries } of streams) {
    if (kind === 'child') stream = recorded(stream, id as ChildId, entries as readonly NewChildEntry[], now)
    else {
      const chronology = episodes.get(id as EpisodeId) ?? []
      const added = asRecorded(entries as readonly NewEpisodeEntry[], chronology.length, id as EpisodeId, now)
      episodes.set(id as EpisodeId, [...chronology, ...added])
    }
  }
  return { ...came, streams, after: { child: stream, episodes } }
}

/** The stream with entries at its end, as recorded at that moment. */
export function recorded(
  stream: ChildStream,
  child: ChildId,
  entries: readonly NewChildEntry[],
  now: Moment,
): ChildStream {
  return [
    ...stream,
    ...entries.map((entry, index): ChildEntry => ({
      ...entry,
      stream: child,
      sequence: stream.length + index + 1,
      recorded: now,
    })),
  ]
}
