import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportDisclosure } from '../../src/application/commands/disclose.ts'
import { newId } from '../../src/application/ids.ts'
import { paperOf } from '../../src/application/record-paper.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withholdWords } from '../../src/domain/access/disclosure/withholding.ts'
import { files } from '../../src/exchange/files/files.ts'
import { withApi } from '../support/api.ts'
import { application, asVisitor, begin, decideAll, jay, looks, read, save, say, why } from './disclosing.ts'

const { wilma } = cast

test('The same command saves the same file, letter by letter, or none: from its own person, for the same purpose.', () =>
  withApi(async (served) => {
    const app = application(served)
    const request = await begin(app, wilma)
    await decideAll(app, wilma, request)
    const command = newId()
    const [first, second] = await Promise.all([
      save(app, wilma, request, command),
      save(app, wilma, request, command),
    ])
    const third = await save(app, wilma, request, command)
    assert.ok(first.kind === 'exported')
    assert.deepEqual(second, first)
    assert.deepEqual(third, first)
    const [one, again] = [await files.paper(paperOf(first.record)), await files.paper(paperOf(first.record))]
    assert.ok(Buffer.from(one).equals(Buffer.from(again)))
    assert.equal((await read(app, wilma, request)).access.exports.length, 1)
    // Each time that it leaves there is a look.
    assert.equal((await looks(served, 'subject access, exported')).length, 3)

    const asked = { ...why, request, command, format: 'json' } as const
    for (const other of [{ format: 'pdf' }, { purpose: 'Another' }, { reference: 'Another' }] as const) {
      const kind = await exportDisclosure(app, asVisitor(wilma), wilma.author, { ...asked, ...other })
      assert.deepEqual(kind, { kind: 'not-the-same' })
    }
    // What was decided after it changes nothing of it; it is in the next one.
    const [shown] = (await read(app, wilma, request)).standings.filter(
      (each) => each.standing === 'disclosed',
    )
    const withheld = { passage: shown!.passage.id, reason: 'third-party', words: 'A cousin' } as const
    await say(app, wilma, request, { kind: 'withheld', ...withheld })
    assert.deepEqual(await save(app, wilma, request, command), first)
    const next = await save(app, wilma, request)
    assert.ok(next.kind === 'exported')
    assert.equal(next.record.passages.length, first.record.passages.length - 1)

    // The record itself is not what it was: the file cannot be made again.
    await served.database.maintainer.query(
      'delete from whereabouts.entry_content where subject = $1 and entry = $2',
      [jay, withheld.passage.split('.')[0]],
    )
    assert.deepEqual(await save(app, wilma, request, command), { kind: 'not-the-same' })
    assert.equal((await read(app, wilma, request)).access.exports.length, 2)
  }))

test('Words that stand in many places are withheld in one statement, each place with an act of its own.', () =>
  withApi(async (served) => {
    const app = application(served)
    const request = await begin(app, wilma)
    const said = withholdWords((await read(app, wilma, request)).standings, 'the', {
      reason: 'third-party',
      words: 'Tried out',
    })
    assert.ok(said.length > 10)
    await say(app, wilma, request, ...said)
    const { rows } = await served.database.owner.query<{ acts: number; numbers: number; writes: number }>(
      `select count(*)::int as acts, max(number) - min(number) + 1 as numbers,
         count(distinct cmin::text)::int as writes
       from whereabouts.disclosure_act where request = $1 and said ->> 'kind' = 'withheld'`,
      [request],
    )
    assert.deepEqual(rows, [{ acts: said.length, numbers: said.length, writes: 1 }])
  }))
