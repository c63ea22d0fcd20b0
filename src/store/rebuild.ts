import type { Pool, PoolClient } from 'pg'
import type { ChildId } from '../domain/episode/entry.ts'
import { differences, type Difference } from './differences.ts'
import { inPages } from './in-pages.ts'
import { loadSubject } from './load.ts'
import { readSideTables, type ReadSideRows, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import { readCores } from './read-cores.ts'
import { noReadSide, putReadSide, readSideOf, type Project } from './read-side.ts'
import { commit, withConnection } from './transaction.ts'

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

const everySubject = `
  select id from whereabouts.subject
  ${readSideTables.map((table) => `union select subject from whereabouts.${table}`).join(' ')}`

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
      const expected = await readSideOf(client, id as ChildId, cores.get(id), project)
      all.push(...differences(id, expected, stored.get(id) ?? noReadSide))
    }
    done += ids.length
    onProgress(done, total)
  }
  return { subjects: total, differences: all }
}

async function storedRows(
  client: PoolClient,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, ReadSideRows>> {
  const bySubject = new Map<string, Record<keyof ReadSideRows, StoredRow[]>>()
  for (const table of readSideTables) {
    const statement = `select * from whereabouts.${table} where subject = any($1)`
    const { rows } = await prepared<{ subject: string; print: string }>(client, statement, [subjects])
    // The print says nothing of a child: another one only makes the next write send the row again.
    for (const { print: _print, ...row } of rows) {
      const own =
        bySubject.get(row.subject) ?? structuredClone(noReadSide as Record<keyof ReadSideRows, StoredRow[]>)
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
    const known = await prepared(client, 'select from whereabouts.stream where subject = $1 limit 1', [
      subject,
    ])
    if (known.rowCount !== 0) await loadSubject(client, subject, unasked)
    await putReadSide(client, subject, project)
    await commit(client)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** No command has this id: a load for a repair remembers none. */
const unasked = { id: '', requestHash: '' }
