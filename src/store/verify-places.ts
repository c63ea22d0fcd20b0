import type { PoolClient } from 'pg'
import { prepared } from './query.ts'
import type { FaultKind } from './fault-kinds.ts'

const named = `case when entry is not null then 'entry ' || entry || ' of subject ' || subject
  when look is not null then 'look ' || look else 'run ' || run end`

/** Every entry, look and run waits in the outbox or has its position: once, and not both. What waits is there; that what
    has a position is there too is seen along the chain. */
const places = `
  with there as (
    select 'entry ' || id || ' of subject ' || subject as name from whereabouts.entry
    union all select 'look ' || id from whereabouts.look
    union all select 'run ' || run from whereabouts.maintenance
  ), placed as (
    select name, count(*)::int as times, bool_or(waits) as waits
    from (select ${named} as name, false as waits from whereabouts.position
          union all select ${named}, true from whereabouts.outbox) as both_kinds
    group by name
  )
  select coalesce(there.name, placed.name) as name, there.name is not null as is_there, coalesce(times, 0) as times
  from there full join placed on placed.name = there.name
  where there.name is null and placed.waits or there.name is not null and times is distinct from 1`

interface Misplaced {
  readonly name: string
  readonly is_there: boolean
  readonly times: number
}

export async function verifyPlaces(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  const { rows } = await prepared<Misplaced>(client, places)
  for (const { name, is_there, times } of rows) {
    if (!is_there) found('position-differs', `${name}, which is not in the record`)
    else found(times === 0 ? 'never-published' : 'published-twice', name)
  }
}
