import type { Moment } from '../../kernel/moment.ts'
import type { Post } from '../../domain/child/directory.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'
import type { BoardRow } from '../projections/rows.ts'
import { byUrgency, dutyNow, holds, type DutyNow } from '../who-holds.ts'

export interface OwedByMe {
  readonly duty: DutyNow
  readonly child: BoardRow
  /** Owed by this post's role, or climbed to it because whoever owes it was silent. */
  readonly because: 'owed' | 'told'
}

export interface MyDuties {
  readonly now: Moment
  readonly owed: readonly OwedByMe[]
}

/** What this post owes now, and what has climbed to it. Open and overdue only. Records one look. */
export async function myDuties(app: Application, visitor: Visitor, post: Post): Promise<MyDuties> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const [rows, duties, now] = [await session.board(), await session.openDuties(), await session.now()]
    const byEpisode = new Map(rows.map((row) => [row.episode, row]))
    const owed = duties.flatMap((row): readonly OwedByMe[] => {
      const child = byEpisode.get(row.episode)
      if (child === undefined) return []
      const duty = dutyNow(row, child.answerable, directory, now)
      if (duty.standing !== 'open' && duty.standing !== 'overdue') return []
      if (holds(post, row.owedBy, duty.holder)) return [{ duty, child, because: 'owed' }]
      const told = duty.fired.some(
        ({ tell, holder, acknowledgedBy }) => acknowledgedBy === undefined && holds(post, tell, holder),
      )
      return told ? [{ duty, child, because: 'told' }] : []
    })
    const children: readonly ChildId[] = [...new Set(owed.map(({ child }) => child.child))]
    await session.look({ what: 'my duties', children })
    return { now, owed: owed.toSorted((a, b) => byUrgency(a.duty, b.duty)) }
  })
}
