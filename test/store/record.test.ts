import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotStorable } from '../../src/store/storable.ts'
import { NoGrant } from '../../src/application/no-grant.ts'
import { createStore } from '../../src/store/store.ts'
import { at } from '../support/at.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { entry } from '../support/chronology.ts'
import {
  aCommand,
  aMissingChild,
  back,
  carer,
  concern,
  fresh,
  grantTo,
  loadAndAppend,
  newChild,
  newEpisode,
  note,
  registered,
  visitorAs,
  write,
} from './writing.ts'

const hostile = [
  'Zoë O’Brien-Ó Súilleabháin',
  `'; drop table whereabouts.entry; --`,
  '<script>alert("1")</script>',
  String.raw`back\slash \u0000 \x00 %_ $1 {}`,
  'e\u0301 and \u00e9 are not made one',
  '👩‍👧‍👦 𝒳 \u202e right to left \ufeff',
  'line\nbreaks\r\nand\ttabs \u0001\u001f\u007f',
  '   kept   as   typed   ',
  'x'.repeat(20_000),
]

test('An entry is read back exactly as it was written, whatever was typed.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const notes = hostile.map(note)
    await write(store, { subject: child, episodes: { [episode]: notes } })
    const found = await store.read(carer, (read) => read.chronology(episode))
    const texts = found?.chronology.slice(1).map(({ body }) => ('text' in body ? body.text : undefined))
    assert.deepEqual(texts, hostile)
    assert.equal(found?.child, child)
    for (const [place, { sequence, stream, recorded, ...said }] of found.chronology.slice(1).entries()) {
      const { id, type, version, occurred, by, body } = notes[place]!
      assert.deepEqual(said, { id, type, version, occurred, by, body })
      assert.deepEqual([sequence, stream], [place + 2, episode])
      assert.match(recorded, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }
  }))

test('What is stored are the canonical bytes of RFC 8785.', () =>
  withDatabase(async ({ store, owner }) => {
    const { child, episode } = await aMissingChild(store)
    await write(store, { subject: child, episodes: { [episode]: [note('é "quoted" \n')] } })
    const { rows } = await owner.query<{ text: string }>(
      `select convert_from(bytes, 'UTF8') as text from whereabouts.entry_content c
       join whereabouts.entry e on (e.subject, e.id) = (c.subject, c.entry)
       where e.stream = $1 and e.sequence = 2`,
      [episode],
    )
    assert.match(rows[0]!.text, /^\{"body":\{"text":"é \\"quoted\\" \\n"\},"by":\{"name":"Ruth Adeyemi",/)
    assert.match(rows[0]!.text, /"recorded":"[^"]{24}","type":"note-added","version":1\}$/)
  }))

test('A NUL or half a surrogate pair is a defect that names its place, and nothing is written.', () =>
  withDatabase(async ({ store, owner }) => {
    for (const text of ['a\0b', 'half \ud800', '\udc00']) {
      const subject = newChild()
      const writing = { subject, episodes: { [newEpisode()]: [concern(), note(text)] } }
      await assert.rejects(
        write(store, writing),
        (error) => error instanceof NotStorable && error.message.includes('note-added.body.text'),
      )
    }
    const { rows } = await owner.query('select from whereabouts.subject')
    assert.equal(rows.length, 0)
  }))

test('Fields apart are kept apart, and come back only to who may read them.', () =>
  withDatabase(async ({ store, owner }) => {
    const [child, episode] = [newChild(), newEpisode()]
    const held = fresh(
      entry('interview-held', '2026-03-30T16:00', { childsWords: 'Do not tell', shared: 'Me' }),
    )
    const corrected = fresh(
      entry('entry-corrected', '2026-03-30T18:00', {
        corrects: held.id,
        changes: { childsWords: 'Hush', where: 'Park' },
      }),
    )
    const grants = [
      grantTo(cast.carer, child),
      grantTo(cast['missing-service'], child),
      grantTo(cast['missing-service'], child, { section: 'interview-restricted' }),
    ]
    await write(store, { subject: child, episodes: { [episode]: [concern(), held, corrected] }, grants })
    const bodies = async (visitor: typeof carer) =>
      (await store.read(visitor, (read) => read.chronology(episode)))?.chronology
        .slice(1)
        .map(({ body }) => body)

    const [seenHeld, seenCorrected] = (await bodies(carer))!
    assert.ok(!('childsWords' in seenHeld!) && !('shared' in seenHeld!))
    assert.deepEqual(seenCorrected, { ...corrected.body, changes: { where: 'Park' } })
    const [ownHeld, ownCorrected] = (await bodies(visitorAs(cast['missing-service'])))!
    assert.deepEqual(ownHeld, without(held.body, 'shared'))
    assert.deepEqual(ownCorrected, corrected.body)
    const { rows } = await owner.query<{ text: string }>(
      `select convert_from(bytes, 'UTF8') as text from whereabouts.entry_content where section = 'core'`,
    )
    assert.ok(rows.every(({ text }) => !/Do not tell|Hush/.test(text)))
  }))

test('A decision is given the core alone, even where its visitor may read more.', () =>
  withDatabase(async ({ store }) => {
    const [child, episode] = [newChild(), newEpisode()]
    const held = fresh(entry('interview-held', '2026-03-30T16:00', { childsWords: 'Do not tell' }))
    await write(store, { subject: child, episodes: { [episode]: [concern(), held] } })
    const loaded = await store.write(carer, (session) => session.load(child, aCommand()))
    const [, found] = loaded.episodes.get(episode)!
    assert.ok(found?.type === 'interview-held' && found.body.childsWords === undefined)
  }))

test('A load gives the child and every episode, and a clock that is never before what was recorded.', () =>
  withDatabase(async ({ store, owner }) => {
    const { child, episode } = await aMissingChild(store)
    await write(store, { subject: child, episodes: { [episode]: [back()] } })
    const second = newEpisode()
    await write(store, { subject: child, episodes: { [second]: [concern()] } })
    await owner.query(`update whereabouts.stream set recorded = recorded + interval '1 hour' where id = $1`, [
      second,
    ])
    const loaded = await store.write(carer, (session) => session.load(child, aCommand()))
    assert.deepEqual(
      loaded.child.map(({ type }) => type),
      ['child-registered'],
    )
    assert.deepEqual(
      loaded.episodes.get(episode)?.map(({ type }) => type),
      ['concern-raised', 'returned'],
    )
    assert.deepEqual(
      loaded.episodes.get(second)?.map(({ type }) => type),
      ['concern-raised'],
    )
    assert.ok(Date.parse(loaded.now) > Date.now() + 50 * 60_000, 'the clock was put back and is waited for')
    // Written while the clock lags: recorded no earlier than what stands before it.
    await write(store, { subject: child, episodes: { [second]: [note('later')] } })
    const found = await store.read(carer, (read) => read.chronology(second))
    assert.ok(found!.chronology[1]!.recorded >= loaded.now)
  }))

test('Only the maintainer writes as of an earlier time, and never before what is there.', () =>
  withDatabase(async ({ app, maintainer, store }) => {
    const [child, episode] = [newChild(), newEpisode()]
    const [monday, sunday] = [at('2026-03-30T09:00'), at('2026-03-29T09:00')]
    const first = { subject: child, episodes: { [episode]: [concern()] } }
    await assert.rejects(write(createStore({ app, recordedAt: () => monday }), first), /do not follow on/)
    await write(createStore({ app: maintainer, recordedAt: () => monday }), first)
    const earlier = { subject: child, episodes: { [episode]: [note('typed on Sunday')] } }
    await write(createStore({ app: maintainer, recordedAt: () => sunday }), earlier)
    await write(store, { subject: child, episodes: { [episode]: [note('typed now')] } })
    const found = await store.read(carer, (read) => read.chronology(episode))
    const recorded = found!.chronology.map((each) => each.recorded)
    assert.deepEqual(recorded.slice(0, 2), [monday, monday])
    assert.ok(recorded[2]! > monday)
  }))

test('Someone without any grant is refused a load, and learns nothing; a child who is new may be met by anyone.', () =>
  withDatabase(async ({ store }) => {
    const { child } = await aMissingChild(store)
    const stranger = visitorAs(cast.school)
    await assert.rejects(
      store.write(stranger, (session) => session.load(child, aCommand())),
      NoGrant,
    )
    await store.write(stranger, (session) => session.load(newChild(), aCommand()))
  }))

test('A grant that has ended, or has not begun, opens nothing.', () =>
  withDatabase(async ({ store }) => {
    const child = newChild()
    const grants = [
      grantTo(cast.carer, child),
      grantTo(cast.school, child, { until: at('2026-01-01T00:00') }),
      grantTo(cast['health-nurse'], child, { from: at('2199-01-01T00:00') }),
    ]
    await write(store, { subject: child, ofChild: [registered('Tyler Boothe')], grants })
    for (const author of [cast.school, cast['health-nurse']]) {
      const visitor = visitorAs(author)
      await assert.rejects(
        store.write(visitor, (session) => session.load(child, aCommand())),
        NoGrant,
      )
      assert.deepEqual(await store.read(visitor, (read) => read.child(child)), [])
      assert.equal(await store.read(visitor, (read) => read.card(child)), undefined)
    }
  }))

test('A write that decides nothing leaves nothing, not even the child’s row.', () =>
  withDatabase(async ({ store, owner }) => {
    await store.write(carer, (session) => session.load(newChild(), aCommand()))
    assert.equal((await owner.query('select from whereabouts.subject')).rowCount, 0)
  }))

test('A write that throws after its append leaves nothing.', () =>
  withDatabase(async ({ store, owner }) => {
    const subject = newChild()
    const failing = store.write(carer, async (session) => {
      await loadAndAppend(session, { subject, ofChild: [registered('Tyler Boothe')] })
      throw new Error('after the append')
    })
    await assert.rejects(failing, /after the append/)
    for (const table of ['subject', 'stream', 'entry', 'entry_content', 'outbox', 'command', 'child_card']) {
      assert.equal((await owner.query(`select from whereabouts.${table}`)).rowCount, 0, table)
    }
  }))

test('A write whose append the database refuses fails with that, whatever comes after it.', () =>
  withDatabase(async ({ store }) => {
    const { child, episode } = await aMissingChild(store)
    const refused = store.write(carer, async (session) => {
      const second = { subject: child, episodes: { [newEpisode()]: [concern()] } }
      await loadAndAppend(session, { subject: newChild(), ofChild: [registered('Mia Castell')] })
      await loadAndAppend(session, second).catch(() => undefined)
      await session.load(newChild(), aCommand()).catch(() => undefined)
    })
    await assert.rejects(refused, /one_open_episode_a_child/)
    assert.equal((await store.read(carer, (read) => read.chronology(episode)))?.chronology.length, 1)
  }))

test('A write that passes over an error of the database is not acknowledged.', () =>
  withDatabase(async ({ store, owner }) => {
    const others = newChild()
    await write(store, { subject: others, ofChild: [registered('Tyler Boothe')], grants: [] })
    const subject = newChild()
    const passedOver = store.write(carer, async (session) => {
      await loadAndAppend(session, { subject, ofChild: [registered('Mia Castell')] })
      await session.load(others, aCommand()).catch(() => undefined)
    })
    await assert.rejects(passedOver, /passed over/)
    assert.equal((await owner.query('select from whereabouts.subject where id = $1', [subject])).rowCount, 0)
  }))

function without<T extends object>(body: T, field: string): Partial<T> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field)) as Partial<T>
}
