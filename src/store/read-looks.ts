import type { PoolClient } from 'pg'
import type { LookedAt, LooksAsked, LooksSearched, ManyLooks } from '../application/looks-kept.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import { prepared } from './query.ts'
import { refuseUnstorable } from './storable.ts'

/** What a page that fetched itself shows now and did not show before, as a look; nothing new is no look. */
export async function lookAgain(
  client: PoolClient,
  what: string,
  children: readonly ChildId[],
  since: Moment,
): Promise<void> {
  await prepared(
    client,
    `insert into whereabouts.look (what, children)
     select $1, news.children from (select whereabouts.not_yet_named($1, $2, $3) as children) as news
     where news.children <> '{}'`,
    [what, children, since],
  )
}

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
  return rows.map(withoutNulls)
}

export async function looksBy(
  client: PoolClient,
  { person, words, from, until }: LooksSearched,
  limit: number,
): Promise<readonly (LookedAt & { readonly child: ChildId })[]> {
  refuseUnstorable(words, 'what is looked for')
  const { rows } = await prepared<Row & { child: ChildId }>(
    client,
    'select * from whereabouts.looks_by($1, $2, $3, $4) limit $5',
    [person ?? null, words ?? null, from, until, limit],
  )
  return rows.map((row) => ({ ...withoutNulls(row), child: row.child }))
}

export async function manyLooks(
  client: PoolClient,
  { from, until }: LooksSearched,
  least: number,
): Promise<readonly ManyLooks[]> {
  const { rows } = await prepared<ManyLooks & { without_leave: number }>(
    client,
    'select * from whereabouts.many_looks($1, $2, $3)',
    [from, until, least],
  )
  return rows.map(({ person, children, without_leave }) => ({
    person,
    children,
    withoutLeave: without_leave,
  }))
}

function withoutNulls({ purpose, reference, ...row }: Row): LookedAt {
  return {
    ...row,
    ...(purpose !== null && { purpose }),
    ...(reference !== null && { reference }),
  }
}
