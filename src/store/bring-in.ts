import type { Pool } from 'pg'
import type { CommandKey, Visitor, WholeReadSide } from '../application/ports.ts'
import type { ChildEntry, ChildStream } from '../domain/child/child.ts'
import type { Chronology, EpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import type { Said } from '../domain/episode/lies-in.ts'
import { printed } from './prints.ts'
import {
  careColumns,
  projectionRows,
  projectionTables,
  toStored,
  type ProjectionRows,
  type StoredRow,
} from './projection-rows.ts'
import { prepared as runPrepared } from './query.ts'
import { inOrderBegun } from './read-cores.ts'
import { inTransaction } from './transaction.ts'
import { writtenEntry, type WrittenEntry } from './written-entry.ts'

/** A child whom nobody knows here yet, with everything that was ever recorded about them, each entry with its sequence
    and its own recorded time. */
export interface BroughtIn {
  readonly subject: ChildId
  readonly command: CommandKey
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  /** Given the entries as every later write would load them. */
  readonly project: (child: ChildStream, episodes: ReadonlyMap<EpisodeId, Chronology>) => WholeReadSide
}

/** What was written of one child, without the salts: the same in every database that holds the same record. */
interface SaidOfChild {
  readonly subject: ChildId
  readonly entries: readonly {
    readonly id: string
    readonly stream: string
    readonly sequence: number
    readonly command: string
    readonly sections: readonly (readonly [section: string, text: string])[]
  }[]
}

interface Written {
  readonly brought: BroughtIn
  readonly entries: readonly WrittenEntry[]
  readonly rows: ProjectionRows
  readonly care: readonly StoredRow[]
}

/** Children ready to be brought in: what the database takes, as its text, and what was written of each. */
export interface Prepared {
  readonly json: string
  readonly said: readonly SaidOfChild[]
}

/** Divides, salts and commits to every entry, and works out the read side. Needs no database, so that it can be done
    beside the writing. */
export function prepared(children: readonly BroughtIn[]): Prepared {
  const written = children.map(prepare)
  return { json: payload(written), said: written.map(said) }
}

/** Keeps whole pasts of children in one transaction, for the maintainer alone: invented ones, and nobody's work. Throws
    when one of them is known here. */
export async function bringIn(maintainer: Pool, visitor: Visitor, json: string): Promise<void> {
  await inTransaction(maintainer, visitor, 'latest', async (client) => {
    await runPrepared(client, 'select whereabouts.bring_in($1)', [json])
    return { keep: true, answer: undefined }
  })
}

/** What would be written of a child. */
export function saidOf(brought: BroughtIn): SaidOfChild {
  return said({ brought, entries: entriesOf(brought).all })
}

function entriesOf({ subject, command, child, episodes }: BroughtIn) {
  const others = new Map<string, Said>([child, ...episodes.values()].flat().map((entry) => [entry.id, entry]))
  const write = (kind: 'child' | 'episode') => (entry: ChildEntry | EpisodeEntry) =>
    writtenEntry(entry, {
      subject,
      kind,
      stream: entry.stream,
      sequence: entry.sequence,
      command: command.id,
      recorded: entry.recorded,
      others,
    })
  const ofChild = child.map(write('child'))
  const ofEpisodes = [...episodes].map(([id, chronology]) => [id, chronology.map(write('episode'))] as const)
  return { ofChild, ofEpisodes, all: [...ofChild, ...ofEpisodes.flatMap(([, entries]) => entries)] }
}

function prepare(brought: BroughtIn): Written {
  const { ofChild, ofEpisodes, all } = entriesOf(brought)
  const cores = new Map(
    ofEpisodes.map(([id, entries]) => [id, entries.map(({ core }) => core as EpisodeEntry)] as const),
  )
  const projection = brought.project(
    ofChild.map(({ core }) => core as ChildEntry),
    inOrderBegun(cores),
  )
  const care = (projection.care ?? []).map((row) => toStored(careColumns, row))
  return { brought, entries: all, rows: projectionRows(projection), care }
}

function payload(written: readonly Written[]): string {
  return JSON.stringify({
    subjects: written.map(({ brought: { subject, command } }) => ({
      id: subject,
      command: command.id,
      hash: command.requestHash,
      answer: { kind: 'done' },
    })),
    entries: written.flatMap(({ entries }) => entries.map(({ row }) => row)),
    content: written.flatMap(({ entries }) => entries.flatMap(({ content }) => content)),
    care_strand: written.flatMap(({ care }) => care),
    ...Object.fromEntries(
      projectionTables.map((table) => [table, written.flatMap(({ rows }) => printed(rows[table]))]),
    ),
  })
}

function said({ brought: { subject, command }, entries }: Pick<Written, 'brought' | 'entries'>): SaidOfChild {
  return {
    subject,
    entries: entries.map(({ row, said: sections }) => ({
      id: row.id,
      stream: row.stream,
      sequence: row.sequence,
      command: command.id,
      sections,
    })),
  }
}
