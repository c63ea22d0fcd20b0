import { latest, type Moment, parseMoment } from '../../src/kernel/moment.ts'
import type {
  Chronology,
  EntryType,
  EpisodeBodies,
  EpisodeEntry,
  NewEpisodeEntry,
} from '../../src/domain/episode/entries.ts'
import { entryVersions } from '../../src/domain/episode/entries.ts'
import type { Author, EntryId, EpisodeId, Precision, ToldBy } from '../../src/domain/episode/entry.ts'
import { at } from './at.ts'
import { ordinary, ordinaryAuthor } from './bodies.ts'
import { cast, idFor } from './cast.ts'

export { at } from './at.ts'

/** An entry before the store has taken it. Without `recorded` it was written down when it happened. */
export type Draft = NewEpisodeEntry & { readonly recorded?: Moment }

interface Told {
  /** Any words: the entry's id is made from them, so another entry can name it by `entryId`. */
  readonly id?: string
  readonly by?: Author
  readonly recorded?: string
  readonly precision?: Precision
  readonly toldBy?: ToldBy
}

export const theEpisode: EpisodeId = idFor<'episode'>('the episode')

export function entryId(words: string): EntryId {
  return idFor<'entry'>(words)
}

/** One fact: a type, a London wall-clock time ('2026-03-28T22:40') or a moment, and whatever is not ordinary. */
export function entry<T extends EntryType>(
  type: T,
  when: string,
  body: Partial<EpisodeBodies[T]> = {},
  told: Told = {},
): Draft {
  return {
    id: entryId(told.id ?? `${type} ${when} ${JSON.stringify(body)}`),
    type,
    version: entryVersions[type],
    occurred: { at: moment(when), precision: told.precision ?? 'minute' },
    by: told.by ?? ordinaryAuthor(type),
    ...(told.recorded === undefined ? {} : { recorded: moment(told.recorded) }),
    ...(told.toldBy === undefined ? {} : { toldBy: told.toldBy }),
    body: { ...ordinary[type], ...body },
  } as unknown as Draft
}

/** What the record holds: the drafts in the order in which they were written down. */
export function given(...drafts: readonly Draft[]): Chronology {
  return after([], ...drafts)
}

/** The same record with more written to its end. */
export function after(chronology: Chronology, ...drafts: readonly Draft[]): Chronology {
  return drafts.reduce<Chronology>((so, draft) => [...so, stored(so, draft)], chronology)
}

function stored(so: Chronology, draft: Draft): EpisodeEntry {
  const previous = so.at(-1)
  const recorded = draft.recorded ?? draft.occurred.at
  return {
    ...draft,
    stream: theEpisode,
    sequence: (previous?.sequence ?? 0) + 1,
    recorded: previous === undefined ? recorded : latest(recorded, previous.recorded),
  }
}

function moment(text: string): Moment {
  return parseMoment(text) ?? at(text)
}

/** Noticed at 21:40 on the night on which the clocks go forward, police told at 22:15, graded at 22:50; not back. */
export function aChildMissingOvernight(): Chronology {
  return given(
    entry('concern-raised', '2026-03-28T21:40', {}, { id: 'concern' }),
    entry('threshold-assessed', '2026-03-28T21:42', { worriedNow: true }, { id: 'worry' }),
    entry('answered', '2026-03-28T19:30', {}, { id: 'last seen', recorded: '2026-03-28T21:50' }),
    entry('action-taken', '2026-03-28T21:55', {}, { id: 'rang his mobile' }),
    entry('reported-missing', '2026-03-28T22:15', {}, { id: 'report' }),
    entry('agency-informed', '2026-03-28T22:25', {}, { id: 'told the duty team' }),
    entry('risk-assessed', '2026-03-28T22:50', {}, { id: 'grade' }),
  )
}

/** The same child, seen at the bus station at 06:20 and back at Fernside at 07:10 on 29 March. */
export function aChildBackInTheMorning(): Chronology {
  return after(
    aChildMissingOvernight(),
    entry('located', '2026-03-29T06:20', {}, { id: 'located' }),
    entry('returned', '2026-03-29T07:10', {}, { id: 'return' }),
  )
}

/** A child who was late and came home by themselves before anyone had to be told. */
export function aChildBackBeforeAnyReport(): Chronology {
  return given(
    entry('concern-raised', '2026-03-28T21:40', { authorisation: 'late' }, { id: 'concern' }),
    entry(
      'threshold-assessed',
      '2026-03-28T21:42',
      { worriedNow: false, why: 'The bus is late' },
      { id: 'worry' },
    ),
    entry('returned', '2026-03-28T22:05', { how: 'by-themselves' }, { id: 'return', by: cast.carer }),
  )
}
