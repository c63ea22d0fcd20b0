import type { PoolClient } from 'pg'
import type {
  BesideSession,
  LookedAtThem,
  OwedToThem,
  TheirAbsence,
  TheirSession,
} from '../application/their-own.ts'
import type { Answerable } from '../application/projections/rows.ts'
import { ownEntriesOf } from '../domain/child/own-door.ts'
import { childsWordsIn, sharedWordsIn } from '../domain/episode/childs-words.ts'
import type { Chronology, EpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, Occurred } from '../domain/episode/entry.ts'
import type { Role } from '../domain/episode/roles.ts'
import type { Moment } from '../kernel/moment.ts'
import { fromStored, type Columns, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import { readSession } from './read-session.ts'
import { childEntry } from './shapes.ts'

const lookColumns: Columns<LookedAtThem> = {
  day: 'day',
  role: 'role',
  kind: 'kind',
  ofTheirCouncil: 'of_their_council',
  times: 'times',
}

const owedColumns: Columns<OwedToThem> = {
  duty: 'duty',
  startsAt: 'starts_at',
  dueAt: 'due_at',
  endOfDay: 'end_of_day',
}

const absenceColumns: Columns<TheirAbsence> = { from: 'from_at', returnedAt: 'returned_at' }

/** Through functions that answer whoever stands beside a child, with what the child may see. */
export function besideSession(client: PoolClient): BesideSession {
  const read = readSession(client)
  return {
    now: () => read.now(),
    look: (what, children) => read.look({ what, children }),
    children: async () => {
      const text = 'select subject, name from whereabouts.children_beside()'
      const { rows } = await prepared<{ subject: ChildId; name: string | null }>(client, text)
      return rows.map(({ subject, name }) => ({ child: subject, ...(name !== null && { name }) }))
    },
    of: (child) => theirSession(client, child),
  }
}

/** What a child reads of their own record: through functions that answer the child alone. */
export function theirSession(client: PoolClient, child: ChildId): TheirSession {
  const read = readSession(client)
  const rows = async <Row extends object>(call: string) =>
    (await prepared<Row>(client, `select * from whereabouts.${call}($1)`, [child])).rows
  return {
    now: () => read.now(),
    look: (what) => read.look({ what, children: [child] }),
    card: async () => {
      const [row] = await rows<{ name: string | null; answerable: Answerable }>('their_card')
      return row && { ...(row.name !== null && { name: row.name }), answerable: row.answerable }
    },
    messages: async () => {
      const found = await rows<{ id: string; sequence: number; content: string }>('their_messages')
      return ownEntriesOf(
        found.map(({ id, sequence, content }) =>
          childEntry({
            kind: 'child',
            stream: child,
            id,
            sequence,
            own: 'care-childs-account',
            sections: new Map([['care-childs-account', content]]),
          }),
        ),
      )
    },
    said: async () => {
      const said = await rows<SaidRow>('their_words')
      return { words: saidIn(said, childsWordsIn), shared: saidIn(said, sharedWordsIn) }
    },
    absences: async () =>
      (await rows<StoredRow>('their_absences')).map((row) => fromStored(absenceColumns, row)),
    owed: async () => (await rows<StoredRow>('owed_to_them')).map((row) => fromStored(owedColumns, row)),
    looks: async () => (await rows<StoredRow>('looks_at_them')).map((row) => fromStored(lookColumns, row)),
    read: () => rows<{ at: Moment; role: Role }>('their_messages_read'),
  }
}

interface SaidRow {
  readonly stream: string
  readonly id: string
  readonly sequence: number
  readonly said: object
}

/** Each episode has its own corrections. What is left of an entry is enough to say what of it stands. */
function saidIn<T extends { readonly occurred: Occurred }>(
  rows: readonly SaidRow[],
  read: (chronology: Chronology) => readonly T[],
): readonly T[] {
  return [...Map.groupBy(rows, ({ stream }) => stream).values()]
    .flatMap((own) =>
      read(own.map(({ said, ...place }) => ({ ...said, ...place }) as unknown as EpisodeEntry)),
    )
    .toSorted((a, b) => (a.occurred.at < b.occurred.at ? 1 : -1))
}
