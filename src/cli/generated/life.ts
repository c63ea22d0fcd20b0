import { idFrom } from '../../application/ids.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import { type Absence, absencesOf } from './absences.ts'
import type { Asked } from './asked.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Council } from './councils.ts'
import { day, hour, type Minute } from './minutes.ts'
import { addressOf, mobile } from './names.ts'
import type { Partnership } from './partnership.ts'
import type { Member } from './posts.ts'
import { type Span, wholeSpan } from './span.ts'
import { type Stay, staysOf } from './stays.ts'
import { type Who, whoOf } from './who.ts'

/** One generated child: who they are, where they live, who works with them, and when they were away. */
export interface Life {
  readonly id: ChildId
  readonly who: Who
  readonly council: Council
  /** Why the council knows them beside being in care; absent where only an absence made them known. */
  readonly status?: 'in-need' | 'protection-plan'
  readonly telephone?: string
  readonly address: string
  readonly stays: readonly Stay[]
  /** From when each social worker works with the child, the first first. */
  readonly workers: readonly { readonly from: Minute; readonly worker: Member }[]
  /** When they were registered; absent where somebody who missed them does it. */
  readonly known?: Minute
  readonly absences: readonly Absence[]
}

export function lifeOf(asked: Asked, partnership: Partnership, index: number): Life {
  const chanceFor = (what: string) => chanceOf(asked.seed, what, index)
  const who = whoOf(asked, index, chanceFor('who'))
  const absences = absencesOf(asked, who, chanceFor('absences'))
  const chance = chanceFor('life')
  const council = chance.weighted(partnership.councils.map((one) => [one, one.share] as const))
  const isMissing = absences.some(({ kind }) => kind === 'missing')
  const status = statusOf(who, isMissing, chance)
  const whole = wholeSpan(asked)
  const first = Math.min(whole.to, absences[0]?.left ?? whole.to)
  const known = knownFrom(who, status, whole, first, chance)
  return {
    id: idFrom<'child'>('child', 'generated', asked.seed, String(index)),
    who,
    council,
    ...(status && { status }),
    ...(chance.happens(0.6) && { telephone: mobile(chance) }),
    address: addressOf(chance),
    stays: staysOf(partnership, who, council, isMissing, chance),
    workers: known === undefined ? [] : workersFrom(known, who.care?.to ?? whole.to, council, chance),
    ...(known !== undefined && { known }),
    absences,
  }
}

/** A setting: of the children who live at home and go missing, half are known to the council before. */
function statusOf(who: Who, isMissing: boolean, chance: Chance): Life['status'] {
  if (who.care !== undefined) return undefined
  if (isMissing && chance.happens(0.5)) return undefined
  return chance.happens(0.8) ? 'in-need' : 'protection-plan'
}

/** Children in care from the first day of the partnership or of their care; others some time before they are missed. */
function knownFrom(
  { care, here }: Who,
  status: Life['status'],
  whole: Span,
  first: Minute,
  chance: Chance,
): Minute | undefined {
  if (care !== undefined)
    return Math.min(Math.max(care.from, whole.from) + chance.between(1, 30), whole.to - hour)
  if (status === undefined) return undefined
  const earliest = Math.max(whole.from, here.from)
  return Math.floor(earliest + chance.next() * Math.max(0, first - earliest - 3 * hour))
}

/** Social workers leave: a child has one for about a year and a half. A setting. */
function workersFrom(known: Minute, to: Minute, council: Council, chance: Chance): Life['workers'] {
  const workers = [{ from: known + chance.between(1, 25), worker: chance.pick(council.workers) }]
  for (;;) {
    const last = workers.at(-1)
    const from = (last?.from ?? known) + 60 * day + Math.floor(chance.waiting(480 * day))
    if (from >= to) return workers
    const others = council.workers.filter((one) => one !== last?.worker)
    workers.push({ from, worker: chance.pick(others) })
  }
}

export function workerAt({ workers }: Life, at: Minute): Member | undefined {
  return workers.findLast(({ from }) => from <= at)?.worker
}
