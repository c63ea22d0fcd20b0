import { childEntryOf } from '../../application/commands/register-child.ts'
import { idFrom } from '../../application/ids.ts'
import type { ChildBodies, ChildEntryType, NewChildEntry } from '../../domain/child/child.ts'
import type { ChildId, Occurred } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { Within } from '../../kernel/within.ts'
import { cast, type CastName } from './cast.ts'
import type { Clock } from './clock.ts'
import { days } from './clock.ts'
import { organisations } from './organisations.ts'
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
  readonly concerns?: readonly ChildBodies['concern-known'][]
  readonly plan?: { readonly within: string; readonly reviewInDays: number; readonly says: string }
  readonly spell?: { readonly kind: 'missing' | 'away'; readonly daysAgo: number; readonly source: string }
}

export function childIdOf(key: string): ChildId {
  return idFrom('child', 'demonstration', key)
}

/** The child's own stream, written by one person. Ids follow from the plan, so that loading twice makes nothing twice. */
export function childEntries(plan: ChildPlan, clock: Clock): readonly NewChildEntry[] {
  const entries: NewChildEntry[] = []
  const add = <T extends ChildEntryType>(type: T, minutesAgo: number, body: ChildBodies[T]): void => {
    const id = idFrom<'entry'>('entry', 'demonstration', plan.key, String(entries.length))
    const occurred: Occurred = { at: clock.ago(minutesAgo), precision: 'minute' }
    entries.push({ ...childEntryOf(cast[plan.registeredBy].author, type, occurred, body), id })
  }
  const known = plan.minutesKnown
  const bornOn = plan.age && clock.bornAt(plan.age.years, plan.age.months)
  add('child-registered', known, { ...plan.identity, ...(bornOn && { bornOn }) })
  if (plan.council) add('responsible-council-set', known, { council: organisations[plan.council].id })
  if (plan.lookedAfter) add('looked-after-from', known, { legalStatus: plan.lookedAfter })
  if (plan.status) add('status-recorded', known, { status: plan.status })
  for (const { at, daysAgo } of plan.placed ?? []) add('placed', daysAgo * days, { setting: settings[at] })
  for (const [role, name] of Object.entries(plan.workers ?? {}) as (readonly [Role, CastName])[])
    add('worker-allocated', known, { role, post: cast[name].post.id })
  for (const concern of plan.concerns ?? []) add('concern-known', known, concern)
  if (plan.plan) {
    const { within, reviewInDays, says } = plan.plan
    const reviewBy = clock.day(reviewInDays)
    add('plan-agreed', Math.min(known, 30 * days), { reasonableTime: within as Within, reviewBy, says })
  }
  if (plan.spell) {
    const { kind, daysAgo, source } = plan.spell
    add('spell-imported', daysAgo * days, { kind, from: clock.day(-daysAgo), source })
  }
  return entries
}
