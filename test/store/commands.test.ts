import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { CommandKey, Remembered, Store, Visitor } from '../../src/application/ports.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import { createStore } from '../../src/store/store.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import {
  aCommand,
  aMissingChild,
  back,
  carer,
  concern,
  everySection,
  grantTo,
  loadAndAppend,
  newChild,
  newEpisode,
  note,
  registered,
  visitorAs,
  write,
} from './writing.ts'

async function remembered(
  store: Store,
  visitor: Visitor,
  child: ChildId,
  key: CommandKey,
): Promise<Remembered> {
  return (await store.write(visitor, (session) => session.load(child, key))).remembered
}

test('The same command by the same person with the same body is answered the same, and writes once.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const command = aCommand()
    const answer = { kind: 'done', with: ['order', { of: 1, kept: true }] }
    assert.deepEqual(await remembered(store, carer, child, command), { kind: 'new' })
    await write(store, { subject: child, episodes: { [episode]: [note('once')] }, command, answer })
    assert.deepEqual(await remembered(store, carer, child, command), { kind: 'done', answer })
    await assert.rejects(
      write(store, { subject: child, episodes: { [episode]: [note('twice')] }, command, answer }),
      /carried out before/,
    )
    assert.equal((await store.read(carer, (read) => read.chronology(episode)))?.chronology.length, 2)
  }))

test('The same command by another person, or with another body, is taken and learns nothing.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const command = aCommand()
    const grants = [...everySection(cast.carer, child), grantTo(cast.police, child)]
    await write(store, { subject: child, episodes: { [episode]: [note('mine')] }, command, grants })
    const police = visitorAs(cast.police)
    assert.deepEqual(await remembered(store, police, child, command), { kind: 'taken' })
    const other = { ...command, requestHash: 'another body' }
    assert.deepEqual(await remembered(store, carer, child, other), { kind: 'taken' })
    assert.deepEqual(await remembered(store, police, child, aCommand()), { kind: 'new' })
  }))

test('A retry is answered also when what it did took away the visitor’s own grant.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const command = aCommand()
    const grants = [grantTo(cast.police, child)]
    await write(store, { subject: child, episodes: { [episode]: [note('last')] }, command, grants })
    assert.deepEqual(await remembered(store, carer, child, command), {
      kind: 'done',
      answer: { kind: 'done' },
    })
  }))

test('One command id may be used for two children.', () =>
  withDatabase(async ({ store }) => {
    const [one, two] = [newChild(), newChild()]
    const command = aCommand()
    await store.write(carer, async (session) => {
      for (const subject of [one, two])
        await loadAndAppend(session, { subject, ofChild: [registered('A')], command })
    })
    assert.equal((await remembered(store, carer, two, command)).kind, 'done')
  }))

test('Sixteen people adding to one episode at once lose nothing and double nothing.', () =>
  withDatabase(async ({ store, owner }) => {
    const { child, episode } = await aMissingChild(store)
    const written = Array.from({ length: 16 }, (_, who) =>
      Array.from({ length: 5 }, (__, n) => `${who}: ${n}`),
    )
    await Promise.all(
      written.map(async (texts) => {
        for (const text of texts)
          await write(store, { subject: child, episodes: { [episode]: [note(text)] } })
      }),
    )
    const found = await store.read(carer, (read) => read.chronology(episode))
    const chronology = found!.chronology.slice(1)
    assert.deepEqual(
      chronology.map(({ sequence }) => sequence),
      Array.from({ length: 80 }, (_, n) => n + 2),
    )
    const texts = chronology.map(({ body }) => ('text' in body ? body.text : ''))
    assert.deepEqual(texts.toSorted(), written.flat().toSorted())
    assert.deepEqual(
      chronology.map(({ recorded }) => recorded),
      chronology.map(({ recorded }) => recorded).toSorted(),
    )
    const { rows } = await owner.query(`select head from whereabouts.stream where id = $1`, [episode])
    assert.deepEqual(rows, [{ head: 81 }])
  }))

test('Of two who decide on the same state at once, the second sees what the first wrote before deciding.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const decide = () =>
      store.write(carer, async (session) => {
        const command = aCommand()
        const loaded = await session.load(child, command)
        if (loaded.episodes.get(episode)!.length !== 1) return 'overtaken'
        await new Promise((resolve) => setTimeout(resolve, 30))
        await loadAndAppend(session, { subject: child, episodes: { [episode]: [back()] }, command })
        return 'won'
      })
    assert.deepEqual((await Promise.all([decide(), decide()])).toSorted(), ['overtaken', 'won'])
    assert.equal((await store.read(carer, (read) => read.chronology(episode)))?.chronology.length, 2)
  }))

test('Two first reports of one child, with the id that both were given, make one child.', () =>
  withDatabase(async ({ store, owner }) => {
    const [child, command] = [newChild(), aCommand()]
    const report = () =>
      store.write(carer, async (session) => {
        const { remembered } = await session.load(child, command)
        if (remembered.kind !== 'new') return 'again'
        await loadAndAppend(session, { subject: child, ofChild: [registered('Mia Castell')], command })
        return 'first'
      })
    const answers = await Promise.all(Array.from({ length: 8 }, report))
    assert.deepEqual(answers.toSorted(), [...Array<string>(7).fill('again'), 'first'])
    assert.equal((await owner.query('select from whereabouts.entry')).rowCount, 1)
  }))

test('A second open episode is refused by the database, also when both come at once.', () =>
  withDatabase(async ({ store }) => {
    const child = newChild()
    await write(store, { subject: child, ofChild: [registered('Tyler Boothe')] })
    const open = () => write(store, { subject: child, episodes: { [newEpisode()]: [concern()] } })
    const outcomes = await Promise.allSettled([open(), open(), open(), open()])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    assert.equal(refused.length, 3)
    for (const { reason } of refused) assert.match(String(reason), /one_open_episode_a_child/)
  }))

test('A return makes room for the next episode in the same write.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const next = newEpisode()
    await write(store, { subject: child, episodes: { [next]: [concern()], [episode]: [back()] } })
    const board = await store.read(carer, (read) => read.board())
    assert.deepEqual(
      new Map(board.map((row) => [row.episode, row.response])),
      new Map([
        [episode, 'returned'],
        [next, 'concern'],
      ]),
    )
  }))

test('Two writes that take the same children in opposite order are both carried out.', () =>
  withDatabase(async ({ store }) => {
    const children = [(await aMissingChild(store)).child, (await aMissingChild(store)).child]
    const together = (order: readonly ChildId[]) =>
      store.write(carer, async (session) => {
        for (const subject of order) {
          await loadAndAppend(session, { subject, ofChild: [registered(randomUUID())] })
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      })
    await Promise.all([together(children), together(children.toReversed())])
    for (const child of children) {
      assert.equal((await store.read(carer, (read) => read.child(child))).length, 3)
    }
  }))

test('An episode belongs to one child.', () =>
  withDatabase(async ({ store }) => {
    const { episode } = await aMissingChild(store)
    const another = write(store, { subject: newChild(), episodes: { [episode]: [concern()] } })
    await assert.rejects(another, /do not follow on/)
  }))

test('A long import is many children in one transaction, as the maintainer, whom no grant binds.', () =>
  withDatabase(async ({ maintainer, store, owner }) => {
    const children = Array.from({ length: 40 }, newChild)
    const importing = createStore({ app: maintainer })
    await importing.write(carer, async (session) => {
      for (const subject of children) {
        await loadAndAppend(session, {
          subject,
          ofChild: [registered('Imported')],
          grants: [grantTo(cast.police, subject)],
        })
      }
    })
    await importing.write(carer, (session) =>
      loadAndAppend(session, { subject: children[0]!, ofChild: [registered('Again')], grants: [] }),
    )
    assert.equal((await owner.query('select from whereabouts.subject')).rowCount, 40)
    assert.equal(
      (await store.read(visitorAs(cast.police), (read) => read.findChildren('imported', 100))).cards.length,
      39,
    )
  }))
