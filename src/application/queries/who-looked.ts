import type { Directory, Post } from '../../domain/child/directory.ts'
import type { ChildId, PersonId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import { lookAt, type Exporting } from '../files.ts'
import type { LookedAt, LooksAsked } from '../looks-kept.ts'
import type { Visitor } from '../ports.ts'
import type { ChildCard } from '../projections/rows.ts'

/** A look with the post as the directory has it now. */
export interface Looked extends LookedAt {
  /** Absent for a post that the directory no longer has. */
  readonly by?: { readonly post: Post; readonly organisation: string }
}

export interface WhoLooked {
  readonly now: Moment
  readonly child: ChildId
  /** Absent for whoever reviews looks and may not read who the child is. */
  readonly card?: ChildCard
  /** Latest first. */
  readonly looks: readonly Looked[]
  /** There are more than are shown: narrow the days. */
  readonly more: boolean
  /** Everyone who ever looked, by name, to choose one from. */
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}

const atMost = 300
const everyone = 10_000

/** Who has looked at a child's record, for those who answer for it; undefined for everybody else. Records one look. */
export async function whoLooked(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  asked: LooksAsked,
  exporting?: Exporting,
): Promise<WhoLooked | undefined> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    if (!(await session.mayReadLooks(child))) return undefined
    await session.look({ what: lookAt('who has looked', exporting), children: [child], ...exporting })
    const now = await session.now()
    const card = await session.card(child)
    const found = await session.looksAt(child, asked, atMost + 1)
    const all = await session.looksAt(child, {}, everyone)
    const looks = found.slice(0, atMost).map((look) => withPost(look, directory))
    const people = peopleIn(all.map((look) => withPost(look, directory)))
    return { now, child, ...(card && { card }), looks, more: found.length > atMost, people }
  })
}

export function withPost<L extends LookedAt>(look: L, { posts, organisations }: Directory): L & Looked {
  const post = posts.find(({ id }) => id === look.post)
  if (post === undefined) return look
  const organisation = organisations.find(({ id }) => id === post.organisation)?.name ?? ''
  return { ...look, by: { post, organisation } }
}

function peopleIn(looks: readonly Looked[]): WhoLooked['people'] {
  const names = new Map(
    looks.flatMap(({ person, by }) => (by ? [[person, by.post.personName] as const] : [])),
  )
  return [...names]
    .map(([person, name]) => ({ person, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
