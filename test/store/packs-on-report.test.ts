import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { carryOut, type Application, type Request } from '../../src/application/carry-out.ts'
import { atMinute, entryOf } from '../../src/application/commands/begin-episode.ts'
import { freezingOnReport } from '../../src/application/commands/freeze-pack.ts'
import type { Files } from '../../src/application/files.ts'
import { files } from '../../src/exchange/files/files.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

const { carer } = cast

/** A child for whom somebody is worried, and how their carer records that police were told. */
async function aReport({ maintainer, store }: TestDatabase) {
  await keepDirectory(maintainer, everyone)
  const app: Application = { store, protocols, directory: () => Promise.resolve(everyone) }
  const byMaintainer = { ...app, store: createStore({ app: maintainer }) }
  const child = await new Child(byMaintainer, cast['team-manager']).everybodys()
  const episode = await child.episode(cast.carer)
  const visitor = { person: carer.person, post: carer.post }
  const now = await store.read(visitor, (session) => session.now())
  const body = { police: { kind: 'rang', number: '101', callTaker: 'Call-taker 4471' } } as const
  const request: Request = {
    visitor,
    author: carer,
    child: child.id,
    episode,
    key: { id: randomUUID(), requestHash: 'x' },
    shown: 2,
    levels: [],
    commands: [{ name: 'report-missing', entry: entryOf(carer, 'reported-missing', atMinute(now), body) }],
  }
  return { app, child, request }
}

const keptOf = async ({ owner }: TestDatabase, child: string) => {
  const text = `select section, encode(bytes, 'escape') as bytes from whereabouts.file where subject = $1 and name = 'pack'`
  return (await owner.query<{ section: string; bytes: string }>(text, [child])).rows
}

test('A report keeps the pack as it was, once, however often it is sent.', () =>
  withDatabase(async (database) => {
    const { app, child, request } = await aReport(database)
    const errors: unknown[] = []
    const packing = freezingOnReport(app, files, (error) => errors.push(error))
    assert.deepEqual(await keptOf(database, child.id), [])
    for (let time = 0; time < 2; time++) assert.equal((await carryOut(packing, request)).kind, 'done')
    const kept = await keptOf(database, child.id)
    assert.deepEqual(
      kept.map(({ section }) => section),
      ['health'],
    )
    assert.match(kept[0]?.bytes ?? '', /^%PDF/)
    assert.deepEqual(errors, [])
  }))

test('A report is kept where its pack cannot be made, and sent again keeps it.', () =>
  withDatabase(async (database) => {
    const { app, child, request } = await aReport(database)
    const errors: unknown[] = []
    const broken: Pick<Files, 'paper'> = { paper: () => Promise.reject(new Error('no paper')) }
    const outcome = await carryOut(
      freezingOnReport(app, broken, (error) => errors.push(error)),
      request,
    )
    assert.equal(outcome.kind, 'done')
    assert.equal(errors.length, 1)
    assert.deepEqual(await keptOf(database, child.id), [])
    await carryOut(
      freezingOnReport(app, files, (error) => errors.push(error)),
      request,
    )
    assert.equal((await keptOf(database, child.id)).length, 1)
    assert.equal(errors.length, 1)
  }))
