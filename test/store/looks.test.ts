import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '../../src/store/transaction.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { aMissingChild, carer } from './writing.ts'

test('A look is written as the one who looked, in the transaction of what was looked at, and can be no other’s.', () =>
  withDatabase(async (database) => {
    const { child } = await aMissingChild(database.store)
    await database.store.read(carer, (read) => read.look({ what: 'child', children: [child] }))
    const failed = database.store.read(carer, async (read) => {
      await read.look({ what: 'not shown', children: [child] })
      throw new Error('no page')
    })
    await assert.rejects(failed, /no page/)
    const { rows } = await database.owner.query('select person, post, what, children from whereabouts.look')
    assert.deepEqual(rows, [{ ...carer, what: 'child', children: [child] }])
    const forged = inTransaction(database.app, carer, 'latest', async (client) => {
      await client.query(
        `insert into whereabouts.look (person, post, what, children) values ($1, $2, 'x', '{}')`,
        [cast.police.person, cast.police.post],
      )
      return { keep: true, answer: undefined }
    })
    await assert.rejects(forged, /permission denied/)
    await assert.rejects(
      database.app.query(`insert into whereabouts.look (what, children) values ('nobody asked', '{}')`),
      /null value|row-level security/,
    )
  }))
