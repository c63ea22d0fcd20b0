import { plus, type Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { BoardRow, ChildCard, EpisodeCard } from '../projections/rows.ts'
import { byUrgency, dutyNow, type DutyNow } from '../who-holds.ts'

export interface BoardItem {
  readonly row: BoardRow
  /** What is owed now, most urgent first: overdue, then open. */
  readonly owed: readonly DutyNow[]
}

/** Care that is missing, or back and still owed: of a child whom the visitor may see. */
export interface CareItem {
  readonly card: EpisodeCard
  readonly child: ChildCard
  readonly owed: readonly DutyNow[]
}

export interface Board {
  readonly now: Moment
  /** Nobody has said yet that police were told. */
  readonly looking: readonly BoardItem[]
  readonly missing: readonly BoardItem[]
  readonly back: readonly BoardItem[]
  /** Found dead, and something is still owed to those who are left. */
  readonly died: readonly BoardItem[]
  /** Open in a statutory return that was imported: still missing, or not? */
  readonly asked: readonly BoardItem[]
  /** Beside the children, and never above them. */
  readonly care: readonly CareItem[]
}

/** Who is missing now and what is owed next, as far as the visitor may see. Records one look that names the children. */
export async function board(app: Application, visitor: Visitor): Promise<Board> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const rows = await session.board()
    const careCards = await session.careMissing()
    const children = [...new Set([...rows, ...careCards].map(({ child }) => child))]
    const [duties, now] = [await session.openDuties(children), await session.now()]
    await session.look({ what: 'board', children })
    const ofEpisode = Map.groupBy(duties, ({ stream }) => stream as string)
    const all = rows.map((row) => ({
      row,
      owed: (ofEpisode.get(row.episode) ?? [])
        .map((duty) => dutyNow(duty, row.answerable, directory, now))
        .filter(({ standing }) => standing === 'overdue' || standing === 'open')
        .toSorted(byWhatIsNext),
    }))
    const care = await careItems(session, careCards, (card, answerable) =>
      (ofEpisode.get(card.episode) ?? [])
        .map((duty) => dutyNow(duty, answerable, directory, now))
        .filter(({ standing }) => standing === 'overdue' || standing === 'open')
        .toSorted(byWhatIsNext),
    )
    const items = all.filter(({ row }) => !row.died)
    return {
      now,
      care,
      died: all.filter(({ row }) => row.died).toSorted(byNeed),
      looking: items.filter(({ row }) => isBeforeReport(row) && !row.imported).toSorted(byNeed),
      asked: items.filter(({ row }) => isBeforeReport(row) && row.imported).toSorted(byNeed),
      missing: items.filter(({ row }) => row.response === 'reported').toSorted(byNeed),
      back: items.filter(({ row }) => row.response === 'returned').toSorted(byNeed),
    }
  })
}

async function careItems(
  session: ReadSession,
  cards: readonly EpisodeCard[],
  owedIn: (card: EpisodeCard, answerable: ChildCard['answerable']) => readonly DutyNow[],
): Promise<readonly CareItem[]> {
  const items: CareItem[] = []
  for (const card of cards) {
    const child = await session.card(card.child)
    if (child !== undefined) items.push({ card, child, owed: owedIn(card, child.answerable) })
  }
  return items.toSorted(byNeed)
}

/** Overdue first, then by what is due soonest. A keeper says what its stage is for; beside a duty that names the act
    itself and is due within the hour, it is second. */
function byWhatIsNext(a: DutyNow, b: DutyNow): number {
  const late = Number(b.standing === 'overdue') - Number(a.standing === 'overdue')
  const [first, second] = [a, b].map(({ row }) => plus(row.dueAt, row.keeper ? 'PT1H' : 'PT0S'))
  return late || (first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1)
}

function isBeforeReport({ response }: BoardRow): boolean {
  return response === 'concern' || response === 'searching'
}

/** Whoever's next act is most urgent stands first; never by how often a child was away before. */
function byNeed(a: Pick<BoardItem, 'owed'>, b: Pick<BoardItem, 'owed'>): number {
  const [first, second] = [a.owed[0], b.owed[0]]
  if (first === undefined || second === undefined)
    return Number(first === undefined) - Number(second === undefined)
  return byUrgency(first, second)
}
