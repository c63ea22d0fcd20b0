import { createHash } from 'node:crypto'
import type { ChildBodies, ChildEntry, ChildEntryType, ChildStream } from '../../src/domain/child/child.ts'
import type { PlanDraft } from '../../src/domain/child/plan-fields.ts'
import type { Author, ChildId, EntryId, Occurred, Precision } from '../../src/domain/episode/entry.ts'
import type { Id } from '../../src/kernel/ids.ts'
import { parseLondonDate, type LondonDate } from '../../src/kernel/london.ts'
import { parseMoment, type Moment } from '../../src/kernel/moment.ts'
import { parseWithin, type Within } from '../../src/kernel/within.ts'

/** A fixed moment; throws on anything that is not one. */
export function moment(text: string): Moment {
  return defined(parseMoment(text), text)
}

export function day(text: string): LondonDate {
  return defined(parseLondonDate(text), text)
}

export function within(text: string): Within {
  return defined(parseWithin(text), text)
}

/** The same name always gives the same id, and another name another. */
export function idOf<Of extends string>(name: string): Id<Of> {
  const hex = createHash('sha256').update(name).digest('hex').slice(0, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Of>
}

function defined<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`not what it should be: ${text}`)
  return value
}

export interface Told {
  readonly type: ChildEntryType
  readonly body: ChildBodies[ChildEntryType]
  readonly occurred: Occurred
  readonly recorded: Moment
  readonly name: string
  readonly by: Partial<Author>
}

/** The least that a version of a plan says. */
export const draft: PlanDraft = {
  reasonableTime: within('PT1H'),
  reviewBy: day('2026-09-01'),
  callFirst: 'His aunt Rose, 07700 900171',
  whereToLook: 'The pier',
}

interface How {
  /** What other entries call it by. */
  readonly as?: string
  readonly recorded?: string
  readonly precision?: Precision
  readonly by?: Partial<Author>
}

/** Something told of a child: recorded when it occurred, to the minute, unless said otherwise. */
export function told<T extends ChildEntryType>(
  type: T,
  at: string,
  body: ChildBodies[T],
  how: How = {},
): Told {
  const { as = `${type}@${at}`, recorded = at, precision = 'minute', by = {} } = how
  return { type, body, by, occurred: { at: moment(at), precision }, recorded: moment(recorded), name: as }
}

/** A photograph that was taken on a day. */
export const pictureOf = (taken: string): ChildBodies['photograph-added'] => ({
  taken: day(taken),
  shows: `As on ${taken} <b>`,
  suppliedBy: 'An aunt',
  sha256: 'ab'.repeat(32),
  width: 480,
  height: 600,
})

export function entryId(name: string): EntryId {
  return idOf(name)
}

const writer: Author = {
  person: idOf('sam'),
  name: 'Sam Okafor',
  post: idOf('sam-post'),
  role: 'social-worker',
  organisation: idOf('aldermoor'),
  organisationName: 'Aldermoor Council',
  organisationKind: 'council',
}

export function streamOf(child: ChildId, ...all: readonly Told[]): ChildStream {
  return all.map(
    ({ name, by, ...rest }, index) =>
      ({
        ...rest,
        id: entryId(name),
        stream: child,
        sequence: index + 1,
        version: 1,
        by: { ...writer, ...by },
      }) as ChildEntry,
  )
}
