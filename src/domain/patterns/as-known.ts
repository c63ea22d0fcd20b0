import { isAfter, type Moment } from '../../kernel/moment.ts'
import type { EntryType } from '../episode/entries.ts'
import type { KnownStep } from '../protocol/shown-overdue.ts'
import { backIn, type Back } from './back.ts'

type Change = { readonly [Field in keyof Back]?: Back[Field] | null }

/** What was known of one return, from each moment on at which that changed: `null` takes a field back, and no fields at
    all the whole return. Each says only what is otherwise than before it. */
export type BackAsKnown = readonly { readonly from: Moment; readonly now: Change | null }[]

/** Whatever figures are read from, beside the duties. */
const counts: ReadonlySet<EntryType> = new Set([
  'concern-raised',
  'reported-missing',
  'returned',
  'interview-offered',
  'interview-accepted',
  'interview-declined',
  'interview-held',
  'interview-not-held',
  'interview-served',
  'entry-corrected',
  'recorded-in-error',
  'acknowledged',
] as const)

/** The same steps in which the duties were worked out, from the first to the last. */
export function backAsKnown(steps: readonly KnownStep[]): BackAsKnown {
  const found: BackAsKnown[number][] = []
  let before: KnownStep | undefined
  let last: Back | undefined
  for (const step of steps) {
    if (before !== undefined && isSame(before, step)) continue
    before = step
    const back = backIn(step.then, [...step.duties.values()])
    const change = changed(last, back)
    if (change !== undefined) found.push({ from: step.known, now: change })
    last = back
  }
  return found
}

function isSame(before: KnownStep, { then, duties }: KnownStep): boolean {
  return before.duties === duties && then.slice(before.then.length).every(({ type }) => !counts.has(type))
}

function changed(before: Back | undefined, after: Back | undefined): Change | null | undefined {
  if (after === undefined) return before === undefined ? undefined : null
  const was: Change = before ?? {}
  const fields = new Set([...Object.keys(was), ...Object.keys(after)]) as ReadonlySet<keyof Back>
  const differing = [...fields].filter((field) => JSON.stringify(was[field]) !== JSON.stringify(after[field]))
  if (differing.length === 0) return undefined
  return Object.fromEntries(differing.map((field) => [field, after[field] ?? null]))
}

/** The return as it was known at a moment, that moment included. */
export function backAt(history: BackAsKnown, known: Moment): Back | undefined {
  return history
    .filter(({ from }) => !isAfter(from, known))
    .reduce<Back | undefined>((so, { now }) => (now === null ? undefined : applied(so, now)), undefined)
}

function applied(before: Back | undefined, change: Change): Back {
  const fields = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null)
  return Object.fromEntries(fields) as unknown as Back
}
