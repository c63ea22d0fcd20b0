import { requestHash } from '../../application/ids.ts'
import type { CommandKey, SubjectProjection, Visitor } from '../../application/ports.ts'
import { project } from '../../application/projections/project.ts'
import type { Protocols } from '../../application/protocols.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../../domain/episode/entry.ts'
import { cast } from '../demonstration/cast.ts'
import { demonstrationDirectory } from '../demonstration/partnership.ts'
import { type Asked, askedInWords } from './asked.ts'
import { hashOfAll, hashOfChild, type SaidOfChild } from './content-hash.ts'
import { generatedChild, type GeneratedChild } from './generate.ts'
import { type Partnership, partnershipOf } from './partnership.ts'

export interface ToBringIn {
  readonly subject: ChildId
  readonly command: CommandKey
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly project: (child: ChildStream, episodes: ReadonlyMap<EpisodeId, Chronology>) => SubjectProjection
}

/** What the loading needs of the record: the maintainer's ways in. */
export interface LoadingParts {
  readonly protocols: Protocols
  readonly held: () => Promise<{
    readonly runs: readonly string[]
    readonly strangers: number
    readonly organisations: readonly string[]
    readonly subjects: ReadonlySet<string>
  }>
  /** Keeps that there is such a run, before anything else is kept. */
  readonly recordRun: (reason: string) => Promise<void>
  /** Answers with the directory as it is read from now on. */
  readonly keepDirectory: (directory: Directory) => Promise<Directory>
  readonly bringIn: (visitor: Visitor, children: readonly ToBringIn[]) => Promise<readonly SaidOfChild[]>
  /** The same without keeping anything. */
  readonly saidOf: (child: ToBringIn) => SaidOfChild
  readonly progress: (done: number, total: number) => void
}

export type Loaded =
  | { readonly kind: 'live-records' }
  | { readonly kind: 'another'; readonly asked: string }
  | {
      readonly kind: 'loaded'
      readonly children: number
      readonly episodes: number
      readonly entries: number
      readonly posts: number
      readonly hash: string
    }

/** Enough that commits do not count, few enough that a broken-off run loses little. */
const batch = 25
/** Writes on their way while the next children are made. */
const underWay = 2

/** Brings the partnership of that seed into a database that holds nothing else but the demonstration. What a run that was
    broken off had brought is not brought again. */
export async function loadGenerated(asked: Asked, parts: LoadingParts): Promise<Loaded> {
  const partnership = partnershipOf(asked)
  const held = await parts.held()
  const refused = refusal(asked, partnership, held)
  if (refused !== undefined) return refused
  if (held.runs.length === 0) await parts.recordRun(askedInWords(asked))
  const directory = await parts.keepDirectory(partnership.directory)
  const counted = { episodes: 0, entries: 0 }
  const hashes = new Map<string, string>()
  const heard = (said: readonly SaidOfChild[]) => {
    for (const child of said) {
      hashes.set(child.subject, hashOfChild(child))
      counted.entries += child.entries.length
    }
    parts.progress(hashes.size, asked.children)
  }
  const writing = new Set<Promise<void>>()
  for (let from = 0; from < asked.children; from += batch) {
    const many = Math.min(batch, asked.children - from)
    const made = Array.from({ length: many }, (_, nth) =>
      generatedChild(asked, partnership, parts.protocols, from + nth),
    )
    counted.episodes += made.reduce((sum, { episodes }) => sum + episodes.size, 0)
    const all = made.map((child) => toBringIn(asked, parts.protocols, directory, child))
    heard(all.filter(({ subject }) => held.subjects.has(subject)).map(parts.saidOf))
    const fresh = all.filter(({ subject }) => !held.subjects.has(subject))
    const write = parts.bringIn(visitor, fresh).then(heard)
    const ended = write.finally(() => writing.delete(ended))
    writing.add(ended)
    if (writing.size >= underWay) await Promise.race(writing)
  }
  await Promise.all(writing)
  return {
    kind: 'loaded',
    children: asked.children,
    ...counted,
    posts: partnership.directory.posts.length,
    hash: hashOfAll(partnership.directory, hashes),
  }
}

/** How the id of every command of the demonstration begins, that of the fixed cast's nights too. */
export const commandsBegin = 'demonstration'

function toBringIn(
  asked: Asked,
  protocols: Protocols,
  directory: Directory,
  { id, stream, episodes }: GeneratedChild,
): ToBringIn {
  const words = askedInWords(asked)
  return {
    subject: id,
    command: { id: `${commandsBegin}, ${words}`, requestHash: requestHash({ child: id, asked: words }) },
    child: stream,
    episodes,
    project: (child, chronologies) => project({ protocols, directory }, id, child, chronologies),
  }
}

/** In whose name it is brought in: each entry has its own author. */
const visitor: Visitor = { person: cast.helen.post.person, post: cast.helen.post.id }

function refusal(
  asked: Asked,
  { directory }: Partnership,
  { runs, strangers, organisations }: Awaited<ReturnType<LoadingParts['held']>>,
): Loaded | undefined {
  const other = runs.find((run) => run !== askedInWords(asked))
  if (other !== undefined) return { kind: 'another', asked: other }
  const ours = new Set(
    [...directory.organisations, ...demonstrationDirectory.organisations].map(({ id }) => id as string),
  )
  return strangers > 0 || organisations.some((id) => !ours.has(id)) ? { kind: 'live-records' } : undefined
}
