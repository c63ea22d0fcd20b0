import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { newId } from '../../src/application/ids.ts'
import { NoGrant } from '../../src/application/no-grant.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import type { TestDatabase } from '../support/database.ts'
import { agree, anOldRecord, deciders, dispose, ofChild, withRetention } from './disposing.ts'
import {
  aCommand,
  carer,
  concern,
  everySection,
  newEpisode,
  simpleProjection,
  visitorAs,
  write,
} from './writing.ts'

type Disposing = ReturnType<typeof dispose>

async function join({ store }: TestDatabase, one: ChildId, other: ChildId): Promise<void> {
  await write(store, { subject: one, ofChild: [ofChild('same-child', { as: other })] })
  await write(store, { subject: other, ofChild: [ofChild('same-child', { as: one })] })
}

/** Until the disposal waits for a lock that somebody else has, or is over: whichever comes. */
async function waitsOrEnds({ owner }: TestDatabase, disposing: Disposing): Promise<'waits' | 'ended'> {
  const seen = { ended: false }
  void disposing.then(() => (seen.ended = true))
  for (;;) {
    await setImmediate()
    if (seen.ended) return 'ended'
    const { rows } = await owner.query(
      `select from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.usename like '%maintainer%' and a.datname = current_database()`,
    )
    if (rows.length > 0) return 'waits'
  }
}

const outcomes = (done: Awaited<Disposing>) =>
  done.map((one) => (one.kind === 'disposed' ? one.whole : one.why))

test('A disposal waits for whoever writes to a record that is joined with it, and sees what they wrote.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    await join(made, child, other)
    await agree(made, deciders.home, child)
    const command = aCommand()
    const disposing = Promise.withResolvers<Awaited<Disposing>>()
    await made.store.write(carer, async (session) => {
      await session.load(other, command)
      const running = dispose(made, made.register)
      running.then(disposing.resolve, disposing.reject)
      assert.equal(await waitsOrEnds(made, running), 'waits')
      session.append({
        subject: other,
        command,
        answer: {},
        streams: [{ kind: 'episode', stream: newEpisode(), entries: [concern()] }],
        project: simpleProjection(other, everySection(cast.carer, other)),
      })
    })
    assert.deepEqual(outcomes(await disposing.promise), ['in-use'])
    assert.deepEqual(made.register.read(), [])
  }))

test('A hold that is said to stand came before the disposal, which sees it, or after.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agree(made, deciders.home, child)
    const [by] = deciders.council
    const disposing = Promise.withResolvers<Awaited<Disposing>>()
    await made.store.retention(visitorAs(by), async (session) => {
      await session.decide({ child, id: newId(), kind: 'hold', reason: 'an inquiry' })
      const running = dispose(made, made.register)
      running.then(disposing.resolve, disposing.reject)
      assert.equal(await waitsOrEnds(made, running), 'waits')
    })
    assert.deepEqual(outcomes(await disposing.promise), ['on-hold'])
    assert.deepEqual(made.register.read(), [])
  }))

test('Two disposals of joined records at once are carried out one after the other, each once.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    await join(made, child, other)
    for (const one of [child, other]) await agree(made, deciders.home, one)
    const runs = await Promise.all(Array.from({ length: 4 }, () => dispose(made, made.register)))
    assert.deepEqual(runs.flatMap(outcomes), [false, false])
    const lines = made.register.read()
    assert.deepEqual(lines.map(({ line }) => line.subject).toSorted(), [child, other].toSorted())
    const verified = await verify(made.maintainer, undefined, undefined, made.register.read())
    assert.deepEqual(verified.faults, [])
  }))

test('Nobody writes to a record of which a part was disposed of, not even the maintainer, who may write to any.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agree(made, deciders.home, child)
    await dispose(made, made.register)
    const asMaintainer = createStore({ app: made.maintainer })
    const more = { subject: child, episodes: { [newEpisode()]: [concern()] } }
    await assert.rejects(write(asMaintainer, more), NoGrant)
  }))

/** As if the database had ended the first transaction that comes here, to let another go on. */
async function endsTheFirst({ owner }: TestDatabase, table: string, code: string): Promise<void> {
  await owner.query('create sequence whereabouts.comes')
  await owner.query(`create function whereabouts.ended_once() returns trigger language plpgsql security definer as $$
    begin
      if nextval('whereabouts.comes') = 1 then raise exception 'ended' using errcode = '${code}'; end if;
      return new;
    end $$`)
  await owner.query(`create trigger ended_once before insert on whereabouts.${table}
    for each row execute function whereabouts.ended_once()`)
}

for (const [code, table] of [
  ['40P01', 'disposal'],
  ['40001', 'maintenance'],
] as const)
  test(`A disposal that the database ended with ${code} after its line is carried out by that same line.`, () =>
    withRetention(async (made) => {
      const { child } = await anOldRecord(made)
      await agree(made, deciders.home, child)
      await endsTheFirst(made, table, code)
      assert.deepEqual(outcomes(await dispose(made, made.register)), [false])
      assert.equal(made.register.read().length, 1)
      const { rows } = await made.owner.query<{ verb: string }>(
        `select verb from whereabouts.maintenance where verb like 'disposed%'`,
      )
      assert.deepEqual(rows, [{ verb: 'disposed' }])
      const verified = await verify(made.maintainer, undefined, undefined, made.register.read())
      assert.deepEqual(verified.faults, [])
    }))

test('A disposal that the database ended for another reason is told, and its line is carried out by the next run.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agree(made, deciders.home, child)
    await endsTheFirst(made, 'disposal', '53100')
    await assert.rejects(dispose(made, made.register), { code: '53100' })
    assert.equal(made.register.read().length, 1)
  }))
