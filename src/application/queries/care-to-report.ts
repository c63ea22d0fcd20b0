import type { Moment } from '../../kernel/moment.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { Strand } from '../../domain/care/expected.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import { editionOfCare } from '../care/edition.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'

export interface CareToReport {
  readonly now: Moment
  readonly child: ChildId
  readonly record: ChildRecord
  readonly strands: readonly Strand[]
}

/** What the questions about Care that is missing are asked with. Nothing if the visitor may not see the child. Records one
    look. */
export async function careToReport(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<CareToReport | undefined> {
  return app.store.read(visitor, async (session) => {
    if ((await session.card(child)) === undefined) return undefined
    await session.look({ what: 'child, to report', children: [child] })
    const now = await session.now()
    const strands = editionOfCare(app.expectedCare ?? [], now)?.strands ?? []
    return { now, child, record: childAt(await session.child(child), now), strands }
  })
}
