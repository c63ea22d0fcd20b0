import type { PoolClient } from 'pg'
import { prepared } from './query.ts'
import type { FaultKind } from './fault-kinds.ts'

/** Every entry waits in the outbox or has its position: once, and not both. What waits is an entry; that what has a
    position is one too is seen along the chain. */
const places = `
  select coalesce(e.subject, placed.subject) as subject, coalesce(e.id, placed.entry) as entry,
    e.id is not null as is_there, coalesce(placed.times, 0)::int as times
  from whereabouts.entry e
  full join (
    select subject, entry, count(*) as times, bool_or(waits) as waits
    from (select subject, entry, false as waits from whereabouts.position
          union all select subject, entry, true from whereabouts.outbox) as both_kinds
    group by subject, entry
  ) placed on placed.subject = e.subject and placed.entry = e.id
  where e.id is null and placed.waits or e.id is not null and placed.times is distinct from 1`

interface Misplaced {
  readonly subject: string
  readonly entry: string
  readonly is_there: boolean
  readonly times: number
}

export async function verifyPlaces(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  const { rows } = await prepared<Misplaced>(client, places)
  for (const { subject, entry, is_there, times } of rows) {
    const where = `entry ${entry} of subject ${subject}`
    if (!is_there) found('position-differs', `${where}, which is not in the record`)
    else found(times === 0 ? 'never-published' : 'published-twice', where)
  }
}
