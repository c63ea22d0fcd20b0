import type { Application } from '../carry-out.ts'
import type { Found, Visitor } from '../ports.ts'

/** Children whose name, nickname, date of birth, telephone, address or placement holds every word typed, among those whom
    the visitor may see. Nothing says that others were left out. Records one look that names those shown. */
export async function findChildren(app: Application, visitor: Visitor, text: string): Promise<Found> {
  return app.store.read(visitor, async (session) => {
    const found = await session.findChildren(text, 20)
    await session.look({ what: 'search', children: found.cards.map(({ child }) => child) })
    return found
  })
}
