import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generatedChild } from '../../src/cli/generated/generate.ts'
import { partnershipOf } from '../../src/cli/generated/partnership.ts'
import { project } from '../../src/application/projections/project.ts'
import type { ChildEntry } from '../../src/domain/child/child.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { bringIn, type BroughtIn, prepared } from '../../src/store/bring-in.ts'
import { withDatabase } from '../support/database.ts'
import { protocols, small } from '../support/generated.ts'
import { carer } from './writing.ts'

const partnership = partnershipOf(small)
const { id: subject, stream, episodes } = generatedChild(small, partnership, protocols, 2)
const whole: BroughtIn = {
  subject,
  command: { id: 'demonstration, a test', requestHash: 'as asked' },
  child: stream,
  episodes,
  project: (...known) => project({ protocols, directory: partnership.directory }, subject, ...known),
}
const changed = (change: (entry: ChildEntry, place: number) => object): string =>
  prepared([{ ...whole, child: stream.map((entry, place) => ({ ...entry, ...change(entry, place) })) }]).json

const later = '2199-01-01T00:00:00.000Z' as Moment
const refused: readonly (readonly [why: string, json: string, code: string])[] = [
  ['leaves out a place', changed(({ sequence }) => ({ sequence: sequence + 1 })), 'WB003'],
  [
    'is recorded in the future',
    changed((_, place) => (place === stream.length - 1 ? { recorded: later } : {})),
    'WB003',
  ],
  [
    'goes back in time',
    changed((_, place) => (place === 1 ? { recorded: '2020-01-01T00:00:00.000Z' } : {})),
    'WB003',
  ],
  [
    'is about another subject',
    JSON.stringify({ ...(JSON.parse(prepared([whole]).json) as object), subjects: [] }),
    'WB003',
  ],
]

for (const [why, json, code] of refused)
  test(`A past that ${why} is refused, and nothing of it is kept.`, () =>
    withDatabase(async ({ maintainer, owner }) => {
      await assert.rejects(bringIn(maintainer, carer, json), { code })
      for (const table of ['subject', 'stream', 'entry', 'entry_content', 'outbox', 'duty'])
        assert.equal((await owner.query(`select from whereabouts.${table}`)).rowCount, 0, table)
    }))

test('A child who is known here is never brought in again, and only the maintainer brings in.', () =>
  withDatabase(async ({ app, worker, maintainer, owner }) => {
    const { json } = prepared([whole])
    for (const pool of [app, worker]) await assert.rejects(bringIn(pool, carer, json), { code: '42501' })
    await bringIn(maintainer, carer, json)
    const entries = async () => (await owner.query('select from whereabouts.entry')).rowCount
    const before = await entries()
    assert.equal(before, stream.length + [...episodes.values()].flat().length)
    await assert.rejects(bringIn(maintainer, carer, json), { code: '23505' })
    assert.equal(await entries(), before)
  }))
