import { keptWith } from '../../kernel/kept-with.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { ChildId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Status } from '../protocol/protocol.ts'
import type { ChildStream } from './child.ts'
import { corrected, entriesOf } from './corrected.ts'
import { detailsOf } from './detail.ts'
import { planAt } from './plan-at.ts'
import type { ChildRecord, Identity, ImportedSpell, KnownConcern, Message, Worker } from './record.ts'
import { photographsOf } from './photograph.ts'
import { beginsAt, covers, inOrderOfTime } from './span.ts'
import {
  healthOf,
  accessOf,
  lookedAfterOf,
  partnersOf,
  placementsOf,
  protectedAddressesOf,
  responsibleCouncilsOf,
  restrictionsOf,
  shutOutOf,
  workersOf,
} from './timeline.ts'

/** The child as true at `validAt`, by what had been recorded by `knownAt` (absent: by now). Total: an empty stream is a
    child of whom nothing is known. */
export function childAt(stream: ChildStream, validAt: Moment, knownAt?: Moment): ChildRecord {
  const entries = corrected(stream, knownAt)
  const placements = placementsOf(entries).filter(({ from }) => from <= validAt)
  const placement = placements.findLast((one) => covers(one, validAt))
  const council = responsibleCouncilsOf(entries).find((one) => covers(one, validAt))?.council
  const area = placement?.setting.areaCouncil
  const restriction = restrictionsOf(entries).find((one) => covers(one, validAt))
  const lookedAfter = lookedAfterOf(entries).find((one) => covers(one, validAt))
  const access = accessOf(entries).find((one) => covers(one, validAt))
  return {
    ...identityOf(entries),
    ...(council === undefined ? {} : { responsibleCouncil: council }),
    ...(council === undefined || area === undefined || area === council ? {} : { hostCouncil: area }),
    ...(lookedAfter === undefined ? {} : { lookedAfter }),
    statuses: statusesAt(entries, validAt, lookedAfter !== undefined),
    ...(placement === undefined ? {} : { placement }),
    placements,
    workers: workersAt(entries, validAt),
    partners: partnersOf(entries).filter((one) => covers(one, validAt)),
    shutOut: shutOutOf(entries).filter((one) => covers(one, validAt)),
    ...(restriction === undefined ? {} : { restriction }),
    ...concernsAt(entries, validAt),
    health: healthOf(entries).filter((one) => covers(one, validAt)),
    protectedAddresses: protectedAddressesOf(entries).filter((one) => covers(one, validAt)),
    photographs: photographsOf(entries).filter((one) => covers(one, validAt)),
    details: detailsOf(entries, validAt).filter((one) => covers(one, validAt)),
    ...planAt(entries, placements, validAt),
    spells: spellsAt(entries, validAt),
    ...(access !== undefined && { access }),
    messages: messagesAt(entries, validAt),
    sameAs: sameAs(entries),
  }
}

/** Later registrations add to earlier ones and win where both speak: a child without a name may get one. */
const identityOf = keptWith((entries: ChildStream): Identity => {
  const registered = entriesOf(entries, 'child-registered').map(({ body }) => body)
  const latest = registered.reduce<Omit<Identity, 'returnKeys'>>(
    (known, told) => ({ ...known, ...without('returnKey', told) }),
    { otherNames: [], pronoun: 'they' },
  )
  const names = registered.flatMap(({ name, otherNames }) => (name ? [...otherNames, name] : otherNames))
  return {
    ...latest,
    otherNames: [...new Set(names)].filter((name) => name !== latest.name),
    returnKeys: registered.flatMap(({ returnKey }) => (returnKey === undefined ? [] : [returnKey])),
  }
})

function statusesAt(entries: ChildStream, at: Moment, lookedAfter: boolean): readonly Status[] {
  const told = inOrderOfTime(entriesOf(entries, 'status-recorded')).filter(
    ({ occurred, body }) => (body.ended ? occurred.at : beginsAt(occurred)) <= at,
  )
  const standing = new Map(told.map(({ body }) => [body.status, body.ended !== true]))
  const found = (['in-need', 'protection-plan'] as const).filter((status) => standing.get(status))
  const all: readonly Status[] = lookedAfter ? [...found, 'looked-after'] : found
  return all.length === 0 ? ['not-known'] : all
}

function workersAt(entries: ChildStream, at: Moment): Readonly<Partial<Record<Role, Worker>>> {
  const now = workersOf(entries).filter((worker) => covers(worker, at))
  return Object.fromEntries(now.map((worker) => [worker.role, worker]))
}

function concernsAt(
  entries: ChildStream,
  at: Moment,
): Pick<ChildRecord, 'concernsKnown' | 'concernsExpired'> {
  const all: readonly KnownConcern[] = entriesOf(entries, 'concern-known')
    .filter(({ occurred }) => beginsAt(occurred) <= at)
    .map(({ id, body, occurred }) => ({ entry: id, ...body, at: occurred.at }))
  const today = londonDate(at)
  const isOver = ({ graded }: KnownConcern) => graded !== undefined && graded.expires < today
  return { concernsKnown: all.filter((one) => !isOver(one)), concernsExpired: all.filter(isOver) }
}

function spellsAt(entries: ChildStream, at: Moment): readonly ImportedSpell[] {
  const answers = new Map(entriesOf(entries, 'spell-answered').map((entry) => [entry.body.spell, entry]))
  return entriesOf(entries, 'spell-imported')
    .filter(({ body }) => body.from <= londonDate(at))
    .map(({ id, body }) => {
      const given = answers.get(id)
      if (given === undefined) return { entry: id, ...body }
      return { entry: id, ...body, answer: { entry: given.id, ...without('spell', given.body) } }
    })
}

function messagesAt(entries: ChildStream, at: Moment): readonly Message[] {
  const answers = entriesOf(entries, 'child-answered').filter(({ occurred }) => occurred.at <= at)
  return entriesOf(entries, 'child-wrote')
    .filter(({ occurred }) => occurred.at <= at)
    .map(({ id, occurred, body }) => ({
      entry: id,
      at: occurred.at,
      words: body.words,
      notSafe: body.notSafe === true,
      answers: answers
        .filter((one) => one.body.wrote === id)
        .map((one) => ({
          entry: one.id,
          answer: one.body.answer,
          means: one.body.means,
          told: one.occurred,
          by: one.by,
        })),
    }))
}

function sameAs(entries: ChildStream): readonly ChildId[] {
  const joined = new Map(entriesOf(entries, 'same-child').map(({ body }) => [body.as, body.undone !== true]))
  return [...joined].flatMap(([child, stands]) => (stands ? [child] : []))
}

function without<Key extends string, Body extends object>(key: Key, body: Body): Omit<Body, Key> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key)) as Omit<Body, Key>
}
