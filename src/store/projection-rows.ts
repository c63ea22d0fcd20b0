import type { SubjectProjection } from '../application/ports.ts'
import type { BoardRow, CareRow, ChildCard, DutyRow, EpisodeCard } from '../application/projections/rows.ts'
import type { Grant } from '../domain/access/grant.ts'

/** The columns of a table by the fields of its row: every field has one, or this does not compile. */
export type Columns<Row> = { readonly [Field in keyof Required<Row>]: string }

const episodeOfChild = { child: 'subject', episode: 'episode' }

export const childCardColumns: Columns<ChildCard> = {
  child: 'subject',
  name: 'name',
  otherNames: 'other_names',
  bornOn: 'born_on',
  approximateAge: 'approximate_age',
  pronoun: 'pronoun',
  telephone: 'telephone',
  address: 'address',
  placement: 'placement',
  answerable: 'answerable',
  foundBy: 'found_by',
}

export const episodeCardColumns: Columns<EpisodeCard> = {
  ...episodeOfChild,
  reference: 'reference',
  response: 'response',
  voided: 'voided',
  from: 'from_at',
  returnedAt: 'returned_at',
  sequence: 'sequence',
  care: 'care',
  counted: 'counted',
}

export const boardColumns: Columns<BoardRow> = {
  ...episodeOfChild,
  reference: 'reference',
  name: 'name',
  bornOn: 'born_on',
  approximateAge: 'approximate_age',
  pronoun: 'pronoun',
  placement: 'placement',
  answerable: 'answerable',
  response: 'response',
  whereabouts: 'whereabouts',
  authorisation: 'authorisation',
  policeKnow: 'police_know',
  died: 'died',
  from: 'from_at',
  risk: 'risk',
  riskSince: 'risk_since',
  reportedAt: 'reported_at',
  lastKnown: 'last_known',
  lastSeen: 'last_seen',
  lastSeenAt: 'last_seen_at',
  lastSeenPrecision: 'last_seen_precision',
  imported: 'imported',
  returnedAt: 'returned_at',
  returnedTo: 'returned_to',
}

export const dutyColumns: Columns<DutyRow> = {
  child: 'subject',
  stream: 'episode',
  id: 'id',
  duty: 'duty',
  title: 'title',
  keeper: 'keeper',
  owedBy: 'owed_by',
  covered: 'covered',
  startsAt: 'starts_at',
  dueAt: 'due_at',
  endOfDay: 'end_of_day',
  provisional: 'provisional',
  because: 'because',
  metAt: 'met_at',
  metBy: 'met_by',
  dischargedAt: 'discharged_at',
  cancelledAt: 'cancelled_at',
  edition: 'edition',
  verified: 'verified',
  rungs: 'rungs',
  shownOverdue: 'shown_overdue',
  section: 'section',
  workIn: 'work_in',
}

export const careColumns: Columns<CareRow> = {
  child: 'subject',
  section: 'section',
  strand: 'strand',
  from: 'from_at',
  until: 'until_at',
  title: 'title',
  holder: 'holder',
  place: 'place',
  council: 'council',
  worker: 'worker',
  recorded: 'recorded',
  seenAt: 'seen_at',
  dueAt: 'due_at',
  reasonableUntil: 'reasonable_until',
  elsewhereUntil: 'elsewhere_until',
  deniedByChild: 'denied_at',
  amiss: 'amiss',
}

const grantColumns: Columns<Grant> = {
  child: 'subject',
  post: 'post',
  stream: 'stream',
  section: 'section',
  from: 'from_at',
  until: 'until_at',
  because: 'because',
}

export const projectionTables = ['child_card', 'episode_card', 'board', 'duty', 'access_grant'] as const
export type ProjectionTable = (typeof projectionTables)[number]
/** Those that no write but one to a child's Care, or to where they live, works anew. */
export const readSideTables = [...projectionTables, 'care_strand'] as const
export type ReadSideTable = (typeof readSideTables)[number]
export type StoredRow = Readonly<Record<string, unknown>>
export type ProjectionRows = Readonly<Record<ProjectionTable, readonly StoredRow[]>>
export type ReadSideRows = Readonly<Record<ReadSideTable, readonly StoredRow[]>>

/** The read side of one subject as rows of its tables, every column named. */
export function projectionRows({ card, episodes, board, duties, grants }: SubjectProjection): ProjectionRows {
  return {
    child_card: [toStored(childCardColumns, card)],
    episode_card: episodes.map((row) => toStored(episodeCardColumns, row)),
    board: board.map((row) => toStored(boardColumns, row)),
    duty: duties.map((row) => toStored(dutyColumns, row)),
    access_grant: grants.map((row) => toStored(grantColumns, row)),
  }
}

/** A row with every column named: what is absent is null. */
export function toStored(columns: Readonly<Record<string, string>>, row: object): StoredRow {
  const present = row as Readonly<Record<string, unknown>>
  const stored: Record<string, unknown> = {}
  for (const field in columns) stored[columns[field] ?? ''] = present[field] ?? null
  return stored
}

/** A row as the application knows it: what is null in the table is absent. */
export function fromStored<Row>(columns: Columns<Row>, stored: StoredRow): Row {
  const row: Partial<Record<keyof Row, unknown>> = {}
  for (const field in columns) {
    const value = stored[columns[field]]
    if (value !== null) row[field] = value
  }
  return row as Row
}
