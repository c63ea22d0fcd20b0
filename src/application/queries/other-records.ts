import type { ChildId } from '../../domain/episode/entry.ts'
import { parseId } from '../../kernel/ids.ts'
import { parseReference } from '../../kernel/reference.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { ChildCard } from '../projections/rows.ts'

const atMost = 20
const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i

/** Records of other children that a text may mean: the address of a child or an episode, the reference of an episode that
    is on the board, or words to look for. Only what the visitor may see; records one look that names those shown. */
export async function otherRecords(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  text: string,
): Promise<readonly ChildCard[]> {
  return app.store.read(visitor, async (session) => {
    const found = (await addressed(session, text)) ?? (await session.findChildren(text, atMost)).cards
    const cards = found.filter((card) => card.child !== child)
    await session.look({ what: 'children who may be the same', children: cards.map((card) => card.child) })
    return cards
  })
}

/** Undefined where the text is neither an address nor a reference. */
async function addressed(session: ReadSession, text: string): Promise<readonly ChildCard[] | undefined> {
  const id = anyId.exec(text)?.[0]
  const reference = parseReference(text)
  if (id === undefined && reference === undefined) return undefined
  const child =
    id === undefined
      ? (await session.board()).find((row) => row.reference === reference)?.child
      : await childAt(session, id)
  const card = child && (await session.card(child))
  return card === undefined ? [] : [card]
}

async function childAt(session: ReadSession, id: string): Promise<ChildId | undefined> {
  const episode = parseId<'episode'>(id.toLowerCase())
  const found = episode && (await session.chronology(episode))
  return found?.child ?? parseId<'child'>(id.toLowerCase())
}
