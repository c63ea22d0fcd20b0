import { childAt } from '../../domain/child/child-at.ts'
import type { ChildId, EntryId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'

/** The picture of a photograph that was not withdrawn; nothing for whoever may not see the child. Each time is a look. */
export async function photograph(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  entry: EntryId,
): Promise<Uint8Array | undefined> {
  return app.store.read(visitor, async (session) => {
    const { photographs } = childAt(await session.child(child), await session.now())
    const bytes = photographs.some((one) => one.entry === entry)
      ? await session.file(child, entry)
      : undefined
    if (bytes !== undefined) await session.look({ what: 'photograph', children: [child] })
    return bytes
  })
}
