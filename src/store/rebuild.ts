import type { Pool, PoolClient } from 'pg'
import type { SubjectProjection } from '../application/ports.ts'
import type { ChildStream } from '../domain/child/child.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import type { OtherRecords } from '../domain/child/joined.ts'
import { differences, type Difference } from './differences.ts'
import { inPages } from './in-pages.ts'
import { readOthers } from './joined.ts'
import { loadSubject } from './load.ts'
import { projectionRows, projectionTables, type ProjectionRows, type StoredRow } from './projection-rows.ts'
import { changesOf } from './prints.ts'
import { prepared } from './query.ts'
import { readCores, type Cores } from './read-cores.ts'
import { commit, withConnection } from './transaction.ts'

export type Project = (
  subject: ChildId,
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  others?: OtherRecords,
) => SubjectProjection

export interface RebuildOptions {
  /** Puts the rows in place of those that differ. Without it they are only named. */
  readonly repair?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

export interface Rebuilt {
  readonly subjects: number
  readonly differences: readonly Difference[]
  /** Subjects whose rows were replaced. */
  readonly repaired: number
}

const nothing: ProjectionRows = { child_card: [], episode_card: [], board: [], duty: [], access_grant: [] }

const everySubject = `
  select id from whereabouts.subject
  ${projectionTables.map((table) => `union select subject from whereabouts.${table}`).join(' ')}`

/** Projects every child anew from the entries and holds the stored read side against it, in one snapshot. A repair
    then replaces the rows of each child that differs, under the lock of that child alone. Takes a pool of the
    maintainer. */
export async function rebuild(
  maintainer: Pool,
  project: Project,
  { repair = false, onProgress = () => undefined }: RebuildOptions = {},
): Promise<Rebuilt> {
  const found = await withConnection(maintainer, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    try {
      return await compareAll(client, project, onProgress)
    } finally {
      await client.query('rollback').catch(() => undefined)
    }
  })
  const differing = repair ? [...new Set(found.differences.map(({ subject }) => subject))] : []
  for (const subject of differing) {
    await withConnection(maintainer, (client) => replace(client, subject as ChildId, project))
  }
  return { ...found, repaired: differing.length }
}

async function compareAll(
  client: PoolClient,
  project: Project,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly subjects: number; readonly differences: readonly Difference[] }> {
  const counted = await client.query<{ n: number }>(
    `select count(*)::int as n from (${everySubject}) as subjects`,
  )
  const total = counted.rows[0]?.n ?? 0
  const all: Difference[] = []
  let done = 0
  for await (const page of inPages<{ id: string }>(client, everySubject, 100)) {
    const ids = page.map(({ id }) => id)
    const [cores, stored] = [await readCores(client, ids), await storedRows(client, ids)]
    for (const id of ids) {
      const expected = await shadowOf(client, id as ChildId, cores.get(id), project)
      all.push(...differences(id, expected, stored.get(id) ?? nothing))
    }
    done += ids.length
    onProgress(done, total)
  }
  return { subjects: total, differences: all }
}

/** What the read side should be. A subject without entries has none. */
async function shadowOf(
  client: PoolClient,
  subject: ChildId,
  cores: Cores | undefined,
  project: Project,
): Promise<ProjectionRows> {
  if (cores === undefined) return nothing
  const others = await readOthers(client, subject, cores.child)
  return projectionRows(project(subject, cores.child, cores.episodes, others))
}

async function storedRows(
  client: PoolClient,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, ProjectionRows>> {
  const bySubject = new Map<string, Record<keyof ProjectionRows, StoredRow[]>>()
  for (const table of projectionTables) {
    const statement = `select * from whereabouts.${table} where subject = any($1)`
    const { rows } = await prepared<{ subject: string; print: string }>(client, statement, [subjects])
    // The print says nothing of a child: another one only makes the next write send the row again.
    for (const { print: _print, ...row } of rows) {
      const own =
        bySubject.get(row.subject) ?? structuredClone(nothing as Record<keyof ProjectionRows, StoredRow[]>)
      own[table].push(row)
      bySubject.set(row.subject, own)
    }
  }
  return bySubject
}

/** Reads the subject again under its lock: it may have been written to since the comparison. */
async function replace(client: PoolClient, subject: ChildId, project: Project): Promise<void> {
  await client.query('begin')
  try {
    const known = await prepared(
      client,
      `select from whereabouts.stream where subject = $1
         and not exists (select from whereabouts.disposal where subject = $1) limit 1`,
      [subject],
    )
    const loaded = known.rowCount === 0 ? undefined : await loadSubject(client, subject, unasked)
    const rows = await shadowOf(client, subject, loaded, project)
    const values = [subject, ...changesOf(new Map(), rows).come]
    await prepared(client, 'select whereabouts.replace_projection($1, $2, $3, $4, $5, $6)', values)
    await commit(client)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** No command has this id: a load for a repair remembers none. */
const unasked = { id: '', requestHash: '' }
