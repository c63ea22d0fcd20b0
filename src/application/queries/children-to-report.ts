import type { Directory, Post } from '../../domain/child/directory.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import type { ReadSession, Visitor } from '../ports.ts'
import type { ChildCard, EpisodeCard } from '../projections/rows.ts'

/** A child who may be the one, and whether they are being looked for already. */
export interface Candidate {
  readonly card: ChildCard
  readonly open?: EpisodeId
}

export interface ChildrenToReport {
  /** Placed where this person works, by name. */
  readonly here: readonly Candidate[]
  /** Absent: nothing was looked for. */
  readonly found?: { readonly candidates: readonly Candidate[]; readonly more: boolean }
}

const atMost = 20

/** Who is missing? Those who live where this person works come first; `text` looks among all whom the visitor may see.
    Records one look that names those shown. */
export async function childrenToReport(
  app: Application,
  visitor: Visitor,
  post: Post,
  text: string,
): Promise<ChildrenToReport> {
  const directory = await app.directory()
  return app.store.read(visitor, async (session) => {
    const here = await placedWith(session, directory, post)
    const looked = text === '' ? undefined : await session.findChildren(text, atMost)
    const cards = [...here, ...(looked?.cards ?? [])]
    await session.look({
      what: 'children, to report',
      children: [...new Set(cards.map(({ child }) => child))],
    })
    const found = looked && { candidates: await withOpen(session, looked.cards), more: looked.more }
    return { here: await withOpen(session, here), ...(found !== undefined && { found }) }
  })
}

/** Whom the same words find, one search each: a name, a telephone number, a date of birth. Those found by any are shown,
    so that no child gets a second record without being asked about. Records one look. */
export async function likelySame(
  app: Application,
  visitor: Visitor,
  texts: readonly string[],
): Promise<readonly Candidate[]> {
  return app.store.read(visitor, async (session) => {
    const found: ChildCard[] = []
    for (const text of texts) found.push(...(await session.findChildren(text, atMost)).cards)
    const cards = [...new Map(found.map((card) => [card.child, card])).values()]
    await session.look({ what: 'children who may be the same', children: cards.map(({ child }) => child) })
    return withOpen(session, cards)
  })
}

/** A post with a team works in the home of that name; one without, in every home of its organisation. */
export async function placedWith(
  session: ReadSession,
  { posts }: Directory,
  { organisation, team }: Pick<Post, 'organisation' | 'team'>,
): Promise<readonly ChildCard[]> {
  const teams = posts.filter((other) => other.organisation === organisation).map((other) => other.team)
  const homes = team === undefined ? [...new Set(teams)] : [team]
  const cards: ChildCard[] = []
  for (const home of homes)
    if (home !== undefined)
      cards.push(
        ...(await session.findChildren(home, atMost)).cards.filter(({ answerable: { placement } }) => {
          const setting = placement?.setting
          return setting?.provider === organisation && setting.name === home
        }),
      )
  return cards
}

async function withOpen(session: ReadSession, cards: readonly ChildCard[]): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  for (const card of cards) {
    const open = (await session.episodesOf(card.child)).find(isBeingLookedFor)
    candidates.push({ card, ...(open !== undefined && { open: open.episode }) })
  }
  return candidates
}

function isBeingLookedFor({ response, voided }: EpisodeCard): boolean {
  return !voided && response !== 'returned' && response !== 'closed'
}
