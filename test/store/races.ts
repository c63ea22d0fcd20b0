import { join } from 'node:path'
import { carryOut, type Application, type Outcome } from '../../src/application/carry-out.ts'
import { beginEpisode, entryOf } from '../../src/application/commands/begin-episode.ts'
import { addToChild, childEntryOf } from '../../src/application/commands/register-child.ts'
import { newId, requestHash } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import { settings } from '../../src/cli/demonstration/settings.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import { commands, type CommandName } from '../../src/domain/episode/command.ts'
import { riskLevels, type Chronology, type EpisodeBodies } from '../../src/domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { visitorAs } from './writing.ts'

/** How often each race is run: chance decides who comes first, so once shows little. */
export const rounds = process.env['SIZE'] === 'full' ? 500 : 20

/** Sixteen people of one shift at one home, each of whom may write about its children. */
const shift = Array.from({ length: 16 }, (_, place) => {
  const name = `Carer ${place + 1} of the shift`
  const [person, post] = [newId<'person'>(), newId<'post'>()]
  return {
    post: { ...cast.milo.post, id: post, person, personName: name } satisfies Post,
    author: { ...cast.milo.author, person, post, name } satisfies Author,
  }
})
export const sixteen: readonly Author[] = shift.map(({ author }) => author)

const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))

/** The application over a database of the test's own, with the demonstration's directory and the shift in it. */
export async function withApplication(
  work: (app: Application, database: TestDatabase) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    const { organisations, posts } = demonstrationDirectory
    await keepDirectory(database.maintainer, {
      organisations,
      posts: [...posts, ...shift.map(({ post }) => post)],
    })
    const { store } = database
    await work({ store, protocols: { editions }, directory: () => store.directory() }, database)
  })
}

/** A child who lives at the home of the shift. */
export async function aChild(app: Application, since: Moment): Promise<ChildId> {
  const [child, at] = [newId<'child'>(), { at: since, precision: 'minute' as const }]
  const { author } = cast.sam
  const entries = [
    childEntryOf(author, 'child-registered', at, { name: 'Zara Whitlock', otherNames: [], pronoun: 'she' }),
    childEntryOf(author, 'responsible-council-set', at, { council: author.organisation }),
    childEntryOf(author, 'worker-allocated', at, { role: 'social-worker', post: author.post }),
    childEntryOf(author, 'placed', at, { setting: settings.larchHouse }),
  ]
  const key = { id: newId<'command'>(), requestHash: requestHash({ child }) }
  await addToChild(app, visitorAs(author), author, child, key, entries)
  return child
}

export interface Away {
  readonly child: ChildId
  readonly episode: EpisodeId
  /** When everything of the episode happens: races are about who writes first. */
  readonly at: Moment
}

/** Someone of the shift notices that the child is not there. */
export async function raise(app: Application, author: Author, child: ChildId, at: Moment): Promise<Outcome> {
  return beginEpisode(app, {
    visitor: visitorAs(author),
    author,
    commandId: newId<'command'>(),
    child,
    noticed: { at, precision: 'minute' },
    concern: {
      expectedAt: 'Larch House',
      whereabouts: 'unknown',
      authorisation: 'not-authorised',
      how: 'noticed',
    },
    threshold: { worriedNow: true, why: 'She left without her coat' },
    together: [],
  })
}

export async function anEpisode(app: Application): Promise<Away> {
  const at = await now(app)
  const child = await aChild(app, at)
  const outcome = await raise(app, sixteen[0]!, child, at)
  if (outcome.kind !== 'done') throw new Error(`No episode: ${JSON.stringify(outcome)}`)
  return { child, episode: outcome.episode, at }
}

/** One command by one person, with how many entries their page showed, ready to be sent any number of times. */
export interface Asked<N extends CommandName = CommandName> {
  readonly by: Author
  readonly name: N
  readonly body: EpisodeBodies[(typeof commands)[N]]
  readonly shown?: number
  readonly id?: string
}

/** Sends it as the page of an act does. */
export async function send<N extends CommandName>(
  app: Application,
  { child, episode, at }: Away,
  { by, name, body, shown, id = newId<'command'>() }: Asked<N>,
): Promise<Outcome> {
  const entry = entryOf(by, commands[name], { at, precision: 'minute' }, body)
  return carryOut(app, {
    visitor: visitorAs(by),
    author: by,
    child,
    episode,
    key: { id, requestHash: requestHash({ episode, name, body }) },
    ...(shown !== undefined && { shown }),
    levels: riskLevels,
    commands: [{ name, entry }],
  })
}

/** What the whole record holds of the episode, as the allocated social worker reads it. */
export async function written(app: Application, { episode }: Away): Promise<Chronology> {
  const found = await app.store.read(visitorAs(cast.sam.author), (read) => read.chronology(episode))
  return found?.chronology ?? []
}

/** The database's own clock, which is the only one that entries are held against. */
export function now(app: Application): Promise<Moment> {
  return app.store.read(visitorAs(cast.sam.author), (read) => read.now())
}
