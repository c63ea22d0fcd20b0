import { childAt } from '../../domain/child/child-at.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'

export interface ChildsMessages {
  readonly now: Moment
  readonly child: ChildId
  /** With the messages, and whether the child can come in, as far as the visitor may know. */
  readonly record: ChildRecord
}

/** What a child wrote, for whoever may read it. The look is what the child is told of it: that somebody has read. */
export async function childsMessages(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<ChildsMessages | undefined> {
  return app.store.read(visitor, async (session) => {
    if ((await session.card(child)) === undefined) return undefined
    const now = await session.now()
    const record = childAt(await session.child(child), now)
    const isRead = record.messages.length > 0
    await session.look({ what: isRead ? 'childs messages' : 'child', children: [child] })
    return { now, child, record }
  })
}
