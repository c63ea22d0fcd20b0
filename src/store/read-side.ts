import type { PoolClient } from 'pg'
import { atRest } from '../application/projections/at-rest.ts'
import type { SubjectProjection } from '../application/ports.ts'
import type { ChildStream } from '../domain/child/child.ts'
import type { OtherRecords } from '../domain/child/joined.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import { readOthers } from './joined.ts'
import { changesOf } from './prints.ts'
import { projectionRows, type ProjectionRows } from './projection-rows.ts'
import { prepared } from './query.ts'
import { readCores, type Projected } from './read-cores.ts'
import { shapesOn } from './row-shapes.ts'

export type Project = (
  subject: ChildId,
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  others?: OtherRecords,
) => SubjectProjection

export const noReadSide: ProjectionRows = {
  child_card: [],
  episode_card: [],
  board: [],
  duty: [],
  access_grant: [],
}

/** What the read side of a subject should be. One without entries has none. */
export async function readSideOf(
  client: PoolClient,
  subject: ChildId,
  cores: Projected | undefined,
  project: Project,
): Promise<ProjectionRows> {
  if (cores === undefined) return noReadSide
  const others = await readOthers(client, subject, cores.child)
  const projected = project(subject, cores.child, cores.episodes, others)
  return projectionRows(cores.atRest ? atRest(projected) : projected)
}

/** Puts the read side of a subject in the place of whatever stands there. The caller holds the lock of its row. */
export async function putReadSide(client: PoolClient, subject: ChildId, project: Project): Promise<void> {
  const cores = (await readCores(client, [subject])).get(subject)
  const rows = await readSideOf(client, subject, cores, project)
  const values = [subject, ...changesOf(new Map(), rows, await shapesOn(client)).come]
  await prepared(client, 'select whereabouts.replace_projection($1, $2, $3, $4, $5, $6)', values)
}
