import { idFrom } from '../../application/ids.ts'
import {
  type ChildBodies,
  type ChildEntry,
  childEntryVersions,
  type ChildEntryType,
  type ChildStream,
} from '../../domain/child/child.ts'
import type { Author, EntryId } from '../../domain/episode/entry.ts'
import { addMonths } from '../../kernel/london.ts'
import { momentAt } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import { cast } from '../demonstration/cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { occurredAt } from './drafts.ts'
import { type Life, workerAt } from './life.ts'
import { day, inTheOffice, londonDayOf, type Minute } from './minutes.ts'
import { words } from './words.ts'

/** Who registers a child whom nobody knew, and when. */
export interface Registering {
  readonly by: Author
  readonly at: Minute
}

interface Fact<T extends ChildEntryType = ChildEntryType> {
  readonly at: Minute
  readonly written: Minute
  readonly by: Author
  readonly type: T
  readonly body: ChildBodies[T]
  readonly id: EntryId
}

type Say = <T extends ChildEntryType>(
  at: Minute,
  written: Minute,
  by: Author,
  type: T,
  body: ChildBodies[T],
) => EntryId

/** The child's own stream, as far as it was written before the end. */
export function childFacts(seed: string, life: Life, registering: Registering, end: Minute): ChildStream {
  const facts: Fact[] = []
  const say: Say = (at, written, by, type, body) => {
    const id = idFrom<'entry'>('entry', 'generated child', life.id, String(facts.length))
    facts.push({ at, written, by, type, body, id })
    return id
  }
  const chance = chanceOf(seed, 'facts', life.who.index)
  const begins = register(say, life, registering)
  if (life.who.care !== undefined) care(say, life, begins)
  allocate(say, life, chance)
  know(say, life, begins, chance)
  const kept = facts.filter(({ written }) => written < end).toSorted((a, b) => a.written - b.written)
  return kept.map((fact, place) => asEntry(life, fact, place + 1))
}

function register(say: Say, life: Life, { by, at }: Registering): Minute {
  const { who, council, status, known, telephone, address } = life
  const begins = known ?? at
  const author = known === undefined ? by : (workerAt(life, begins + 60)?.author ?? by)
  say(begins, begins, author, 'child-registered', {
    name: who.name,
    otherNames: [],
    bornOn: who.bornOn,
    pronoun: who.pronoun,
    ...(telephone !== undefined && { telephone }),
    ...(who.care === undefined && { address }),
  })
  const answers = known === undefined ? council.office['duty-team'].author : author
  const later = known === undefined ? begins + 70 : begins
  say(later, later, answers, 'responsible-council-set', { council: council.organisation.id })
  if (status !== undefined) say(begins, begins, author, 'status-recorded', { status })
  return begins
}

/** Care and places that began before the partnership did are told on its first day. */
function care(say: Say, life: Life, begins: Minute): void {
  const { who, stays, council } = life
  const by = workerAt(life, begins + 60)?.author ?? council.office['duty-team'].author
  const span = who.care ?? { from: begins, to: begins }
  say(span.from, Math.max(span.from, begins), by, 'looked-after-from', { legalStatus: 'C2' })
  let last: EntryId | undefined
  for (const { from, to, home } of stays) {
    if (to <= begins) continue
    const setting = home?.setting ?? {
      name: 'Home with family',
      kind: 'family' as const,
      areaCouncil: council.organisation.id,
      ...(life.telephone !== undefined && { telephone: life.telephone }),
    }
    last = say(from, Math.max(from, begins), by, 'placed', { setting })
  }
  say(span.to, span.to, by, 'looked-after-ended', { why: 'Left care' })
  if (last !== undefined) say(span.to, span.to, by, 'placement-ended', { placed: last, why: 'Left care' })
}

function allocate(say: Say, { workers, who, council }: Life, chance: Chance): void {
  for (const { from, worker } of workers)
    say(from, from, worker.author, 'worker-allocated', { role: 'social-worker', post: worker.post.id })
  const first = workers[0]
  if (first === undefined || who.care === undefined) return
  const others = { 'reviewing-officer': council.office['reviewing-officer'], 'health-nurse': cast.bisi }
  say(first.from, first.from, first.worker.author, 'worker-allocated', {
    role: 'reviewing-officer',
    post: others['reviewing-officer'].post.id,
  })
  if (chance.happens(0.6))
    say(first.from, first.from, first.worker.author, 'worker-allocated', {
      role: 'health-nurse',
      post: others['health-nurse'].post.id,
    })
}

/** What stands open beside a grade, and the plan that is agreed after a first absence. */
function know(say: Say, life: Life, begins: Minute, chance: Chance): void {
  const missed = life.absences.filter(({ kind }) => kind === 'missing')
  const first = missed[0]
  if (first === undefined) return
  const by = (at: Minute) => workerAt(life, at)?.author ?? life.council.office['duty-team'].author
  for (const [nth, absence] of missed.slice(0, 3).entries()) {
    if (!chance.happens(0.35 - nth * 0.1)) continue
    const at = inTheOffice(Math.max(begins + 120, absence.back), chance.between(1, 4), chance)
    const [kind, text] = chance.pick(words.concerns)
    say(at, at, by(at), 'concern-known', { kind, text })
  }
  if (life.who.care === undefined || !chance.happens(0.8)) return
  const agreed = inTheOffice(first.back + day, chance.between(1, 8), chance)
  const worker = by(agreed)
  if (worker.role !== 'social-worker') return
  say(agreed, agreed, worker, 'plan-agreed', {
    reasonableTime: chance.pick(['PT30M', 'PT1H', 'PT1H30M']) as Within,
    reviewBy: addMonths(londonDayOf(agreed), 6),
    says: chance.pick(words.plans),
  })
}

function asEntry(life: Life, { at, written, by, type, body, id }: Fact, sequence: number): ChildEntry {
  return {
    id,
    stream: life.id,
    sequence,
    type,
    version: childEntryVersions[type],
    occurred: occurredAt(at),
    recorded: momentAt(written * 60_000 + 30_000),
    by,
    body,
  } as ChildEntry
}
