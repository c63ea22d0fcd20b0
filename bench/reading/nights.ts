import type { Pool } from 'pg'
import type { Protocols } from '../../src/application/protocols.ts'
import { factsOf, project } from '../../src/application/projections/project.ts'
import type { ChildStream } from '../../src/domain/child/child.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { obligations } from '../../src/domain/protocol/obligations.ts'
import { englandCalendar } from '../../src/kernel/bank-holidays.ts'
import { millisecondsOf, momentAt, type Moment } from '../../src/kernel/moment.ts'
import { bringIn, prepared } from '../../src/store/bring-in.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { aldermoor, amira, colm, directory, lena, ruth, sam } from '../../test/support/a-directory.ts'
import { authorOf, house } from '../../test/support/asking-for-grants.ts'
import { after, entry, type Draft } from '../../test/support/chronology.ts'
import { firstEdition } from '../../test/support/first-edition.ts'
import { idOf, streamOf, told } from '../../test/support/told-of-a-child.ts'

const edition = firstEdition()
const protocols: Protocols = { editions: [edition] }

/** The council's emergency duty team, who see every child of the council. */
export const dutyTeam = { person: amira.person, post: amira.id }

/** Minutes before the moment from which a night is told. */
type Ago = (minutes: number) => string

export interface Child {
  readonly child: ChildId
  readonly stream: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
}

/** Keeps the directory, and children with everything that is on record about them. */
export async function keep(maintainer: Pool, children: readonly Child[]): Promise<void> {
  await keepDirectory(maintainer, directory)
  const brought = children.map(({ child, stream, episodes }) => ({
    subject: child,
    command: { id: idOf<'command'>(`the command of ${child}`), requestHash: '' },
    child: stream,
    episodes,
    project: (known: ChildStream, nights: ReadonlyMap<EpisodeId, Chronology>) =>
      project({ protocols, directory }, child, known, nights),
  }))
  await bringIn(maintainer, dutyTeam, prepared(brought).json)
}

/** So many children of one home's council who are missing now: not yet worried about, reported, or graded and searched for. */
export function missingChildren(count: number, now: Moment): readonly Child[] {
  return Array.from({ length: count }, (_, index) => {
    const child = idOf<'child'>(`missing ${index}`)
    const since = 20 + ((index * 37) % 2000)
    const night = [unworried, reported, searchedFor][index % 3] ?? unworried
    const chronology = toldAt(
      `missing ${index}`,
      night((minutes) => before(now, since - minutes)),
    )
    return { child, stream: lookedAfter(child), episodes: new Map([chronology]) }
  })
}

/** A child who was away five times in half a year and is back: nothing of it is owed any more. */
export function settledChild(now: Moment): Child {
  const child = idOf<'child'>('settled')
  const stream = lookedAfter(child)
  const nights = [1, 2, 3, 4, 5].map((nth) => {
    const ago: Ago = (minutes) => before(now, (200 - nth * 30) * 1440 - minutes)
    const night = nth === 3 ? searchedFor(ago) : unworried(ago)
    const [id, chronology] = toldAt(`settled ${nth}`, [...night, entry('returned', ago(600), {}, by(ruth))])
    return { id, chronology, closes: ago(30_000) }
  })
  const open = new Map(nights.map(({ id, chronology }) => [id, chronology]))
  const episodes = nights.map(({ id, chronology, closes }) => {
    const owed = obligations(chronology, edition, factsOf(stream, open, id), englandCalendar)
    const leftOpen = Object.fromEntries(owed.map(({ duty }) => [duty, 'Not done in time; reviewed and left']))
    const closing = entry('episode-closed', closes, { leftOpen }, by(sam))
    return [
      id,
      after(chronology, { ...closing, id: idOf<'entry'>(`closing of ${id}`) }).map((one) => ({
        ...one,
        stream: id,
      })),
    ] as const
  })
  return { child, stream, episodes: new Map(episodes) }
}

function before(now: Moment, minutes: number): string {
  return momentAt(millisecondsOf(now) - Math.max(0, minutes) * 60_000)
}

const by = (post: Parameters<typeof authorOf>[0]) => ({ by: authorOf(post) })
const begun = { editions: [{ protocol: edition.protocol, edition: edition.edition }], expectedAt: house.name }

function unworried(ago: Ago): readonly Draft[] {
  return [
    entry('concern-raised', ago(0), begun, by(ruth)),
    entry('threshold-assessed', ago(2), { worriedNow: false, why: 'The bus is late' }, by(ruth)),
    entry('action-taken', ago(10), {}, by(ruth)),
    entry('answered', ago(12), {}, by(ruth)),
  ]
}

function reported(ago: Ago): readonly Draft[] {
  return [
    ...unworried(ago),
    entry('reported-missing', ago(15), {}, by(ruth)),
    entry('agency-informed', ago(17), {}, by(ruth)),
    entry('reference-given', ago(18), {}, by(lena)),
  ]
}

function searchedFor(ago: Ago): readonly Draft[] {
  return [
    ...reported(ago),
    entry('risk-assessed', ago(19), { nextReview: ago(400) as Moment }, by(lena)),
    entry('agency-informed', ago(19), { role: 'parents' }, by(sam)),
    entry('agency-informed', ago(20), { role: 'carer' }, by(lena)),
    entry('harm-considered', ago(20), {}, by(sam)),
    entry('note-added', ago(20), {}, by(amira)),
  ]
}

function toldAt(name: string, drafts: readonly Draft[]): readonly [EpisodeId, Chronology] {
  const episode = idOf<'episode'>(`episode of ${name}`)
  const named = drafts.map((draft, index) => ({ ...draft, id: idOf<'entry'>(`${name} ${index}`) }))
  return [episode, after([], ...named).map((one) => ({ ...one, stream: episode }))]
}

function lookedAfter(child: ChildId): ChildStream {
  const as = (what: string) => ({ as: `${what} of ${child}` })
  const registered = { name: `Child ${child.slice(0, 4)}`, otherNames: [], pronoun: 'they' as const }
  return streamOf(
    child,
    told('child-registered', '2024-01-05T09:00Z', registered, as('registration')),
    told('responsible-council-set', '2024-01-05T09:00Z', { council: aldermoor.id }, as('council')),
    told('worker-allocated', '2024-01-06T09:00Z', { role: 'social-worker', post: sam.id }, as('sam')),
    told('worker-allocated', '2024-01-06T09:00Z', { role: 'reviewing-officer', post: colm.id }, as('colm')),
    told('placed', '2024-02-01T12:00Z', { setting: house }, as('placement')),
  )
}
