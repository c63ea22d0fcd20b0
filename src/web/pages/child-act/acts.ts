import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { AddedType } from '../../../domain/child/addition.ts'
import { mayRegister, type Acting } from '../../../domain/access/may.ts'
import type { ChildAct } from './act.ts'
import { detailActs } from '../known/form.ts'
import { planActs } from '../plan/form.ts'
import { careActs } from './forms/care.ts'
import { healthActs } from './forms/health.ts'
import { knownActs } from './forms/known.ts'
import { keptOutActs } from './forms/kept-out.ts'
import { protectedAddressActs } from './forms/protected-address.ts'
import { ownDoorActs } from './forms/own-door.ts'
import { partnerActs } from './forms/partners.ts'
import { photographActs } from './forms/photographs.ts'
import { placementActs } from './forms/placement.ts'
import { sameChildActs } from './forms/same-child.ts'
import { workerActs } from './forms/workers.ts'

/** Everything that a person adds to a child's own record by a page. What a statutory return says is imported, and whether
    its spell goes on is a question of an episode. */
export const childActs: readonly ChildAct[] = [
  ...knownActs,
  ...planActs,
  ...detailActs,
  ...healthActs,
  ...protectedAddressActs,
  ...photographActs,
  ...placementActs,
  ...workerActs,
  ...partnerActs,
  ...keptOutActs,
  ...careActs,
  ...ownDoorActs,
  ...sameChildActs,
]

/** What someone in this post may add to this record now, as links. */
export function additionsFor(
  author: Acting,
  page: ChildPage,
): readonly { text: string; href: string; entry: AddedType }[] {
  const acts = childActs
    .filter(({ entry }) => mayRegister(author, entry))
    .filter(({ ofTheLiving }) => !(ofTheLiving && page.died))
    .filter(({ nothing }) => nothing?.(page) === undefined)
    .map(({ link, path, entry }) => ({ text: link, href: `/children/${page.child}/${path}`, entry }))
  if (page.died || !mayRegister(author, 'detail-known')) return acts
  const href = `/children/${page.child}/known`
  const known = {
    text: 'What is known: looks, people, places, telephones',
    href,
    entry: 'detail-known',
  } as const
  return [...acts.slice(0, 1), known, ...acts.slice(1)]
}
