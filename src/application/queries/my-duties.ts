import type { Moment } from '../../kernel/moment.ts'
import type { Directory, Post } from '../../domain/child/directory.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { BoardRow, ChildCard } from '../projections/rows.ts'
import { byUrgency, dutyNow, holds, type DutyNow } from '../who-holds.ts'
import { waitingForSecond, type WaitingForSecond } from './waiting-for-second.ts'

export interface OwedByMe {
  readonly duty: DutyNow
  readonly child: Pick<BoardRow, 'name' | 'bornOn' | 'approximateAge' | 'pronoun'>
  /** Of the episode, unless it has left the board. One child may have several. */
  readonly reference?: string
  /** Owed by this post's role, or climbed to it because whoever owes it was silent. */
  readonly because: 'owed' | 'told'
}

export interface MyDuties {
  readonly now: Moment
  readonly owed: readonly OwedByMe[]
  readonly waiting: readonly WaitingForSecond[]
}

/** What this post owes now, and what has climbed to it. Open and overdue only. Records one look. */
export async function myDuties(app: Application, visitor: Visitor, post: Post): Promise<MyDuties> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const now = await session.now()
    const owed = await owedBy(session, post, directory, now)
    const waiting = await waitingForSecond(session, await session.board(), visitor)
    const named = [...owed.map(({ duty }) => duty.row.child), ...waiting.map(({ child }) => child.child)]
    const children: readonly ChildId[] = [...new Set(named)]
    await session.look({ what: 'my duties', children })
    return { now, owed: owed.toSorted((a, b) => byUrgency(a.duty, b.duty)), waiting }
  })
}

/** How many, for the navigation: a number about the reader's own work, which shows nothing of any child. */
export async function countMyDuties(app: Application, visitor: Visitor, post: Post): Promise<number> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const owed = await owedBy(session, post, directory, await session.now())
    return owed.length
  })
}

async function owedBy(
  session: ReadSession,
  post: Post,
  directory: Directory,
  now: Moment,
): Promise<readonly OwedByMe[]> {
  const rows = await session.board()
  const byEpisode = new Map<string, BoardRow | ChildCard>(rows.map((row) => [row.episode, row]))
  const owed: OwedByMe[] = []
  for (const row of await session.openDuties()) {
    // An episode that was recorded in error has left the board, and whoever was told of it must still hear that.
    const child = byEpisode.get(row.stream) ?? (await session.card(row.child))
    if (child === undefined) continue
    const duty = dutyNow(row, child.answerable, directory, now)
    const because = reasonFor(post, duty)
    const reference = 'reference' in child ? { reference: child.reference } : {}
    if (because !== undefined) owed.push({ duty, child, because, ...reference })
  }
  return owed
}

function reasonFor(post: Post, duty: DutyNow): OwedByMe['because'] | undefined {
  if (duty.standing !== 'open' && duty.standing !== 'overdue') return undefined
  if (holds(post, duty.row.owedBy, duty.holder)) return 'owed'
  const told = duty.fired.some(
    ({ tell, holder, acknowledgedBy }) => acknowledgedBy === undefined && holds(post, tell, holder),
  )
  return told ? 'told' : undefined
}
