import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectionRows, projectionTables } from '../../src/store/projection-rows.ts'
import type { Project } from '../../src/store/read-side.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { naughtyStrings } from '../support/naughty-strings.ts'
import {
  aMissingChild,
  back,
  everySection,
  newChild,
  note,
  registered,
  simpleProjection,
  write,
} from './writing.ts'

const project: Project = (subject, child, episodes) =>
  simpleProjection(subject, everySection(cast.carer, subject))(child, episodes)

test('The columns of a row are sent in the order of its table, and its print after them.', () =>
  withDatabase(async ({ store, owner }) => {
    const { child } = await aMissingChild(store)
    const loaded = await store.write({ ...cast.carer }, (session) =>
      session.load(child, { id: 'a look at it', requestHash: '' }),
    )
    const rows = projectionRows(project(child, loaded.child, loaded.episodes))
    for (const table of projectionTables) {
      const { rows: columns } = await owner.query<{ name: string }>(
        `select attname as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
        [`whereabouts.${table}`],
      )
      assert.deepEqual(
        [...Object.keys(rows[table][0]!), 'print'],
        columns.map(({ name }) => name),
        table,
      )
    }
  }))

test('Whatever was typed stands on the read side as it was typed.', () =>
  withDatabase(async ({ store, maintainer }) => {
    const hostile = [...naughtyStrings, '{"(a,\\"b\\")"}', '\\', '"', ',', '()', 'null', 'NULL', ' ']
    const typed = hostile.filter((text) => !text.includes('\0') && text.isWellFormed())
    for (let from = 0; from < typed.length; from += 50) {
      await store.write({ ...cast.carer }, async (session) => {
        for (const name of typed.slice(from, from + 50)) {
          const subject = newChild()
          const command = { id: subject, requestHash: '' }
          await session.load(subject, command)
          session.append({
            subject,
            command,
            answer: { name },
            streams: [{ kind: 'child', stream: subject, entries: [registered(name)] }],
            project: (child, episodes) => ({
              ...project(subject, child, episodes),
              card: { ...project(subject, child, episodes).card, otherNames: [name, 'and'], address: name },
            }),
          })
        }
      })
    }
    const asWritten: Project = (subject, child, episodes) => {
      const projection = project(subject, child, episodes)
      const name = projection.card.name ?? ''
      return { ...projection, card: { ...projection.card, otherNames: [name, 'and'], address: name } }
    }
    assert.deepEqual((await rebuild(maintainer, asWritten)).differences, [])
  }))

test('A write leaves alone what stays the same, and replaces what it does not know.', () =>
  withDatabase(async ({ store, owner, maintainer }) => {
    const { child, episode } = await aMissingChild(store)
    const writtenBy = async (table: string) => {
      const { rows } = await owner.query<{ by: string }>(`select xmin::text as by from whereabouts.${table}`)
      return rows.map(({ by }) => by)
    }
    const before = [await writtenBy('child_card'), await writtenBy('duty')]
    await write(store, { subject: child, episodes: { [episode]: [note('still looking')] } })
    assert.deepEqual([await writtenBy('child_card'), await writtenBy('duty')], before)
    await write(store, { subject: child, episodes: { [episode]: [back()] } })
    assert.deepEqual(await writtenBy('child_card'), before[0])
    assert.notDeepEqual(await writtenBy('duty'), before[1])
    await owner.query(`update whereabouts.child_card set print = '', name = 'Somebody else'`)
    await write(store, { subject: child, episodes: { [episode]: [note('asleep')] } })
    assert.deepEqual((await rebuild(maintainer, project)).differences, [])
  }))
