import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { retainedRecord } from '../../src/application/queries/retention.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import type { TestDatabase } from '../support/database.ts'
import { agree, anOldRecord, decide, deciders, dispose, ofChild, withRetention } from './disposing.ts'
import { cast } from '../support/cast.ts'
import { aCommand, everySection, grantTo, registered, simpleProjection, visitorAs, write } from './writing.ts'

async function join({ store }: TestDatabase, one: ChildId, other: ChildId): Promise<void> {
  await write(store, { subject: one, ofChild: [ofChild('same-child', { as: other })] })
  await write(store, { subject: other, ofChild: [ofChild('same-child', { as: one })] })
}

test('A hold on one record of a child is on each that is joined with it.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    await agree(made, deciders.home, child)
    await join(made, child, other)
    await decide(made, deciders.council[0], { child: other, kind: 'hold', reason: 'an inquiry' })
    const done = await dispose(made, made.register)
    assert.deepEqual(
      done.map((one) => one.kind === 'not-now' && one.why),
      ['on-hold'],
    )
    assert.deepEqual(made.register.read(), [])
  }))

test('Whoever is shut out of one record of a child decides about none that is joined with it.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    const [first, second] = deciders.council
    const shutOut = { person: first.person, scope: { kind: 'record' }, reason: 'family' } as never
    await write(made.store, { subject: other, ofChild: [ofChild('person-shut-out', shutOut)] })
    const app = { store: made.store } as Application
    const seenBy = (who: typeof first) => retainedRecord(app, visitorAs(who), who, child)
    assert.ok(await seenBy(first))
    await join(made, child, other)
    assert.equal(await seenBy(first), undefined)
    assert.ok(await seenBy(second))
    const decision = { child, kind: 'keep', until: '2040-01-01' as never } as const
    assert.equal((await decide(made, first, decision)).kind, 'not-found')
  }))

test('A record at rest that is worked anew, because of one that it is joined with, stays at rest.', () =>
  withRetention(async (made) => {
    const [{ child }, { child: other }] = [await anOldRecord(made), await anOldRecord(made)]
    await join(made, child, other)
    await agree(made, deciders.home, other)
    assert.equal((await dispose(made, made.register))[0]?.kind, 'disposed')
    const disclosing = grantTo(cast['information-governance'], other, { section: 'disclosure' })
    const grants = [...everySection(cast.carer, other), disclosing]
    const command = aCommand()
    const seen: number[] = []
    await made.store.write(visitorAs(cast.carer), async (session) => {
      await session.load(child, command)
      await session.loadJoined(child, other)
      const stream = { kind: 'child', stream: child, entries: [registered('Tyler')] } as const
      session.append({
        subject: child,
        command,
        answer: {},
        streams: [stream],
        project: simpleProjection(child, everySection(cast.carer, child)),
      })
      session.rework({
        of: child,
        subject: other,
        project: (own, episodes) => {
          seen.push(episodes.size)
          return simpleProjection(other, grants)(own, episodes, new Map())
        },
      })
    })
    assert.deepEqual(seen, [0])
    const count = async (table: string) =>
      (await made.owner.query(`select from whereabouts.${table} where subject = $1`, [other])).rowCount
    for (const table of ['episode_card', 'board', 'duty']) assert.equal(await count(table), 0, table)
    const { rows } = await made.owner.query<{ section: string }>(
      'select section from whereabouts.access_grant where subject = $1',
      [other],
    )
    assert.deepEqual(rows, [{ section: 'disclosure' }])
  }))
