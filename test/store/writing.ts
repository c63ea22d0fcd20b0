import { randomUUID } from 'node:crypto'
import type {
  Append,
  CommandKey,
  Store,
  SubjectProjection,
  Visitor,
  WriteSession,
} from '../../src/application/ports.ts'
import type { Grant } from '../../src/domain/access/grant.ts'
import {
  childEntryVersions,
  type ChildBodies,
  type ChildEntryType,
  type ChildStream,
  type NewChildEntry,
} from '../../src/domain/child/child.ts'
import type { Chronology, NewEpisodeEntry } from '../../src/domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { sections, type Section } from '../../src/domain/episode/sections.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { at } from '../support/at.ts'
import { cast, idFor } from '../support/cast.ts'
import { entry, type Draft } from '../support/chronology.ts'

export const carer = visitorAs(cast.carer)

export function visitorAs({ person, post }: Author): Visitor {
  return { person, post }
}

export function aCommand(id: string = randomUUID(), requestHash = 'as first asked'): CommandKey {
  return { id, requestHash }
}

/** A fact of a child's own stream. */
function ofChild<T extends ChildEntryType>(type: T, body: ChildBodies[T]): NewChildEntry {
  return {
    id: idFor(randomUUID()),
    type,
    version: childEntryVersions[type],
    occurred: { at: at('2026-03-01T09:00'), precision: 'day' },
    by: cast['social-worker'],
    body,
  } as unknown as NewChildEntry
}

export const registered = (name: string): NewChildEntry =>
  ofChild('child-registered', { name, otherNames: [], pronoun: 'they' })

/** An episode's entry under a fresh id, and without the recorded time that only the store gives. */
export function fresh(draft: Draft): NewEpisodeEntry {
  return { ...draft, id: idFor(randomUUID()), recorded: undefined } as unknown as NewEpisodeEntry
}

export const concern = (): NewEpisodeEntry => fresh(entry('concern-raised', '2026-03-28T21:40'))
export const note = (text: string): NewEpisodeEntry =>
  fresh(entry('note-added', '2026-03-28T21:50', { text }))
export const back = (): NewEpisodeEntry => fresh(entry('returned', '2026-03-28T23:10'))

/** A grant of a whole record, or as the rest says. */
export function grantTo(post: Author, child: ChildId, rest: Partial<Grant> = {}): Grant {
  return {
    post: post.post,
    child,
    section: 'core',
    from: '2020-01-01T00:00:00.000Z' as Moment,
    because: 'works with the child',
    ...rest,
  }
}

export function everySection(post: Author, child: ChildId): readonly Grant[] {
  return sections.map((section: Section) => grantTo(post, child, { section }))
}

/** A read side that is simple enough to say by heart: an episode is in concern until its return, and owes one duty. */
export function simpleProjection(subject: ChildId, grants: readonly Grant[]): Append['project'] {
  return (child, episodes) => ({
    card: cardOf(subject, child),
    episodes: [...episodes].map(([episode, chronology]) => ({
      ...ofEpisode(subject, episode),
      response: isBack(chronology) ? 'returned' : 'concern',
      voided: false,
      from: chronology[0]!.occurred.at,
      sequence: chronology.length,
    })),
    board: [...episodes].map(([episode, chronology]) => ({
      ...ofEpisode(subject, episode),
      pronoun: 'they',
      answerable: { workers: {} },
      response: isBack(chronology) ? 'returned' : 'concern',
      whereabouts: 'unknown',
      authorisation: 'not-authorised',
      policeKnow: false,
      imported: false,
      died: false,
      from: chronology[0]!.occurred.at,
    })),
    duties: [...episodes].map(([episode, chronology]) => dutyOf(subject, episode, chronology)),
    grants,
  })
}

function cardOf(subject: ChildId, child: ChildStream): SubjectProjection['card'] {
  const first = child[0]
  const name = first?.type === 'child-registered' ? first.body.name : undefined
  return {
    child: subject,
    ...(name !== undefined && { name }),
    otherNames: [],
    pronoun: 'they',
    answerable: { workers: {} },
    foundBy: (name ?? '').toLowerCase(),
  }
}

function dutyOf(
  child: ChildId,
  episode: EpisodeId,
  chronology: Chronology,
): SubjectProjection['duties'][number] {
  const returned = chronology.find(({ type }) => type === 'returned')
  return {
    child,
    stream: episode,
    section: 'core',
    workIn: [],
    id: 'look',
    duty: 'look',
    title: 'Look for the child',
    keeper: true,
    owedBy: 'carer',
    covered: true,
    startsAt: chronology[0]!.occurred.at,
    dueAt: at('2026-03-28T23:00'),
    endOfDay: false,
    provisional: false,
    because: 'because a child is missing',
    ...(returned && { metAt: returned.occurred.at, metBy: returned.id }),
    edition: 'missing-from-home-and-care 2026-01',
    verified: false,
    rungs: [{ tell: 'home-on-call', at: at('2026-03-28T23:10') }],
    shownOverdue: [],
  }
}

function ofEpisode(child: ChildId, episode: EpisodeId) {
  return { child, episode, reference: `R-${episode.slice(0, 8)}` }
}

function isBack(chronology: Chronology): boolean {
  return chronology.some(({ type }) => type === 'returned')
}

export interface Writing {
  readonly subject: ChildId
  readonly ofChild?: readonly NewChildEntry[]
  readonly episodes?: Readonly<Record<EpisodeId, readonly NewEpisodeEntry[]>>
  readonly command?: CommandKey
  readonly grants?: readonly Grant[]
  readonly answer?: unknown
}

/** One write as the application does it: load, then append, with every section granted to the carer. */
export async function write(store: Store, writing: Writing, visitor: Visitor = carer): Promise<void> {
  await store.write(visitor, (session) => loadAndAppend(session, writing))
}

export async function loadAndAppend(session: WriteSession, writing: Writing): Promise<void> {
  const { subject, command = aCommand(), answer = { kind: 'done' } } = writing
  await session.load(subject, command)
  const episodes = Object.entries(writing.episodes ?? {}) as [EpisodeId, readonly NewEpisodeEntry[]][]
  session.append({
    subject,
    command,
    answer,
    streams: [
      { kind: 'child', stream: subject, entries: writing.ofChild ?? [] },
      ...episodes.map(([stream, entries]) => ({ kind: 'episode' as const, stream, entries })),
    ],
    project: simpleProjection(subject, writing.grants ?? everySection(cast.carer, subject)),
  })
}

export const newChild = (): ChildId => idFor<'child'>(randomUUID())
export const newEpisode = (): EpisodeId => idFor<'episode'>(randomUUID())

/** A child with one open episode, known to the carer. */
export async function aMissingChild(
  store: Store,
): Promise<{ readonly child: ChildId; readonly episode: EpisodeId }> {
  const [child, episode] = [newChild(), newEpisode()]
  await write(store, {
    subject: child,
    ofChild: [registered('Tyler Boothe')],
    episodes: { [episode]: [concern()] },
  })
  return { child, episode }
}
