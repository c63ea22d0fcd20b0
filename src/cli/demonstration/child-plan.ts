import { childEntryOf } from '../../application/commands/register-child.ts'
import { idFrom } from '../../application/ids.ts'
import type { ChildBodies, ChildEntryType, NewChildEntry } from '../../domain/child/child.ts'
import type { ChildId, EntryId } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { Within } from '../../kernel/within.ts'
import { cast, type CastName } from './cast.ts'
import type { Clock } from './clock.ts'
import { days } from './clock.ts'
import { drawnFace } from './drawn-face.ts'
import { knownOf } from './known.ts'
import { organisations } from './organisations.ts'
import { versionsOf } from './plan-versions.ts'
import { settings, type SettingName } from './settings.ts'

/** A child of the demonstration, as plain values: times in days before the loading. */
export interface ChildPlan {
  readonly key: string
  readonly registeredBy: CastName
  readonly minutesKnown: number
  readonly identity: Omit<ChildBodies['child-registered'], 'bornOn'>
  readonly age?: { readonly years: number; readonly months: number }
  readonly council?: 'aldermoor' | 'fenwick'
  readonly lookedAfter?: string
  readonly status?: 'in-need' | 'protection-plan'
  /** Where they have lived, the first place first. */
  readonly placed?: readonly { readonly at: SettingName; readonly daysAgo: number }[]
  readonly workers?: Readonly<Partial<Record<Role, CastName>>>
  readonly partner?: { readonly organisation: keyof typeof organisations; readonly why: string }
  readonly shutOut?: { readonly who: CastName; readonly reason: string; readonly reviewInDays: number }
  readonly restricted?: {
    readonly to: readonly CastName[]
    readonly reason: string
    readonly reviewInDays: number
  }
  readonly concerns?: readonly ChildBodies['concern-known'][]
  readonly health?: readonly ChildBodies['health-known'][]
  readonly protectedAddress?: ChildBodies['address-protected']
  /** A drawing, of somebody whom there is not. */
  readonly photograph?: { readonly daysAgo: number; readonly shows: string; readonly suppliedBy: string }
  readonly plan?: { readonly within: string; readonly reviewInDays: number; readonly says: string }
  /** May come in by a door of their own, has written once and been answered. */
  readonly access?: ChildBodies['child-access-given'] & {
    readonly wrote: { readonly daysAgo: number; readonly words: string; readonly answer: string }
  }
  readonly spell?: { readonly kind: 'missing' | 'away'; readonly daysAgo: number; readonly source: string }
}

/** Facts of a child's own stream that were written down together. */
export interface Telling {
  readonly minutesAgo: number
  readonly by: CastName
  readonly entries: readonly NewChildEntry[]
}

/** Written by whoever registered the child, unless it says by whom. */
type Fact = {
  readonly [T in ChildEntryType]: readonly [number, T, ChildBodies[T], CastName?]
}[ChildEntryType]

export function childIdOf(key: string): ChildId {
  return idFrom('child', 'demonstration', key)
}

export function photographIdOf(key: string): EntryId {
  return idFrom('entry', 'demonstration', key, 'photograph')
}

function versionIdOf(key: string, minutesAgo: number): EntryId {
  return idFrom('entry', 'demonstration', key, 'a version of the plan', String(minutesAgo))
}

/** The child's own stream, the earliest first, each telling when it happened. Ids follow from the plan, so that loading
    twice makes nothing twice. */
export function tellingsOf(plan: ChildPlan, clock: Clock): readonly Telling[] {
  const told = factsOf(plan, clock).map(([minutesAgo, type, body, by = plan.registeredBy], place) => {
    const { author } = cast[by]
    const occurred = { at: clock.ago(minutesAgo), precision: 'minute' } as const
    const id =
      type === 'photograph-added'
        ? photographIdOf(plan.key)
        : type === 'plan-drafted'
          ? versionIdOf(plan.key, minutesAgo)
          : idFrom<'entry'>('entry', 'demonstration', plan.key, String(place))
    return { minutesAgo, by, entry: { ...childEntryOf(author, type, occurred, body), id } }
  })
  return [...Map.groupBy(told, ({ minutesAgo, by }) => `${String(minutesAgo)} ${by}`).values()]
    .flatMap((together): readonly Telling[] => {
      const [first] = together
      if (first === undefined) return []
      const { minutesAgo, by } = first
      return [{ minutesAgo, by, entries: together.map(({ entry }) => entry) }]
    })
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
}

/** What is said of an adult has its source and its end, as for anybody who records it by a page. */
function graded(concern: ChildBodies['concern-known'], clock: Clock): ChildBodies['concern-known'] {
  if (concern.kind !== 'adult') return concern
  const stands = {
    sourceGrade: 'B',
    informationGrade: '4',
    source: 'A worker, from what the child said',
  } as const
  const times = { reviewBy: clock.day(60), expires: clock.day(330) }
  return { ...concern, graded: { ...stands, ...times, ...concern.graded } }
}

function factsOf(plan: ChildPlan, clock: Clock): readonly Fact[] {
  const { minutesKnown: known, identity, age, council, lookedAfter, status, spell } = plan
  const lately = Math.min(known, 35 * days)
  const facts: readonly (Fact | undefined)[] = [
    [known, 'child-registered', { ...identity, ...(age && { bornOn: clock.bornAt(age.years, age.months) }) }],
    council && [known, 'responsible-council-set', { council: organisations[council].id }],
    lookedAfter === undefined ? undefined : [known, 'looked-after-from', { legalStatus: lookedAfter }],
    status && [known, 'status-recorded', { status }],
    ...(plan.placed ?? []).map(({ at, daysAgo }): Fact => [
      daysAgo * days,
      'placed',
      { setting: settings[at] },
    ]),
    ...(Object.entries(plan.workers ?? {}) as [Role, CastName][]).map(([role, name]): Fact => [
      known,
      'worker-allocated',
      { role, post: cast[name].post.id, ...(role === 'advocate' && { sharesWords: true }) },
    ]),
    plan.partner && [
      lately,
      'partner-named',
      { organisation: organisations[plan.partner.organisation].id, why: plan.partner.why },
    ],
    ...keepingOut(plan, lately, clock),
    ...(plan.concerns ?? []).map((concern): Fact => [lately, 'concern-known', graded(concern, clock)]),
    plan.plan && [
      lately,
      'plan-agreed',
      {
        reasonableTime: plan.plan.within as Within,
        reviewBy: clock.day(plan.plan.reviewInDays),
        says: plan.plan.says,
      },
    ],
    ...comingIn(plan, lately),
    spell && [
      spell.daysAgo * days,
      'spell-imported',
      { kind: spell.kind, from: clock.day(-spell.daysAgo), source: spell.source },
    ],
    ...(plan.health ?? []).map((need): Fact => [lately, 'health-known', need]),
    plan.photograph && pictured(plan.photograph, clock),
    plan.protectedAddress && [lately, 'address-protected', plan.protectedAddress],
    ...knownOf(plan.key, clock).map(({ daysAgo, detail, suppliedBy }): Fact => [
      daysAgo * days,
      'detail-known',
      { detail, suppliedBy },
    ]),
    ...versionsOf(plan.key, clock).flatMap(({ by, minutesAgo, draft, agreed }): readonly Fact[] => [
      [minutesAgo, 'plan-drafted', draft, by],
      ...agreed.map((one): Fact => [
        one.minutesAgo,
        'plan-agreed-by',
        { drafted: versionIdOf(plan.key, minutesAgo) },
        one.by,
      ]),
    ]),
  ]
  return facts.filter((fact) => fact !== undefined)
}

function pictured({ daysAgo, shows, suppliedBy }: NonNullable<ChildPlan['photograph']>, clock: Clock): Fact {
  const { sha256, width, height } = drawnFace()
  const said = { taken: clock.day(-daysAgo), shows, suppliedBy }
  return [daysAgo * days, 'photograph-added', { ...said, sha256, width, height }]
}

/** That the child may come in, and what they were told about what they wrote: they wrote it themselves. */
function comingIn({ access, key }: ChildPlan, lately: number): readonly Fact[] {
  if (access === undefined) return []
  const { wrote, ...given } = access
  const answer = { wrote: messageIdOf(key), answer: wrote.answer, means: 'telephone' } as const
  return [
    [lately, 'child-access-given', given],
    [wrote.daysAgo * days - 90, 'child-answered', answer],
  ]
}

/** What the child of the plan wrote. */
function messageIdOf(key: string): EntryId {
  return idFrom('entry', messageKeyOf(key))
}

export function messageKeyOf(key: string): string {
  return `demonstration, ${key}, a message`
}

/** The entry that gives the child of the plan access. */
export function accessIdOf(plan: ChildPlan, clock: Clock): EntryId | undefined {
  const told = tellingsOf(plan, clock).flatMap(({ entries }) => entries)
  return told.find(({ type }) => type === 'child-access-given')?.id
}

/** Who may not see the record, and who alone may. */
function keepingOut(plan: ChildPlan, lately: number, clock: Clock): readonly (Fact | undefined)[] {
  return [
    plan.shutOut && [
      lately,
      'person-shut-out',
      {
        person: cast[plan.shutOut.who].post.person,
        name: cast[plan.shutOut.who].post.personName,
        scope: { kind: 'record' },
        reason: plan.shutOut.reason,
        reviewBy: clock.day(plan.shutOut.reviewInDays),
      },
    ],
    plan.restricted && [
      lately,
      'record-restricted',
      {
        named: plan.restricted.to.map((name) => cast[name].post.id),
        reason: plan.restricted.reason,
        reviewBy: clock.day(plan.restricted.reviewInDays),
      },
    ],
  ]
}
