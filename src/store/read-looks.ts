import type { PoolClient } from 'pg'
import type { LookedAt, LooksAsked } from '../application/ports.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import { prepared } from './query.ts'

/** Rows of looks are shown to nobody, because a look names every child of its page: functions of the database leave the
    others out, and ask whether this visitor answers for it. */
export async function mayReadLooks(client: PoolClient, child: ChildId): Promise<boolean> {
  const text = 'select whereabouts.may_read_looks($1) as may'
  const { rows } = await prepared<{ may: boolean }>(client, text, [child])
  return rows[0]?.may === true
}

type Row = Omit<LookedAt, 'purpose' | 'reference'> & {
  readonly purpose: string | null
  readonly reference: string | null
}

export async function looksAt(
  client: PoolClient,
  child: ChildId,
  { person, from, until }: LooksAsked,
  limit: number,
): Promise<readonly LookedAt[]> {
  const { rows } = await prepared<Row>(
    client,
    'select * from whereabouts.looks_at($1, $2, $3, $4) limit $5',
    [child, person ?? null, from ?? null, until ?? null, limit],
  )
  return rows.map(({ purpose, reference, ...row }) => ({
    ...row,
    ...(purpose !== null && { purpose }),
    ...(reference !== null && { reference }),
  }))
}
