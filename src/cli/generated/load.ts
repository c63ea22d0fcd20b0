import type { Visitor } from '../../application/ports.ts'
import type { Protocols } from '../../application/protocols.ts'
import type { ExpectedCare } from '../../domain/care/expected.ts'
import type { Directory } from '../../domain/child/directory.ts'
import { cast } from '../demonstration/cast.ts'
import { demonstrationDirectory } from '../demonstration/partnership.ts'
import { type Asked, askedInWords } from './asked.ts'
import { hashOfAll } from './content-hash.ts'
import type { Made } from './make.ts'
import { makersOf } from './makers.ts'
import { type Partnership, partnershipOf } from './partnership.ts'

/** What the loading needs of the record: the maintainer's ways in. */
export interface LoadingParts {
  readonly protocols: Protocols
  readonly expectedCare: readonly ExpectedCare[]
  readonly held: () => Promise<Held>
  /** Keeps that there is such a run, before anything else is kept. */
  readonly recordRun: (reason: string) => Promise<void>
  /** Answers with the directory as it is read from now on. */
  readonly keepDirectory: (directory: Directory) => Promise<Directory>
  /** Keeps children as they were prepared, all of them or none. */
  readonly bringIn: (visitor: Visitor, json: string) => Promise<void>
  readonly progress: (done: number, total: number) => void
}

interface Held {
  readonly runs: readonly string[]
  readonly strangers: number
  readonly organisations: readonly string[]
  readonly subjects: ReadonlySet<string>
}

export type Loaded =
  /** No invented people are wanted here at all. */
  | { readonly kind: 'switched-off' }
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

/** Brings the partnership of that seed into a database that holds nothing else but the demonstration. What a run that was
    broken off had brought is not brought again. */
export async function loadGenerated(asked: Asked, parts: LoadingParts): Promise<Loaded> {
  const partnership = partnershipOf(asked)
  const held = await parts.held()
  const refused = refusal(asked, partnership, held)
  if (refused !== undefined) return refused
  if (held.runs.length === 0) await parts.recordRun(askedInWords(asked))
  const directory = await parts.keepDirectory(partnership.directory)
  const { protocols, expectedCare } = parts
  const makers = makersOf({ asked, protocols, expectedCare, directory, held: held.subjects })
  const made = await makeAll(makers, asked, parts)
  const sum = (of: 'episodes' | 'entries') => made.reduce((so, one) => so + one[of], 0)
  return {
    kind: 'loaded',
    children: asked.children,
    episodes: sum('episodes'),
    entries: sum('entries'),
    posts: partnership.directory.posts.length,
    hash: hashOfAll(partnership.directory, new Map(made.flatMap(({ hashes }) => hashes))),
  }
}

/** Enough that commits do not count, few enough that a broken-off run loses little. */
const batch = 20

/** Each maker has its next order while what it made is being written. */
async function makeAll(
  makers: ReturnType<typeof makersOf>,
  { children }: Asked,
  { bringIn, progress }: LoadingParts,
): Promise<readonly Made[]> {
  const places = Array.from({ length: children }, (_, place) => place)
  const all: Made[] = []
  let done = 0
  const write = async ({ json, hashes, ...rest }: Made) => {
    if (json !== undefined) await bringIn(visitor, json)
    all.push({ hashes, ...rest })
    progress((done += hashes.length), children)
  }
  const work = async (make: (typeof makers)[number]['make']) => {
    let writing = Promise.resolve()
    while (places.length > 0) {
      const made = await make(places.splice(0, batch))
      await writing
      writing = write(made)
    }
    await writing
  }
  try {
    await Promise.all(makers.map(({ make }) => work(make)))
    return all
  } finally {
    await Promise.all(makers.map(({ close }) => close()))
  }
}

/** In whose name it is brought in: each entry has its own author. */
const visitor: Visitor = { person: cast.helen.post.person, post: cast.helen.post.id }

function refusal(
  asked: Asked,
  { directory }: Partnership,
  { runs, strangers, organisations }: Held,
): Loaded | undefined {
  const other = runs.find((run) => run !== askedInWords(asked))
  if (other !== undefined) return { kind: 'another', asked: other }
  const known = [...directory.organisations, ...demonstrationDirectory.organisations]
  const ours = new Set<string>(known.map(({ id }) => id))
  return strangers > 0 || organisations.some((id) => !ours.has(id)) ? { kind: 'live-records' } : undefined
}
