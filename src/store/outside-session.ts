import type { PoolClient } from 'pg'
import type { CountableReturn, Emergency, Figure, Fitting, ToReview } from '../application/outside.ts'
import type { ToldByMail } from '../application/notices.ts'
import type { OutsideSession } from '../application/ports.ts'
import type { ChildEntry } from '../domain/child/child.ts'
import type { EpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import { fromStored, type Columns, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import type { CoreRow } from './read-cores.ts'
import { readSession } from './read-session.ts'
import { childEntry, episodeEntry } from './shapes.ts'
import { refuseUnstorable } from './storable.ts'

const fittingColumns: Columns<Fitting> = { child: 'subject', council: 'council', raisedBy: 'raised_by' }

const toReviewColumns: Columns<ToReview> = {
  at: 'at',
  child: 'subject',
  person: 'person',
  post: 'post',
  text: 'text',
}

const figureColumns: Columns<Figure> = {
  child: 'subject',
  episode: 'episode',
  initial: 'initial',
  age: 'age',
  response: 'response',
  from: 'from_at',
  returnedAt: 'returned_at',
  risk: 'risk',
}

const countableColumns: Columns<CountableReturn> = {
  child: 'subject',
  episode: 'episode',
  initial: 'initial',
  readable: 'readable',
  counted: 'counted',
}

const toldColumns: Columns<ToldByMail> = { post: 'post', taken: 'taken', trouble: 'trouble' }

const emergencyColumns: Columns<Omit<Emergency, 'looks' | 'reviewed' | 'told'>> = {
  known: 'known',
  id: 'id',
  child: 'subject',
  at: 'at',
  until: 'until_at',
  person: 'person',
  post: 'post',
  reason: 'reason',
}

const reviewedColumns: Columns<NonNullable<Emergency['reviewed']>> = {
  at: 'reviewed_at',
  by: 'reviewed_by',
  said: 'said',
}

/** Whoever took the post up later is told of what was opened since. */
const openedUnknown = `
  select count(*)::integer as opened
  from whereabouts.emergency e join whereabouts.post p on p.id = whereabouts.visitor()
  where e.person <> p.person and e.at >= p.from_day and not exists (
    select from whereabouts.emergency_known k
    where k.subject = e.subject and k.emergency = e.id and k.post = p.id)`

const emergencies = `
  select e.*, r.at as reviewed_at, r.person as reviewed_by, r.said, array(
    select k.person from whereabouts.emergency_known k
    where k.subject = e.subject and k.emergency = e.id order by k.at, k.post) as known
  from whereabouts.emergency e
  left join whereabouts.emergency_reviewed r on r.emergency = e.id
  where exists (select from whereabouts.access_grant g where g.subject = e.subject and g.section = 'review')
  order by e.at desc limit 100`

/** What is asked and opened outside one's own relationships: through functions that keep each time. */
export function outsideSession(client: PoolClient): OutsideSession {
  const read = readSession(client)
  const rowsOf = async (text: string, values: readonly unknown[] = []) => {
    refuseUnstorable(values, 'what is asked')
    return (await prepared<StoredRow>(client, text, values)).rows
  }
  const all = async <Row>(columns: Columns<Row>, text: string, values: readonly unknown[] = []) =>
    (await rowsOf(text, values)).map((row) => fromStored<Row>(columns, row))
  return {
    now: () => read.now(),
    look: (look) => read.look(look),
    takeKey: async (key, hash) => {
      const [row] = await rowsOf('select whereabouts.take_key($1, $2) as taken', [key, hash])
      return row?.['taken'] as 'new' | 'again' | 'taken'
    },
    askIfMissing: ({ names, age, description, asked }, again) =>
      all(fittingColumns, 'select * from whereabouts.ask_if_missing($1, $2, $3, $4, $5)', [
        names,
        age ?? null,
        description,
        asked,
        !again,
      ]),
    ...ofEmergencies(rowsOf, all),
    questions: () =>
      all(
        toReviewColumns,
        `select at, subject, person, post, asked as text from whereabouts.missing_question
         order by at desc limit 100`,
      ),
    revealed: () =>
      all(
        toReviewColumns,
        `select at, subject, person, post, reason as text from whereabouts.name_revealed
         order by at desc limit 100`,
      ),
    figures: () => all(figureColumns, 'select * from whereabouts.figures()'),
    returnFigures: (until) => all(countableColumns, 'select * from whereabouts.return_figures($1)', [until]),
    revealName: async (child, reason, again) => {
      const text = 'select whereabouts.reveal_name($1, $2, $3) as name'
      const [row] = await rowsOf(text, [child, reason, !again])
      return (row?.['name'] as string | null | undefined) ?? undefined
    },
    recordedByUs: async () => {
      const { rows } = await prepared<CoreRow>(client, 'select * from whereabouts.recorded_by_us()')
      return rows.map(entryOf)
    },
  }
}

function entryOf({ content, ...place }: CoreRow): EpisodeEntry | ChildEntry {
  const stored = { ...place, own: 'core', sections: new Map([['core', content] as const]) } as const
  return place.kind === 'child' ? childEntry(stored) : episodeEntry(stored)
}

type RowsOf = (text: string, values: readonly unknown[]) => Promise<readonly StoredRow[]>
type All = <Row>(columns: Columns<Row>, text: string, values: readonly unknown[]) => Promise<readonly Row[]>

function ofEmergencies(rowsOf: RowsOf, all: All) {
  return {
    openInEmergency: async (id, by, sections, reason) => {
      const named = by.kind === 'name' ? [null, by.name, by.bornOn] : [by.reference, null, null]
      const text = 'select whereabouts.open_in_emergency($1, $2, $3, $4, $5, $6) as child'
      const [row] = await rowsOf(text, [id, ...named, sections, reason])
      return (row?.['child'] as ChildId | null | undefined) ?? undefined
    },
    emergencies: () => emergenciesOf(rowsOf, all),
    openedUnknown: async () => Number((await rowsOf(openedUnknown, []))[0]?.['opened'] ?? 0),
    known: async (emergency, child) => {
      const text = `insert into whereabouts.emergency_known (subject, emergency) values ($1, $2)
        on conflict do nothing`
      await rowsOf(text, [child, emergency])
    },
    reviewed: async (emergency, child, said) => {
      const text = `insert into whereabouts.emergency_reviewed (emergency, subject, said) values ($1, $2, $3)
        on conflict (emergency) do nothing`
      await rowsOf(text, [emergency, child, said])
    },
  } satisfies Partial<OutsideSession>
}

/** Each with what was read meanwhile. */
async function emergenciesOf(rowsOf: RowsOf, all: All): Promise<readonly Emergency[]> {
  const found: Emergency[] = []
  for (const row of await rowsOf(emergencies, [])) {
    const one = fromStored(emergencyColumns, row)
    const looks = await all<Emergency['looks'][number]>(
      { at: 'at', what: 'what' },
      'select * from whereabouts.looks_in_emergency($1)',
      [one.id],
    )
    const told = await all(
      toldColumns,
      `select post, taken, trouble from whereabouts.emergency_notice
       where subject = $1 and emergency = $2 order by post`,
      [one.child, one.id],
    )
    const reviewed = row['said'] === null ? {} : { reviewed: fromStored(reviewedColumns, row) }
    found.push({ ...one, ...reviewed, told, looks })
  }
  return found
}
