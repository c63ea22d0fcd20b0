import { type Application, carryOut } from '../../application/carry-out.ts'
import { recordCare } from '../../application/commands/record-care.ts'
import { addUnlessRefused } from '../../application/commands/register-child.ts'
import { writeToUs } from '../../application/commands/write-to-us.ts'
import { requestHash } from '../../application/ids.ts'
import { jointProtocols } from '../../application/joint-protocols.ts'
import type { Visitor } from '../../application/ports.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import { entryVersions, type NewEpisodeEntry } from '../../domain/episode/entries.ts'
import { momentAt, type Moment } from '../../kernel/moment.ts'
import { cast, type CastName } from './cast.ts'
import { childIdOf } from './child-plan.ts'
import { children } from './children.ts'
import type { Telling } from './child-plan.ts'
import { drawnFace } from './drawn-face.ts'
import { type Clock, clockAt } from './clock.ts'
import { entryIdOf, type EpisodePlan, episodeIdOf, referenceOf } from './episode-plan.ts'
import { episodes } from './episodes.ts'
import { demonstrationDirectory } from './partnership.ts'
import { type Write, writesAbout } from './timeline.ts'

export interface DemonstrationParts {
  /** The application over a store that keeps what is written as if it were written at that moment. */
  readonly applicationAt: (recordedAt: () => Moment) => Promise<Application>
  readonly keepDirectory: (directory: Directory) => Promise<void>
  readonly progress: (done: number, total: number) => void
}

/** Performs the whole demonstration through the application, person by person, so that every rule, grant and clock in
    it is real. What a start that was broken off had done is not done again; a whole one is seen at one look. */
export async function loadDemonstration(parts: DemonstrationParts): Promise<void> {
  await parts.keepDirectory(demonstrationDirectory)
  let recordedAt = momentAt(0)
  const app = await parts.applicationAt(() => recordedAt)
  if (await isLoaded(app)) return
  const clock = clockAt(await app.store.read(visitorOf('amira'), (session) => session.now()))
  const lives = children.map((child) => ({
    child,
    writes: writesAbout(child, episodes, clock),
    alike: writesAbout(child, episodes, sameClock),
  }))
  const total = lives.reduce((sum, { writes }) => sum + writes.length, 0)
  let done = 0
  parts.progress(done, total)
  for (const { child, writes, alike } of lives)
    for (const [place, write] of writes.entries()) {
      recordedAt = clock.ago(write.recordedAgo)
      await perform(app, child.key, write, hashOf(alike[place] ?? write), clock)
      parts.progress(++done, total)
    }
}

/** The last child comes last, so where their night is whole everything is. */
async function isLoaded({ store }: Application): Promise<boolean> {
  const last = episodes.findLast(({ child }) => child === children.at(-1)?.key)
  if (last === undefined) return false
  const cards = await store.read(visitorOf(last.raised.by), (read) => read.episodesOf(childIdOf(last.child)))
  return cards.some(
    ({ episode, sequence }) => episode === episodeIdOf(last.key) && sequence > last.steps.length,
  )
}

/** Its author's own request. Nobody else writes in these streams yet, so how far each has got is known. */
async function perform(
  app: Application,
  childKey: string,
  write: Write,
  hash: string,
  clock: Clock,
): Promise<void> {
  const { author } = cast[write.by]
  const [child, visitor, key] = [
    childIdOf(childKey),
    visitorOf(write.by),
    { id: write.id, requestHash: hash },
  ]
  const inEpisode = async (of: Exclude<Write, { kind: 'telling' | 'message' | 'care' }>) =>
    carryOut(app, {
      visitor,
      author,
      child,
      episode: episodeIdOf(of.episode.key),
      key,
      shown: of.kind === 'step' ? of.shown : 0,
      levels: levelsOf(of.by),
      commands: [of.kind === 'step' ? of.command : await concernOf(app, of.episode, clock)],
    })
  const outcome =
    write.kind === 'telling'
      ? await addUnlessRefused<never>(
          app,
          { visitor, author, child, key, entries: write.telling.entries, ...pictureOf(write.telling) },
          () => undefined,
        )
      : write.kind === 'care'
        ? await recordCare(app, { visitor, author, child, key, entry: write.telling.entry })
        : write.kind === 'message'
          ? await writeToUs(app, { child, access: write.access }, key, { words: write.words, notSafe: false })
          : await inEpisode(write)
  if (outcome.kind !== 'done')
    throw new Error(`The demonstration was refused at “${write.id}”: ${JSON.stringify(outcome)}.`)
}

async function concernOf(app: Application, plan: EpisodePlan, clock: Clock): Promise<EpisodeCommand> {
  const { by, minutesAgo, concern, toldBy } = plan.raised
  const { author } = cast[by]
  const [at, child] = [clock.ago(minutesAgo), childIdOf(plan.child)]
  const record = childAt(await app.store.read(visitorOf(by), (session) => session.child(child)), at)
  const entry = {
    id: entryIdOf(plan.key, -1),
    type: 'concern-raised',
    version: entryVersions['concern-raised'],
    occurred: { at, precision: 'minute' },
    by: author,
    ...(toldBy && { toldBy }),
    body: {
      subject: { kind: 'child', child },
      reference: referenceOf(plan.key),
      ...jointProtocols(app.protocols, await app.directory(), record, author, at),
      ...concern,
    },
  } satisfies NewEpisodeEntry
  return { name: 'raise-concern', entry }
}

function pictureOf({ entries }: Telling) {
  const entry = entries.find(({ type }) => type === 'photograph-added')
  return entry && { file: { of: entry.id, bytes: drawnFace().bytes } }
}

function levelsOf(name: CastName): readonly string[] {
  const { organisation } = cast[name].post
  return demonstrationDirectory.organisations.find(({ id }) => id === organisation)?.levels ?? []
}

function visitorOf(name: CastName): Visitor {
  const { person, id } = cast[name].post
  return { person, post: id }
}

function hashOf(write: Write): string {
  switch (write.kind) {
    case 'telling':
    case 'care':
      return requestHash(write.telling)
    case 'message':
      return requestHash(write.words)
    case 'concern':
      return requestHash(write.episode.raised)
    case 'step':
      return requestHash(write.command)
  }
}

/** What a retry is known by must not change with the hour of it, so it is made at one fixed moment. */
const sameClock = clockAt(momentAt(Date.UTC(2026, 0, 5, 12)))
