import { earliest, type Moment } from '../../kernel/moment.ts'
import { addMonths, endOfLondonDay, londonDate, type LondonDate } from '../../kernel/london.ts'
import { backAt } from '../../domain/patterns/as-known.ts'
import type { Returned } from '../../domain/patterns/figures.ts'
import type { Application } from '../carry-out.ts'
import { lookAt, type Exporting } from '../files.ts'
import type { CountableReturn } from '../outside.ts'
import type { Visitor } from '../ports.ts'

/** Returns from a day to a day, both included; and as they were known at the end of an earlier day. */
export interface ReturnsAsked {
  readonly from: LondonDate
  readonly until: LondonDate
  readonly knownOn?: LondonDate
}

/** What of it somebody said. */
interface Said {
  readonly from: LondonDate | undefined
  readonly until: LondonDate | undefined
  readonly knownOn: LondonDate | undefined
}

/** Where nobody says, a year up to today. */
export function daysCounted(said: Said, today: LondonDate): ReturnsAsked {
  const { from, until = today, knownOn } = said
  // Of a year before there is no calendar.
  const first = from ?? (until < '1902' ? until : addMonths(until, -12))
  return { from: first, until, ...(knownOn !== undefined && { knownOn }) }
}

export type CountedRow = CountableReturn & Returned

/** The returns that were in those days as known at one instant, and that instant. */
export interface ReturnsKnown {
  readonly at: Moment
  readonly returns: readonly CountedRow[]
}

export interface ReturnFigures {
  readonly now: ReturnsKnown
  readonly then?: ReturnsKnown
}

/** Every return of those days that this post counts. Records one look that names the children in it. */
export async function returnFigures(
  app: Application,
  visitor: Visitor,
  asked: ReturnsAsked,
  exporting?: Exporting,
): Promise<ReturnFigures> {
  return app.store.outside(visitor, async (session) => {
    const all = await session.returnFigures(endOfLondonDay(asked.until))
    const at = await session.now()
    const now = knownAt(all, asked, at)
    const then =
      asked.knownOn === undefined
        ? undefined
        : knownAt(all, asked, earliest(at, endOfLondonDay(asked.knownOn)))
    const named = [...now.returns, ...(then?.returns ?? [])].map(({ child }) => child)
    await session.look({
      what: lookAt('figures of returns', exporting),
      children: [...new Set(named)],
      ...exporting,
    })
    return { now, ...(then && { then }) }
  })
}

function knownAt(all: readonly CountableReturn[], { from, until }: ReturnsAsked, at: Moment): ReturnsKnown {
  const returns = all.flatMap((one): readonly CountedRow[] => {
    const back = backAt(one.counted.history, at)
    const day = back && londonDate(back.returned.at)
    return back && day !== undefined && day >= from && day <= until ? [{ ...one, back }] : []
  })
  return { at, returns }
}
