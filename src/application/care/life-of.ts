import { keptWith } from '../../kernel/kept-with.ts'
import type { Within } from '../../kernel/within.ts'
import type { Life, Placement, PlacementKind } from '../../domain/care/life.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { LookedAfter, Placement as Stay } from '../../domain/child/record.ts'
import { corrected } from '../../domain/child/corrected.ts'
import { lookedAfterOf } from '../../domain/child/timeline.ts'
import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'

const openEnded = endOfLondonDay('2199-12-30' as LondonDate)

/** What a child's own record says of the Care that they are owed. Of where they live the kind of place counts, and whether
    it is meant to last. */
export const lifeIn = keptWith((stream: ChildStream): Life => {
  const { bornOn, placements } = childAt(stream, openEnded)
  const lookedAfter = lookedAfterOf(corrected(stream))
  return {
    ...(bornOn !== undefined && { bornOn }),
    lookedAfter: lookedAfter.map(({ from, until }) => ({ from, ...(until !== undefined && { until }) })),
    placements: placements.map((stay) => placementOf(stay, lookedAfter)),
  }
})

export function lifeOf(stream: ChildStream, own: Readonly<Record<string, Within>>): Life {
  return { ...lifeIn(stream), own }
}

function placementOf(stay: Stay, lookedAfter: readonly LookedAfter[]): Placement {
  const { setting, from, until } = stay
  const status = lookedAfter.findLast((one) => one.from <= from)?.legalStatus
  const longTerm = setting.code === 'U1' || setting.code === 'U4'
  return {
    kind: setting.kind === 'family' ? withParents(status) : kinds[setting.kind],
    from,
    ...(until !== undefined && { until }),
    ...(longTerm && { longTerm }),
  }
}

const kinds: Readonly<Record<Exclude<Stay['setting']['kind'], 'family'>, PlacementKind>> = {
  'foster-home': 'foster',
  'supported-accommodation': 'supported',
  'childrens-home': 'home',
  school: 'home',
  secure: 'home',
  other: 'home',
}

/** Of a status that is not known, the one that asks for more visits. */
function withParents(status: string | undefined): PlacementKind {
  if (/^c1$|interim/iu.test(status ?? '')) return 'connected-for-a-time'
  return /^c2$|care order/iu.test(status ?? '') ? 'parent-under-care-order' : 'parent-before-assessment'
}
