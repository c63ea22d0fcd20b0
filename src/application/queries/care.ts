import { careIn, type StrandOfCare } from '../../domain/care/care-of.ts'
import { knownCare, type KnownCare } from '../../domain/care/known.ts'
import type { CareStream } from '../../domain/care/record.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import { editionOfCare } from '../care/edition.ts'
import { lifeOf } from '../care/life-of.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'

/** Where each strand is that this child is owed, as far as these entries say. */
export function careOf(
  { expectedCare = [] }: Pick<Application, 'expectedCare'>,
  child: ChildStream,
  care: CareStream,
  now: Moment,
): readonly StrandOfCare[] {
  const edition = editionOfCare(expectedCare, now)
  return edition === undefined ? [] : careIn(edition, care, lifeOf(child, knownCare(care).own), now)
}

export interface CarePage {
  readonly now: Moment
  readonly child: ChildId
  readonly record: ChildRecord
  /** Whether the visitor reads Care of this child at all: else nothing recorded would look like nothing there. */
  readonly mayRead: boolean
  readonly strands: readonly StrandOfCare[]
  readonly known: KnownCare
}

/** Where is Care, for one child: as far as the visitor may read it. Nothing if they may not see the child. Records one
    look. */
export async function carePage(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<CarePage | undefined> {
  return app.store.read(visitor, async (session) => {
    if ((await session.card(child)) === undefined) return undefined
    await session.look({ what: 'care', children: [child] })
    const now = await session.now()
    const rows = await session.careRows([child])
    const [stream, care] = [await session.child(child), await session.care(child)]
    const strands = careOf(app, stream, care, now)
    return {
      now,
      child,
      record: childAt(stream, now),
      mayRead: rows.length > 0 || strands.length === 0,
      strands: rows.length > 0 ? strands : [],
      known: knownCare(care),
    }
  })
}
