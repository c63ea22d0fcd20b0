import { childAt } from '../../domain/child/child-at.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import { entryVersions, type NewEpisodeEntry } from '../../domain/episode/entries.ts'
import { addToChild } from '../../application/commands/register-child.ts'
import { type Application, carryOut } from '../../application/carry-out.ts'
import { requestHash } from '../../application/ids.ts'
import { jointProtocols } from '../../application/joint-protocols.ts'
import type { Visitor } from '../../application/ports.ts'
import { type Moment, parseMoment } from '../../kernel/moment.ts'
import { cast, type CastName } from './cast.ts'
import { childEntries, childIdOf, type ChildPlan } from './child-plan.ts'
import { children } from './children.ts'
import { type Clock, clockAt } from './clock.ts'
import { commandOf, entryIdOf, type EpisodePlan, episodeIdOf, referenceOf } from './episode-plan.ts'
import { episodes } from './episodes.ts'
import { demonstrationDirectory } from './partnership.ts'

export type Progress = (done: number, total: number) => void

/** Performs the whole demonstration through the application, person by person, so that every rule, grant and clock in
    it is real. What a start that was broken off had done is not done again; a whole one is seen with one look. */
export async function loadDemonstration(
  app: Application,
  keepDirectory: (directory: Directory) => Promise<void>,
  progress: Progress,
): Promise<void> {
  await keepDirectory(demonstrationDirectory)
  if (await isLoaded(app)) return
  const clock = clockAt(await app.store.read(visitorOf('amira'), (session) => session.now()))
  const total = children.length + episodes.reduce((sum, { steps }) => sum + steps.length + 1, 0)
  let done = 0
  const oneMore = () => progress(++done, total)
  progress(0, total)
  for (const plan of children) {
    await register(app, plan, clock)
    oneMore()
  }
  for (const plan of episodes) await perform(app, plan, clock, oneMore)
}

/** The last episode is performed last, so where it is whole everything is. */
async function isLoaded({ store }: Application): Promise<boolean> {
  const last = episodes.at(-1)
  if (last === undefined) return true
  const cards = await store.read(visitorOf(last.raised.by), (session) =>
    session.episodesOf(childIdOf(last.child)),
  )
  return cards.some(
    ({ episode, sequence }) => episode === episodeIdOf(last.key) && sequence > last.steps.length,
  )
}

async function register(app: Application, plan: ChildPlan, clock: Clock): Promise<void> {
  const author = cast[plan.registeredBy].author
  const key = { id: `demonstration, ${plan.key}`, requestHash: requestHash(childEntries(plan, sameClock)) }
  const child = childIdOf(plan.key)
  const entries = childEntries(plan, clock)
  const { kind } = await addToChild(app, visitorOf(plan.registeredBy), author, child, key, entries)
  if (kind !== 'done') throw new Error(`The demonstration could not register ${plan.key}: ${kind}.`)
}

/** Each step is its author's own request. How far the stream has got is known: nobody else writes in it yet. */
async function perform(
  app: Application,
  plan: EpisodePlan,
  clock: Clock,
  oneMore: () => void,
): Promise<void> {
  const child = childIdOf(plan.child)
  const concern = await raise(app, plan, clock)
  const requests = [
    { by: plan.raised.by, command: concern, hashed: { ...plan.raised } },
    ...plan.steps.map((one) => ({
      by: one.by,
      command: commandOf(plan, one, clock),
      hashed: commandOf(plan, one, sameClock),
    })),
  ]
  for (const [place, { by, command, hashed }] of requests.entries()) {
    const { author } = cast[by]
    const outcome = await carryOut(app, {
      visitor: visitorOf(by),
      author,
      child,
      episode: episodeIdOf(plan.key),
      key: { id: `demonstration, ${plan.key}, ${place}`, requestHash: requestHash(hashed) },
      shown: place,
      levels: demonstrationDirectory.organisations.find(({ id }) => id === author.organisation)?.levels ?? [],
      commands: [command],
    })
    if (outcome.kind !== 'done')
      throw new Error(
        `The demonstration could not ${command.name} in “${plan.key}”, step ${place}: ${JSON.stringify(outcome)}.`,
      )
    oneMore()
  }
}

async function raise(app: Application, plan: EpisodePlan, clock: Clock): Promise<EpisodeCommand> {
  const { by, minutesAgo, concern, toldBy } = plan.raised
  const { author } = cast[by]
  const at = clock.ago(minutesAgo)
  const stream = await app.store.read(visitorOf(by), (session) => session.child(childIdOf(plan.child)))
  const entry = {
    id: entryIdOf(plan.key, -1),
    type: 'concern-raised',
    version: entryVersions['concern-raised'],
    occurred: { at, precision: 'minute' },
    by: author,
    ...(toldBy && { toldBy }),
    body: {
      subject: { kind: 'child', child: childIdOf(plan.child) },
      reference: referenceOf(plan.key),
      ...jointProtocols(app.protocols, await app.directory(), childAt(stream, at), author, at),
      ...concern,
    },
  } satisfies NewEpisodeEntry
  return { name: 'raise-concern', entry }
}

function visitorOf(name: CastName): Visitor {
  const { person, id } = cast[name].post
  return { person, post: id }
}

/** What a retry is known by must not change with the hour of it, so it is made at one fixed moment. */
const sameClock = clockAt(aMoment('2026-01-05T12:00:00.000Z'))

function aMoment(text: string): Moment {
  const found = parseMoment(text)
  if (found === undefined) throw new Error(`not a moment: ${text}`)
  return found
}
