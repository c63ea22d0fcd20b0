import { childAt } from '../../domain/child/child-at.ts'
import type { KnownConcern } from '../../domain/child/record.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { Visitor } from '../ports.ts'

/** What is known of one adult, beside one child. */
export interface BesideChild {
  readonly child: ChildId
  readonly childName?: string
  readonly concern: KnownConcern
  readonly expired: boolean
}

/** Adults of the same name stand together; of one without a name nobody knows whether they are another. */
export interface PersonOfConcern {
  readonly name?: string
  readonly beside: readonly BesideChild[]
}

export interface PeopleOfConcern {
  readonly now: Moment
  readonly people: readonly PersonOfConcern[]
}

/** Adults of concern of every child whom this post may read, by name. Records one look that names the children. */
export async function peopleOfConcern(app: Application, visitor: Visitor): Promise<PeopleOfConcern> {
  return app.store.read(visitor, async (session) => {
    const now = await session.now()
    const all: BesideChild[] = []
    for (const child of await session.childrenWithConcerns()) {
      const { name, concernsKnown, concernsExpired } = childAt(await session.child(child), now)
      const told = (concern: KnownConcern, expired: boolean): readonly BesideChild[] =>
        concern.kind === 'adult'
          ? [{ child, ...(name !== undefined && { childName: name }), concern, expired }]
          : []
      all.push(
        ...concernsKnown.flatMap((one) => told(one, false)),
        ...concernsExpired.flatMap((one) => told(one, true)),
      )
    }
    await session.look({ what: 'people of concern', children: [...new Set(all.map(({ child }) => child))] })
    return { now, people: byName(all) }
  })
}

function byName(all: readonly BesideChild[]): readonly PersonOfConcern[] {
  const key = ({ concern }: BesideChild) => concern.graded?.name?.trim().toLowerCase() ?? ''
  const [named, nameless] = [all.filter((one) => key(one) !== ''), all.filter((one) => key(one) === '')]
  const people = [...Map.groupBy(named, key)].map(([, beside]) => ({
    name: beside[0]?.concern.graded?.name ?? '',
    beside,
  }))
  return [
    ...people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    ...nameless.map((one) => ({ beside: [one] })),
  ]
}
