import type { PoolClient } from 'pg'
import type { RetentionClass, Schedule } from '../../domain/access/retention.ts'
import type { RetentionAct } from '../../domain/access/retention-review.ts'
import type { OrganisationId } from '../../domain/episode/entry.ts'
import type { Columns } from '../projection-rows.ts'
import { prepared } from '../query.ts'

export const actColumns: Columns<RetentionAct> = {
  id: 'id',
  at: 'at',
  person: 'person',
  post: 'post',
  kind: 'kind',
  class: 'class',
  until: 'until',
  reason: 'reason',
  about: 'about',
}

/** What one organisation's own schedule says, by class. */
export async function scheduleOf(client: PoolClient, controller: OrganisationId): Promise<Schedule> {
  const { rows } = await prepared<{ class: RetentionClass; years: number; source: string }>(
    client,
    'select class, years, source from whereabouts.retention_schedule where controller = $1',
    [controller],
  )
  return Object.fromEntries(rows.map(({ class: of, years, source }) => [of, { years, source }]))
}
