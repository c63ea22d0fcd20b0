import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { carryOut, type Application } from '../../src/application/carry-out.ts'
import { companionsOf, joinTogether } from '../../src/application/commands/away-together.ts'
import { atMinute, beginEpisode, entryOf } from '../../src/application/commands/begin-episode.ts'
import { addToChild } from '../../src/application/commands/register-child.ts'
import { beforeReport } from '../../src/application/queries/before-report.ts'
import { childrenToReport, likelySame } from '../../src/application/queries/children-to-report.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { childIdOf, tellingsOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { EpisodeCommand } from '../../src/domain/episode/command.ts'
import type { ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { effective } from '../../src/domain/episode/effective.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { minutesBetween, momentAt } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { withDatabase } from '../support/database.ts'

const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))
const argument = { question: 'circumstances', text: 'Left after an argument' }
const [jay, reece, leah] = [childIdOf('jay'), childIdOf('reece'), childIdOf('leah')]

function visitorOf(name: CastName) {
  const { person, id } = cast[name].post
  return { person, post: id }
}

/** Some children of the demonstration, placed and with their workers, none of them missing. */
async function withChildren(
  keys: readonly string[],
  work: (app: Application) => Promise<void>,
): Promise<void> {
  await withDatabase(async ({ store, maintainer }) => {
    await keepDirectory(maintainer, demonstrationDirectory)
    const app = { store, protocols: { editions }, directory: () => store.directory() }
    const clock = clockAt(await store.read(visitorOf('ruth'), (read) => read.now()))
    for (const plan of children.filter(({ key }) => keys.includes(key))) {
      const { author } = cast[plan.registeredBy]
      const entries = tellingsOf(plan, clock).flatMap((telling) => telling.entries)
      const key = { id: randomUUID(), requestHash: plan.key }
      await addToChild(app, visitorOf(plan.registeredBy), author, childIdOf(plan.key), key, entries)
    }
    await work(app)
  })
}

async function begin(
  app: Application,
  child: ChildId,
  together: readonly EpisodeId[],
  commandId: string = randomUUID(),
): Promise<EpisodeId> {
  const now = await app.store.read(visitorOf('ruth'), (read) => read.now())
  const outcome = await beginEpisode(app, {
    visitor: visitorOf('ruth'),
    author: cast.ruth.author,
    commandId,
    child,
    noticed: atMinute(now),
    concern: { expectedAt: 'Oakfield House', whereabouts: 'unknown', authorisation: 'late', how: 'noticed' },
    threshold: { worriedNow: false },
    together,
  })
  assert.ok(outcome.kind === 'done', JSON.stringify(outcome))
  return outcome.episode
}

async function lookingMinutes(app: Application, name: CastName, child: ChildId): Promise<number> {
  const { author } = cast[name]
  const before = await beforeReport(app, visitorOf(name), author, child)
  assert.ok(before)
  return minutesBetween(before.now, before.lookUntil)
}

test('The time for looking that a page promises is the plan’s, else the shortest, and none at 12 or under.', () =>
  withChildren(['jay', 'reece', 'leah'], async (app) => {
    assert.equal(await lookingMinutes(app, 'ruth', jay), 30)
    assert.equal(await lookingMinutes(app, 'ruth', reece), 60)
    assert.equal(await lookingMinutes(app, 'joyce', leah), 0)
  }))

test('The promised hour is the hour at which the duty is due.', () =>
  withChildren(['jay'], async (app) => {
    const episode = await begin(app, jay, [])
    const duties = await app.store.read(visitorOf('ruth'), (read) => read.dutiesOf(episode))
    const search = duties.find(({ duty }) => duty === 'hold-search')
    assert.ok(search)
    assert.equal(minutesBetween(search.startsAt, search.dueAt), 30)
  }))

test('Whoever works in a home is offered its children first, and one who is looked for by their episode.', () =>
  withChildren(['jay', 'reece', 'leah'], async (app) => {
    const episode = await begin(app, jay, [])
    const offered = async (name: CastName, text = '') => {
      const { here, found } = await childrenToReport(app, visitorOf(name), cast[name].post, text)
      const names = here.map(({ card, open }) => [card.name, open])
      return { names, found: found?.candidates.map(({ card }) => card.name) }
    }
    assert.deepEqual(await offered('ruth'), {
      names: [
        ['Jay Mercer', episode],
        ['Reece Appleton', undefined],
      ],
      found: undefined,
    })
    assert.deepEqual((await offered('joan')).names.length, 2, 'on call for every home of the provider')
    assert.deepEqual(await offered('ruth', 'novak'), {
      names: (await offered('ruth')).names,
      found: [],
    })
    assert.deepEqual((await offered('milo')).names, [])
  }))

test('A child is looked for by each thing that is typed before they get a second record.', () =>
  withChildren(['jay', 'leah'], async (app) => {
    const names = async (...texts: readonly string[]) =>
      (await likelySame(app, visitorOf('ruth'), texts)).map(({ card }) => card.name)
    assert.deepEqual(await names('Jay Merser', '07700 900101', 'JJ'), ['Jay Mercer'])
    assert.deepEqual(await names('Leah Novak'), [])
  }))

test('Children away together are linked both ways, and what happened is kept with each, once.', () =>
  withChildren(['jay', 'reece'], async (app) => {
    const visitor = visitorOf('ruth')
    const { author } = cast.ruth
    const first = await begin(app, jay, [])
    await carryOut(app, {
      visitor,
      author,
      child: jay,
      episode: first,
      key: { id: randomUUID(), requestHash: 'circumstances' },
      levels: [],
      commands: [{ name: 'answer', entry: entryOf(author, 'answered', atMinute(momentAt(0)), argument) }],
    })
    const command = randomUUID()
    const second = await begin(app, reece, [first], command)
    const now = await app.store.read(visitor, (read) => read.now())
    const begun = { child: reece, episode: second, noticed: atMinute(now) }
    for (const _attempt of ['once', 'again']) {
      const others = (await companionsOf(app, visitor, second)).filter(({ child }) => child !== reece)
      assert.deepEqual(
        others.map(({ episode }) => episode),
        [first],
      )
      await joinTogether(app, visitor, author, command, begun, others)
    }
    assert.deepEqual(
      (await companionsOf(app, visitor, first)).map(({ episode }) => episode),
      [second],
    )
    const entriesOf = async (episode: EpisodeId) => {
      const found = await app.store.read(visitor, (read) => read.chronology(episode))
      return effective(found?.chronology ?? []).map(({ type }) => type)
    }
    assert.equal((await entriesOf(first)).filter((type) => type === 'episode-linked').length, 1)
    assert.equal((await entriesOf(second)).filter((type) => type === 'episode-linked').length, 1)
    assert.equal((await entriesOf(second)).filter((type) => type === 'answered').length, 1)
  }))

test('What a social worker decided is not taken back or said otherwise by a carer, and is by a social worker.', () =>
  withChildren(['jay'], async (app) => {
    const episode = await begin(app, jay, [])
    const stands = async () => {
      const found = await app.store.read(visitorOf('ruth'), (read) => read.chronology(episode))
      return effective(found?.chronology ?? [])
    }
    const carry = async (name: CastName, command: EpisodeCommand) => {
      const asked = { visitor: visitorOf(name), author: cast[name].author, child: jay, episode, levels: [] }
      const key = { id: randomUUID(), requestHash: command.entry.id }
      return (await carryOut(app, { ...asked, key, shown: (await stands()).length, commands: [command] }))
        .kind
    }
    const now = atMinute(await app.store.read(visitorOf('ruth'), (read) => read.now()))
    const decision = { answer: 'suffered', reason: 'Bruises on both arms' } as const
    const harm = entryOf(cast.sam.author, 'harm-considered', now, decision)
    assert.equal(await carry('sam', { name: 'consider-harm', entry: harm }), 'done')
    const undoneBy = (name: CastName) =>
      carry(name, {
        name: 'record-in-error',
        entry: entryOf(cast[name].author, 'recorded-in-error', now, {
          scope: { kind: 'entry', entry: harm.id },
          why: 'did-not-happen',
          reason: 'He is fine',
        }),
      })
    const correction = { corrects: harm.id, changes: { answer: 'neither' }, reason: 'x', needsSecond: false }
    const corrected = entryOf(cast.ruth.author, 'entry-corrected', now, correction)
    assert.equal(await carry('ruth', { name: 'correct-entry', entry: corrected }), 'may-not')
    assert.equal(await undoneBy('ruth'), 'may-not')
    assert.ok((await stands()).some(({ id }) => id === harm.id))
    assert.equal(await undoneBy('sam'), 'done')
    // The strategy meeting is owed because of it, so the void waits for a second person.
    const waiting = (await stands()).find(({ type }) => type === 'recorded-in-error')
    assert.ok(waiting && (await stands()).some(({ id }) => id === harm.id))
    const of = { kind: 'entry', entry: waiting.id } as const
    const agreed = entryOf(cast.ruth.author, 'acknowledged', now, { of })
    assert.equal(await carry('ruth', { name: 'acknowledge', entry: agreed }), 'done')
    assert.ok(!(await stands()).some(({ id }) => id === harm.id))
  }))
