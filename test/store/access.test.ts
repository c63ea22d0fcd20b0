import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Pool } from 'pg'
import { inTransaction } from '../../src/store/transaction.ts'
import type { Visitor } from '../../src/application/ports.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { entry } from '../support/chronology.ts'
import {
  aMissingChild,
  back,
  carer,
  concern,
  everySection,
  fresh,
  grantTo,
  newChild,
  newEpisode,
  registered,
  visitorAs,
  write,
} from './writing.ts'

/** Whose rows of each table a session sees, told by what `column` says of them. */
async function sees(pool: Pool, visitor: Visitor, table: string, column: string): Promise<readonly string[]> {
  return inTransaction(pool, visitor, 'snapshot', async (client) => {
    const { rows } = await client.query<{ value: string }>(
      `select distinct ${column}::text as value from whereabouts.${table} order by 1`,
    )
    return { keep: false, answer: rows.map(({ value }) => value) }
  })
}

/** Two children, one with two episodes; who may read what is set out in each test. */
async function twoChildren({ store }: TestDatabase) {
  const [child, first, second] = [newChild(), newEpisode(), newEpisode()]
  const held = fresh(
    entry('interview-held', '2026-03-30T16:00', { childsWords: 'For her alone', shared: 'For all' }),
  )
  await write(store, {
    subject: child,
    ofChild: [registered('Tyler Boothe')],
    episodes: { [first]: [concern(), back(), held], [second]: [concern()] },
    grants: [
      ...everySection(cast.carer, child),
      grantTo(cast.police, child, { stream: second }),
      grantTo(cast['duty-team'], child, { stream: child }),
      grantTo(cast['missing-service'], child, { section: 'interview-restricted', stream: first }),
    ],
  })
  const other = await aMissingChild(store)
  return { child, first, second, other }
}

test('Who asked in one transaction is forgotten in the next on the same connection.', () =>
  withDatabase(async (database) => {
    await twoChildren(database)
    const client = await database.app.connect()
    await client.query('begin')
    await client.query(`select set_config('whereabouts.post', $1, true)`, [carer.post])
    assert.ok((await client.query('select from whereabouts.board')).rowCount! > 0)
    await client.query('commit')
    assert.equal((await client.query('select from whereabouts.board')).rowCount, 0)
    client.release()
  }))

test('Each sees exactly what was granted: the record, one episode, the child’s own stream, one section.', () =>
  withDatabase(async (database) => {
    const { child, first, second, other } = await twoChildren(database)
    const seenBy = async (author: Author) => {
      const row = (table: string, column: string) => sees(database.app, visitorAs(author), table, column)
      return {
        streams: new Set(await row('stream', 'id')),
        entries: new Set(await row('entry', 'stream')),
        content: new Set(await row('entry_content', `section || ' of ' || stream`)),
        cards: new Set(await row('child_card', 'subject')),
        episodes: new Set(await row('episode_card', 'episode')),
        board: new Set(await row('board', 'episode')),
        duties: new Set(await row('duty', 'episode')),
        grants: new Set(await row('access_grant', 'post')),
      }
    }
    const nothing = new Set<string>()
    const core = (...streams: readonly string[]) => streams.map((stream) => `core of ${stream}`)
    const everything = await seenBy(cast.carer)
    assert.deepEqual(everything.streams, new Set([child, first, second, other.child, other.episode]))
    assert.deepEqual(
      everything.content,
      new Set([
        ...core(child, first, second, other.child, other.episode),
        `interview-restricted of ${first}`,
        `interview-shared of ${first}`,
      ]),
    )
    assert.deepEqual(await seenBy(cast.police), {
      streams: new Set([second]),
      entries: new Set([second]),
      content: new Set(core(second)),
      cards: nothing,
      episodes: new Set([second]),
      board: new Set([second]),
      duties: new Set([second]),
      grants: new Set([cast.police.post]),
    })
    assert.deepEqual(await seenBy(cast['duty-team']), {
      streams: new Set([child]),
      entries: new Set([child]),
      content: new Set(core(child)),
      cards: new Set([child]),
      episodes: nothing,
      board: nothing,
      duties: nothing,
      grants: new Set([cast['duty-team'].post]),
    })
    const { content, board, cards } = await seenBy(cast['missing-service'])
    assert.deepEqual(
      [content, board, cards],
      [new Set([`interview-restricted of ${first}`]), nothing, nothing],
    )
    const stranger = await seenBy(cast.school)
    for (const [table, rows] of Object.entries(stranger)) assert.deepEqual(rows, nothing, table)
  }))

test('Pages read through the same policies: what is hidden is not there, and nothing says that it is not.', () =>
  withDatabase(async (database) => {
    const { child, first, second } = await twoChildren(database)
    await database.store.read(visitorAs(cast.police), async (read) => {
      assert.deepEqual(
        (await read.board()).map(({ episode }) => episode),
        [second],
      )
      assert.deepEqual(
        (await read.openDuties()).map(({ stream }) => stream),
        [second],
      )
      const ofThese = await read.openDuties([child, newChild()])
      assert.deepEqual(
        ofThese.map(({ stream }) => stream),
        [second],
      )
      assert.deepEqual(await read.openDuties([]), [])
      assert.deepEqual(
        (await read.episodesOf(child)).map(({ episode }) => episode),
        [second],
      )
      assert.deepEqual(await read.child(child), [])
      assert.equal(await read.chronology(first), undefined)
      assert.deepEqual(await read.dutiesOf(first), [])
      assert.deepEqual(await read.findChildren('tyler', 10), { cards: [], more: false })
    })
    await database.store.read(visitorAs(cast['duty-team']), async (read) => {
      assert.deepEqual(
        (await read.findChildren('BOOTHE tyler', 10)).cards.map((card) => card.child),
        [child],
      )
      assert.deepEqual((await read.findChildren('t%r', 10)).cards, [])
      assert.deepEqual((await read.findChildren('  ', 10)).cards, [])
    })
    const { cards, more } = await database.store.read(carer, (read) => read.findChildren('tyler', 1))
    assert.deepEqual([cards.length, more], [1, true])
  }))

test('The application can change and delete nothing that was recorded, and neither can anyone else by mistake.', () =>
  withDatabase(async (database) => {
    await twoChildren(database)
    const onlyAddedTo = ['entry', 'command', 'position', 'look', 'maintenance']
    for (const table of [...onlyAddedTo, 'entry_content', 'subject', 'stream', 'board', 'access_grant']) {
      for (const change of [`delete from whereabouts.${table}`, `truncate whereabouts.${table}`]) {
        await assert.rejects(
          inTransaction(database.app, carer, 'latest', async (client) => {
            await client.query(change)
            return { keep: true, answer: undefined }
          }),
          /permission denied/,
        )
      }
    }
    for (const table of onlyAddedTo) {
      for (const pool of [database.owner, database.maintainer]) {
        const refused = /only ever added to|permission denied/
        if (pool === database.owner || table !== 'command')
          await assert.rejects(pool.query(`delete from whereabouts.${table}`), refused)
        await assert.rejects(pool.query(`truncate whereabouts.${table}`), refused)
      }
    }
    const alter = 'update whereabouts.entry_content set bytes = bytes'
    await assert.rejects(database.owner.query(alter), /only ever added to/)
    await assert.rejects(database.owner.query('delete from whereabouts.entry_content'), /only ever added to/)
    assert.ok((await database.maintainer.query('delete from whereabouts.entry_content')).rowCount! > 0)
  }))

test('The application cannot add an entry past the function that keeps the record whole.', () =>
  withDatabase(async (database) => {
    const { child, first } = await twoChildren(database)
    const insert = `insert into whereabouts.entry (subject, id, stream, sequence, command, recorded, sections, hashes,
      commitment) select subject, gen_random_uuid(), stream, 99, command, recorded, sections, hashes, commitment
      from whereabouts.entry limit 1`
    await assert.rejects(database.app.query(insert), /permission denied/)
    const gap = `{"(${child},${newChild()},${first},9,x,now,{core},{},)"}`
    const append = (visitor: Visitor, recorded: string) =>
      inTransaction(database.app, visitor, 'latest', async (client) => {
        const nothing = Array.from({ length: 10 }, () => "'{}'").join()
        await client.query(`select whereabouts.append($1, $2, 'x', 'x', null, $3, '{}', ${nothing})`, [
          child,
          recorded,
          gap,
        ])
        return { keep: true, answer: undefined }
      })
    const now = new Date().toISOString()
    await assert.rejects(append(carer, now), /do not follow on/)
    await assert.rejects(append(carer, '2199-01-01T00:00:00Z'), /do not follow on/)
    await assert.rejects(append(visitorAs(cast.school), now), /no grant/)
  }))

test('The worker reads ids and commitments, and no content.', () =>
  withDatabase(async (database) => {
    await twoChildren(database)
    assert.ok(
      (await database.worker.query('select subject, id, commitment from whereabouts.entry')).rowCount! > 0,
    )
    for (const hidden of ['entry_content', 'board', 'child_card', 'access_grant', 'command', 'post']) {
      await assert.rejects(database.worker.query(`select from whereabouts.${hidden}`), /permission denied/)
    }
    for (const hidden of ['what', 'person', 'children', 'salt'])
      await assert.rejects(
        database.worker.query(`select ${hidden} from whereabouts.look`),
        /permission denied/,
      )
    await assert.rejects(database.worker.query('select recorded from whereabouts.entry'), /permission denied/)
  }))
