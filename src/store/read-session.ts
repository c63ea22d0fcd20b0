import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import type { Found, ReadSession } from '../application/ports.ts'
import type { BoardRow, CareRow, ChildCard, DutyRow, EpisodeCard } from '../application/projections/rows.ts'
import type { KeptOut } from '../domain/child/record.ts'
import type { ChildId, EpisodeId, PersonId } from '../domain/episode/entry.ts'
import type { Learned } from '../domain/episode/finding-bodies.ts'
import type { Section } from '../domain/episode/sections.ts'
import type { Moment } from '../kernel/moment.ts'
import { careStreamOf } from './care-session.ts'
import {
  boardColumns,
  careColumns,
  childCardColumns,
  dutyColumns,
  episodeCardColumns,
  fromStored,
  type StoredRow,
} from './projection-rows.ts'
import { prepared, rowsOf, sqlOf } from './query.ts'
import { readCare, readChild, readChronology } from './read-entries.ts'
import { lookAgain, looksAt, looksBy, manyLooks, mayReadLooks } from './read-looks.ts'
import { refuseUnstorable } from './storable.ts'

/** Reads within one snapshot. What row security hides is not there. */
export function readSession(client: PoolClient, shownSince?: Moment): ReadSession {
  return {
    now: () => readNow(client),
    // In the same transaction as what was looked at: `Store.read` answers only when both are committed.
    look: async ({ what, children, purpose, reference }) => {
      refuseUnstorable([what, purpose, reference], 'look')
      if (shownSince !== undefined) return lookAgain(client, what, children, shownSince)
      await prepared(
        client,
        'insert into whereabouts.look (what, children, purpose, reference) values ($1, $2, $3, $4)',
        [what, children, purpose ?? null, reference ?? null],
      )
    },
    child: (child) => readChild(client, child),
    chronology: (episode) => readChronology(client, episode),
    ...filesOf(client),
    card: async (child) => {
      const rows = await rowsOf(
        client,
        sqlOf.selectFrom('child_card').selectAll().where('subject', '=', child),
      )
      return (await withoutKeptOut(client, rows.map(toCard)))[0]
    },
    episodesOf: async (child) => toCards(await rowsOf(client, episodeCards(child).where('care', 'is', null))),
    careEpisodesOf: async (child) =>
      toCards(await rowsOf(client, episodeCards(child).where('care', 'is not', null))),
    careMissing: () => careMissing(client),
    board: async () => {
      const statement = sqlOf.selectFrom('board').selectAll().where('subject', 'in', mine())
      const rows = await rowsOf(client, statement.orderBy('from_at').orderBy('episode'))
      return withoutKeptOut(
        client,
        rows.map((row) => fromStored<BoardRow>(boardColumns, row)),
      )
    },
    dutiesOf: async (episode) => {
      const rows = await rowsOf(client, duties().where('episode', '=', episode))
      return rows.map(toDuty)
    },
    openDuties: async (of) => {
      const statement = duties()
        .where((asked) =>
          of === undefined ? asked('subject', 'in', mine()) : asked('subject', '=', anyOf(of)),
        )
        .where(({ fn }) => fn.coalesce('met_at', 'discharged_at', 'cancelled_at'), 'is', null)
      return (await rowsOf(client, statement)).map(toDuty)
    },
    childrenWithConcerns: () => childrenWithConcerns(client),
    findChildren: (text, limit) => findChildren(client, text, limit),
    mayReadLooks: (child) => mayReadLooks(client, child),
    ...careOn(client),
    looksAt: (child, asked, limit) => looksAt(client, child, asked, limit),
    looksBy: (asked, limit) => looksBy(client, asked, limit),
    manyLooks: (asked, least) => manyLooks(client, asked, least),
  }
}

function careOn(client: PoolClient): Pick<ReadSession, 'care' | 'careRows'> {
  return {
    care: (child) => readCare(client, careStreamOf(child)),
    careRows: async (of) => {
      const { rows } = await prepared<StoredRow>(
        client,
        `select distinct on (t.subject, t.strand) t.* from whereabouts.care_strand t
         where ($1::uuid[] is null and t.subject in (select subject from whereabouts.access_grant)
             or t.subject = any ($1))
           and t.from_at <= now() and (t.until_at is null or now() < t.until_at)
         order by t.subject, t.strand, t.section desc`,
        [of ?? null],
      )
      return rows.map((row) => fromStored<CareRow>(careColumns, row))
    },
  }
}

async function careMissing(client: PoolClient): Promise<readonly EpisodeCard[]> {
  const statement = sqlOf.selectFrom('episode_card').selectAll().where('subject', 'in', mine())
  const missing = statement
    .where('care', 'is not', null)
    .where('voided', '=', false)
    .where('response', '!=', 'closed')
  return toCards(await rowsOf(client, missing.orderBy('from_at').orderBy('episode')))
}

function episodeCards(child: ChildId) {
  const statement = sqlOf.selectFrom('episode_card').selectAll().where('subject', '=', child)
  return statement.orderBy('from_at', 'desc').orderBy('episode')
}

function toCards(rows: readonly StoredRow[]): readonly EpisodeCard[] {
  return rows.map((row) => fromStored<EpisodeCard>(episodeCardColumns, row))
}

function filesOf(client: PoolClient): Pick<ReadSession, 'releasedForPolice' | 'file'> {
  return {
    releasedForPolice: async (child) => {
      const text = 'select learned from whereabouts.released_for_police($1) where learned is not null'
      const { rows } = await prepared<{ learned: Learned }>(client, text, [child])
      return rows.map(({ learned }) => learned)
    },
    file: async (child, entry) => {
      const text = 'select bytes from whereabouts.file where subject = $1 and entry = $2'
      return (await prepared<{ bytes: Buffer }>(client, text, [child, entry])).rows[0]?.bytes
    },
  }
}

/** The database's clock at the start of the transaction: one now for all that is read and for every policy. */
async function readNow(client: PoolClient): Promise<Moment> {
  const statement = `select date_trunc('milliseconds', now()) as now`
  const [row] = (await prepared<{ now: Moment }>(client, statement)).rows
  if (row === undefined) throw new Error('The database has no clock')
  return row.now
}

async function findChildren(client: PoolClient, text: string, limit: number): Promise<Found> {
  refuseUnstorable(text, 'what is looked for')
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { cards: [], more: false }
  let statement = sqlOf.selectFrom('child_card').selectAll().where('subject', 'in', mine())
  for (const word of words) statement = statement.where('found_by', 'like', `%${literally(word)}%`)
  const rows = await rowsOf(
    client,
    statement
      .orderBy('name')
      .orderBy('subject')
      .limit(limit + 1),
  )
  const cards = await withoutKeptOut(client, rows.slice(0, limit).map(toCard))
  return { cards, more: rows.length > limit }
}

/** The same rows with who is shut out of each record: what they would hold passes to another. */
async function withoutKeptOut<Row extends ChildCard | BoardRow>(
  client: PoolClient,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (rows.length === 0) return rows
  const text = 'select subject, person, stream, section from whereabouts.kept_out_of($1::uuid[])'
  const asked = [[...new Set(rows.map(({ child }) => child))]]
  const found = await prepared<KeptOutRow>(client, text, asked)
  const bySubject = Map.groupBy(found.rows, ({ subject }) => subject)
  return rows.map((row) => {
    const people = bySubject.get(row.child)
    if (people === undefined) return row
    return { ...row, answerable: { ...row.answerable, without: people.map(keptOut) } }
  })
}

interface KeptOutRow {
  readonly subject: ChildId
  readonly person: PersonId
  readonly stream: EpisodeId | null
  readonly section: Section | null
}

function keptOut({ person, stream, section }: KeptOutRow): KeptOut {
  return { person, ...(stream !== null && { stream }), ...(section !== null && { section }) }
}

async function childrenWithConcerns(client: PoolClient): Promise<readonly ChildId[]> {
  const { rows } = await prepared<{ subject: ChildId }>(
    client,
    `select distinct c.subject from whereabouts.entry_content c
     where c.subject in (select subject from whereabouts.access_grant) and c.stream = c.subject
       and c.section = 'core' and convert_from(c.bytes, 'UTF8')::jsonb ->> 'type' = 'concern-known'
     order by c.subject limit 200`,
  )
  return rows.map(({ subject }) => subject)
}

/** Children on whom the visitor has any grant: the policies decide, this only saves asking them about a nation. Without
    `distinct`, so that where few rows are asked about each looks for its own grant, and nobody reads all of years. */
function mine() {
  return sqlOf.selectFrom('access_grant').select('subject')
}

/** One parameter however many there are, so that the statement stays the same. */
function anyOf(children: readonly string[]) {
  return sql<string>`any(${children}::uuid[])`
}

function duties() {
  return sqlOf.selectFrom('duty').selectAll().orderBy('due_at').orderBy('episode').orderBy('id')
}

/** A word as LIKE takes it: its own signs are no wildcards. */
function literally(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

const toCard = (row: StoredRow) => fromStored<ChildCard>(childCardColumns, row)
const toDuty = (row: StoredRow) => fromStored<DutyRow>(dutyColumns, row)
