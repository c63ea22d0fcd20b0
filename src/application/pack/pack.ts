import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import { entriesOf } from '../../domain/child/corrected.ts'
import type { Photograph } from '../../domain/child/photograph.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import type { Learned } from '../../domain/episode/finding-bodies.ts'
import type { Moment } from '../../kernel/moment.ts'
import {
  agreed,
  carried,
  health,
  knownFromBefore,
  lastSeen,
  learned,
  plan,
  whatIsFeared,
  whatWasDone,
  whereToAsk,
  whereToLook,
  whoTheyAre,
  type PackPart,
} from './pack-parts.ts'

/** What police and the duty team need, or what a home keeps in its safe: questions, with what is known and what is not. */
export interface Pack {
  readonly title: string
  readonly made: Moment
  readonly parts: readonly PackPart[]
  /** Every question to which nothing is known, once more and together. */
  readonly notKnown: readonly string[]
  readonly photograph?: Photograph
}

/** A pack as it was when police were told, or when somebody made it anew. */
export interface FrozenPack {
  readonly entry: EntryId
  readonly at: Moment
  readonly by: string
  readonly sha256: string
  readonly withFindings: boolean
}

/** The newest first: those after it are superseded. */
export function frozenOf(stream: ChildStream, episode: EpisodeId): readonly FrozenPack[] {
  return entriesOf(stream, 'pack-frozen')
    .filter(({ body }) => body.episode === episode)
    .map(({ id, recorded, by, body }) => ({
      entry: id,
      at: recorded,
      by: `${by.name}, ${by.organisationName}`,
      sha256: body.sha256,
      withFindings: body.withFindings,
    }))
    .toReversed()
}

export interface ForPack {
  readonly stream: ChildStream
  readonly chronology: Chronology
  readonly now: Moment
  /** Findings that were released for police; left out for everybody else. */
  readonly released?: readonly Learned[]
}

/** In the order in which police ask. */
export function policePack({ stream, chronology, now, released }: ForPack): Pack {
  const record = childAt(stream, now)
  return packOf(`Police and duty team pack: ${record.name ?? 'child, name not known'}`, record, now, [
    whoTheyAre(record, now),
    lastSeen(chronology),
    whatIsFeared(chronology),
    carried(record, chronology),
    agreed(record),
    health(record),
    whereToLook(record),
    whatWasDone(chronology),
    knownFromBefore(record),
    ...(released === undefined || released.length === 0 ? [] : [learned(released)]),
    plan(record),
  ])
}

/** For the safe of a home, before anything has happened. It holds nothing that a child told an interviewer, nothing of
    intelligence, nobody of concern and no address but the home's own. */
export function grabPack(stream: ChildStream, now: Moment): Pack {
  const record = childAt(stream, now)
  return packOf(`Grab pack: ${record.name ?? 'child, name not known'}`, record, now, [
    whoTheyAre(record, now),
    carried(record, []),
    agreed(record),
    health(record),
    whereToAsk(record),
    plan(record),
  ])
}

function packOf(
  title: string,
  { photographs: [photograph] }: ChildRecord,
  made: Moment,
  parts: readonly PackPart[],
): Pack {
  const unknown = parts.flatMap(({ facts }) => facts.filter(({ says }) => says.length === 0))
  const notKnown = [...(photograph === undefined ? ['Photograph'] : []), ...unknown.map(({ asks }) => asks)]
  return { title, made, parts, notKnown, ...(photograph && { photograph }) }
}
