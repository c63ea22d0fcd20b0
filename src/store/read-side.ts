import type { PoolClient } from 'pg'
import { atRest } from '../application/projections/at-rest.ts'
import type { WholeReadSide } from '../application/ports.ts'
import type { CareStream } from '../domain/care/record.ts'
import type { ChildStream } from '../domain/child/child.ts'
import type { OtherRecords } from '../domain/child/joined.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import { readOthers } from './joined.ts'
import { changesOf } from './prints.ts'
import { projectionRows, type ReadSideRows } from './projection-rows.ts'
import { careStored, puttingCare } from './care-session.ts'
import { prepared } from './query.ts'
import { readCores, type Projected } from './read-cores.ts'
import { rowsBytes } from './row-bytes.ts'
import { shapesOn } from './row-shapes.ts'

export type Project = (
  subject: ChildId,
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  others?: OtherRecords,
  care?: CareStream,
) => WholeReadSide

export const noReadSide: ReadSideRows = {
  child_card: [],
  episode_card: [],
  board: [],
  duty: [],
  access_grant: [],
  care_strand: [],
}

/** What the read side of a subject should be. One without entries has none. */
export async function readSideOf(
  client: PoolClient,
  subject: ChildId,
  cores: Projected | undefined,
  project: Project,
): Promise<ReadSideRows> {
  if (cores === undefined) return noReadSide
  const others = await readOthers(client, subject, cores.child)
  const { care = [], ...projected } = project(subject, cores.child, cores.episodes, others, cores.care)
  return cores.atRest
    ? { ...projectionRows(atRest(projected)), care_strand: [] }
    : { ...projectionRows(projected), care_strand: careStored(care) }
}

/** Puts the read side of a subject in the place of whatever stands there. The caller holds the lock of its row. */
export async function putReadSide(client: PoolClient, subject: ChildId, project: Project): Promise<void> {
  const cores = (await readCores(client, [subject])).get(subject)
  const rows = await readSideOf(client, subject, cores, project)
  const shapes = await shapesOn(client)
  const values = [subject, ...changesOf(new Map(), rows, shapes).come]
  await prepared(client, 'select whereabouts.replace_projection($1, $2, $3, $4, $5, $6)', values)
  await prepared(client, puttingCare, [subject, rowsBytes(shapes('care_strand'), rows.care_strand)])
}
