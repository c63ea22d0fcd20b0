import type { ChildId, PersonId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import { lookAt, type Exporting } from '../files.ts'
import type { LooksSearched, ManyLooks } from '../looks-kept.ts'
import type { Visitor } from '../ports.ts'
import type { ChildCard } from '../projections/rows.ts'
import { withPost, type Looked } from './who-looked.ts'

export type LookedFor = Looked & { readonly child: ChildId }

export interface SearchedLooks {
  readonly now: Moment
  /** Latest first. */
  readonly looks: readonly LookedFor[]
  readonly more: boolean
  /** Children whom the visitor may also read of. */
  readonly cards: ReadonlyMap<ChildId, ChildCard>
  /** By name. */
  readonly many: readonly (ManyLooks & { readonly name: string })[]
  /** Everyone in the directory, by name, to choose one from. */
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}

const atMost = 200

/** From how many children on somebody is listed, for a person to ask about. A setting of ours: no source gives one. */
export const manyChildren = 10

/** Looks at the records that the visitor answers for. Records one look, naming the children found. */
export async function searchLooks(
  app: Application,
  visitor: Visitor,
  asked: LooksSearched,
  exporting?: Exporting,
): Promise<SearchedLooks> {
  const directory = await app.directory()
  const people = [...new Map(directory.posts.map(({ person, personName }) => [person, personName]))]
    .map(([person, name]) => ({ person, name }))
    .toSorted(byName)
  return app.store.read(visitor, async (session) => {
    const now = await session.now()
    const found = await session.looksBy(asked, atMost + 1)
    const looks = found.slice(0, atMost).map((look) => withPost(look, directory))
    const children = [...new Set(looks.map(({ child }) => child))]
    await session.look({ what: lookAt('search of looks', exporting), children, ...exporting })
    const cards = new Map<ChildId, ChildCard>()
    for (const child of children) {
      const card = await session.card(child)
      if (card !== undefined) cards.set(child, card)
    }
    const many = (await session.manyLooks(asked, manyChildren)).map((one) => ({
      ...one,
      name: people.find(({ person }) => person === one.person)?.name ?? 'Somebody no longer in the directory',
    }))
    return { now, looks, more: found.length > atMost, cards, many: many.toSorted(byName), people }
  })
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'en-GB')
}
