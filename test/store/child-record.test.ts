import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { atMinute, beginEpisode } from '../../src/application/commands/begin-episode.ts'
import { joinRecords } from '../../src/application/commands/join-records.ts'
import {
  addToChild,
  childEntryOf,
  registerChild,
  wasAdded,
  type RegisterOutcome,
} from '../../src/application/commands/register-child.ts'
import { newId } from '../../src/application/ids.ts'
import { childPage, type ChildPage } from '../../src/application/queries/child-page.ts'
import { episodePage } from '../../src/application/queries/episode-page.ts'
import { otherRecords } from '../../src/application/queries/other-records.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { childIdOf, tellingsOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { NewChildEntry } from '../../src/domain/child/child.ts'
import type { ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { londonTime } from '../../src/kernel/london.ts'
import { millisecondsOf, momentAt } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { Form } from '../../src/web/forms/form.ts'
import { childActs } from '../../src/web/pages/child-act/acts.ts'
import { childWords } from '../../src/web/pages/episode/child-words.ts'
import { withDatabase } from '../support/database.ts'

const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))
const jay = childIdOf('jay')

function visitorOf(name: CastName) {
  const { person, id } = cast[name].post
  return { person, post: id }
}

/** Jay as the demonstration knows him, who lives at Oakfield House and is not missing. */
async function withJay(work: (app: Application) => Promise<void>): Promise<void> {
  await withDatabase(async ({ store, maintainer }) => {
    await keepDirectory(maintainer, demonstrationDirectory)
    const app = { store, protocols: { editions }, directory: () => store.directory() }
    const clock = clockAt(await nowOf(app))
    const plan = children.find(({ key }) => key === 'jay')
    assert.ok(plan)
    const entries = tellingsOf(plan, clock).flatMap((telling) => telling.entries)
    await add(app, plan.registeredBy, jay, entries)
    await work(app)
  })
}

function nowOf(app: Application) {
  return app.store.read(visitorOf('sam'), (read) => read.now())
}

async function add(
  app: Application,
  name: CastName,
  child: ChildId,
  entries: readonly NewChildEntry[],
  key = { id: randomUUID(), requestHash: 'as asked' },
): Promise<RegisterOutcome['kind']> {
  return (await addToChild(app, visitorOf(name), cast[name].author, child, key, entries)).kind
}

async function pageAs(app: Application, name: CastName, child: ChildId): Promise<ChildPage> {
  const page = await childPage(app, visitorOf(name), child)
  assert.ok(page)
  return page
}

/** An entry as the form at this path makes it of what a person sent, the child being as they are now. */
async function asSent(
  app: Application,
  name: CastName,
  child: ChildId,
  path: string,
  sent: Readonly<Record<string, string>>,
): Promise<NewChildEntry> {
  const act = childActs.find((one) => one.path === path)
  assert.ok(act)
  const page = await pageAs(app, name, child)
  const directory = await app.directory()
  const about = { page, directory, child: childWords(page.record, page.now), candidates: [] }
  const read = act.read(about, Form.of(sent))
  assert.ok(read.kind === 'read', JSON.stringify(read))
  return childEntryOf(cast[name].author, act.entry, read.value.occurred, read.value.body)
}

/** Jay is not at home, and has not been for an hour. */
async function missingForAnHour(app: Application): Promise<EpisodeId> {
  const outcome = await beginEpisode(app, {
    visitor: visitorOf('ruth'),
    author: cast.ruth.author,
    commandId: randomUUID(),
    child: jay,
    noticed: atMinute(momentAt(millisecondsOf(await nowOf(app)) - 3_600_000)),
    concern: { expectedAt: 'Oakfield House', whereabouts: 'unknown', authorisation: 'late', how: 'noticed' },
    threshold: { worriedNow: true },
    together: [],
  })
  assert.ok(outcome.kind === 'done', JSON.stringify(outcome))
  return outcome.episode
}

/** Who holds each duty that carers owe in this episode, as its page reads them. */
async function carersDuties(app: Application, name: CastName, episode: EpisodeId) {
  const page = await episodePage(app, visitorOf(name), cast[name].author, episode)
  assert.ok(page)
  const holders = page.duties.filter(({ row }) => row.owedBy === 'carer').map(({ holder }) => holder)
  assert.ok(holders.length > 0)
  return holders.map((holder) => (holder.kind === 'nobody' ? undefined : holder.organisation))
}

test('A placement that ends while the child is missing passes the carers’ duties to the responsible council.', () =>
  withJay(async (app) => {
    const episode = await missingForAnHour(app)
    const before = await carersDuties(app, 'sam', episode)
    assert.deepEqual([...new Set(before)], [organisations.oakfield.id])
    const placed = (await pageAs(app, 'karl', jay)).record.placement?.entry ?? ''
    const ended = await asSent(app, 'karl', jay, 'placement-ended', {
      placed,
      'occurred-day': 'today',
      'occurred-time': londonTime(await nowOf(app)),
    })
    const key = { id: randomUUID(), requestHash: 'as asked' }
    assert.equal(await wasAdded(app, visitorOf('karl'), jay, key), false)
    assert.equal(await add(app, 'karl', jay, [ended], key), 'done')
    assert.equal(await wasAdded(app, visitorOf('karl'), jay, key), true)
    assert.equal(await wasAdded(app, visitorOf('sam'), jay, key), false, 'asked by somebody else')
    const after = await carersDuties(app, 'sam', episode)
    assert.deepEqual([...new Set(after)], [organisations.aldermoor.id])
    assert.equal(after.length, before.length)
    assert.ok(
      (await pageAs(app, 'ruth', jay)).record.placement === undefined,
      'carers read on until he is back',
    )
  }))

async function registered(app: Application, name: CastName, description: string): Promise<ChildId> {
  const body = { otherNames: [], description, pronoun: 'they' as const }
  const at = atMinute(await nowOf(app))
  const outcome = await registerChild(app, visitorOf(name), cast[name].author, randomUUID(), body, at)
  assert.ok(outcome.kind === 'done')
  return outcome.child
}

test('A name that is found later is shown, and what was known before still is.', () =>
  withJay(async (app) => {
    const child = await registered(app, 'amira', 'Tall, a green coat')
    const before = await pageAs(app, 'amira', child)
    assert.equal(before.record.name, undefined)
    const found = await asSent(app, 'amira', child, 'identity', { name: 'Rowan Pike', pronoun: 'she' })
    const key = { id: randomUUID(), requestHash: 'as asked' }
    assert.equal(await add(app, 'amira', child, [found], key), 'done')
    assert.equal(await add(app, 'amira', child, [{ ...found, id: newId() }], key), 'done', 'pressed twice')
    const { record } = await pageAs(app, 'amira', child)
    assert.deepEqual([record.name, record.pronoun], ['Rowan Pike', 'she'])
    assert.equal(record.description, 'Tall, a green coat')
    const other = { ...key, requestHash: 'other words' }
    assert.equal(await add(app, 'amira', child, [found], other), 'command-taken')
  }))

test('Two records of one child each lead to the other, however one of them was named, until it is taken back.', () =>
  withJay(async (app) => {
    const child = await registered(app, 'amira', 'A boy in a blue tracksuit')
    for (const text of ['jay mercer', `http://127.0.0.1/children/${jay}`]) {
      const cards = await otherRecords(app, visitorOf('amira'), child, text)
      assert.deepEqual(
        cards.map((card) => card.child),
        [jay],
      )
    }
    assert.deepEqual(await otherRecords(app, visitorOf('amira'), jay, jay), [], 'never itself')
    assert.deepEqual(
      await otherRecords(app, visitorOf('curtis'), child, jay),
      [],
      'never what one may not see',
    )
    const join = async (undone: boolean) => {
      const body = { as: jay, ...(undone && { undone }) }
      const entry = childEntryOf(cast.amira.author, 'same-child', atMinute(await nowOf(app)), body)
      assert.ok(entry.type === 'same-child')
      const key = { id: randomUUID(), requestHash: 'as asked' }
      return joinRecords(app, visitorOf('amira'), cast.amira.author, child, key, entry)
    }
    const leadsTo = async (of: ChildId) => (await pageAs(app, 'amira', of)).sameAs.map((card) => card.child)
    assert.equal((await join(false)).kind, 'done')
    assert.deepEqual([await leadsTo(child), await leadsTo(jay)], [[jay], [child]])
    assert.equal((await join(true)).kind, 'done')
    assert.deepEqual([await leadsTo(child), await leadsTo(jay)], [[], []])
  }))
