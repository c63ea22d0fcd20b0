import type { Author, ChildId, EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import { childAt } from '../../domain/child/child-at.ts'
import { freshFor } from '../../domain/child/photograph.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import type { Application } from '../carry-out.ts'
import { frozenOf, grabPack, policePack, type FrozenPack, type Pack } from '../pack/pack.ts'
import type { ReadSession, Visitor } from '../ports.ts'

export interface PackPage {
  readonly now: Moment
  readonly child: ChildId
  readonly episode?: EpisodeId
  readonly record: ChildRecord
  /** As known now, and as far as the visitor may read. */
  readonly pack: Pack
  /** The picture, where one is shown. */
  readonly picture?: Uint8Array
  readonly fresh: Within
  readonly reported: boolean
  readonly frozen: readonly FrozenPack[]
}

/** The pack of one episode, made from what the visitor may read; what was released for police stands in it for police
    alone, or `forPolice`, where it is made for them and shown to nobody. */
export async function packOfEpisode(
  app: Application,
  visitor: Visitor,
  { organisationKind }: Pick<Author, 'organisationKind'>,
  id: EpisodeId,
  forPolice = organisationKind === 'police',
): Promise<PackPage | undefined> {
  return app.store.read(visitor, async (session) => {
    const found = await session.chronology(id)
    if (found === undefined) return undefined
    const { child, chronology } = found
    await session.look({ what: 'police pack', children: [child] })
    const [now, stream] = [await session.now(), await session.child(child)]
    const released = forPolice ? { released: await session.releasedForPolice(child) } : {}
    const pack = policePack({ stream, chronology, now, ...released })
    return {
      now,
      child,
      episode: id,
      record: childAt(stream, now),
      pack,
      ...(await pictureOf(session, child, pack)),
      fresh: app.photographsFreshFor ?? freshFor,
      reported: episodeOf(chronology).reported !== undefined,
      frozen: frozenOf(stream, id),
    }
  })
}

/** What a home keeps in its safe for a child. */
export async function packForTheSafe(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<PackPage | undefined> {
  return app.store.read(visitor, async (session) => {
    if ((await session.card(child)) === undefined) return undefined
    await session.look({ what: 'grab pack', children: [child] })
    const [now, stream] = [await session.now(), await session.child(child)]
    const pack = grabPack(stream, now)
    return {
      now,
      child,
      record: childAt(stream, now),
      pack,
      ...(await pictureOf(session, child, pack)),
      fresh: app.photographsFreshFor ?? freshFor,
      reported: false,
      frozen: [],
    }
  })
}

/** A pack as it was frozen; nothing for whoever may not read all that went into it. Each opening is a look. */
export async function frozenPack(
  app: Application,
  visitor: Visitor,
  episode: EpisodeId,
  entry: EntryId,
): Promise<Uint8Array | undefined> {
  return app.store.read(visitor, async (session) => {
    const found = await session.chronology(episode)
    if (found === undefined) return undefined
    const { child } = found
    const isOfIt = frozenOf(await session.child(child), episode).some((one) => one.entry === entry)
    const bytes = isOfIt ? await session.file(child, entry) : undefined
    if (bytes !== undefined) await session.look({ what: 'frozen police pack', children: [child] })
    return bytes
  })
}

async function pictureOf(session: ReadSession, child: ChildId, { photograph }: Pack) {
  const picture = photograph && (await session.file(child, photograph.entry))
  return picture === undefined ? {} : { picture }
}
