import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { exportInto } from '../../src/exporting.ts'
import { exportAudit, type ExportAsked, type ExportLine } from '../../src/store/audit-export.ts'
import { makeCheckpoint, type Made } from '../../src/store/checkpoints/make.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { withConnection } from '../../src/store/transaction.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { keysIn, verifyLines } from '../support/audit-verifier.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { aSigningKey } from '../support/signing.ts'
import { partsOf } from '../support/tampering.ts'
import { aMissingChild, carer } from './writing.ts'

const key = aSigningKey()
const keys = keysIn(key.publicPem)

async function linesOf({ maintainer }: TestDatabase, asked: ExportAsked): Promise<readonly ExportLine[]> {
  const lines: ExportLine[] = []
  await exportAudit(maintainer, asked, (page) => {
    lines.push(...page)
    return Promise.resolve()
  })
  return lines
}

async function attest({ worker }: TestDatabase): Promise<Made> {
  await withConnection(worker, (client) => publishBatch(client, 100))
  return (await makeCheckpoint(worker, key))!
}

test('An export says nothing of a child unless content is asked for, and verifies either way.', () =>
  withDatabase(async (database) => {
    const { child } = await aMissingChild(database.store)
    await database.store.read(carer, (read) => read.look({ what: 'child', children: [child] }))
    const given = [await attest(database)]
    const bare = await linesOf(database, { withContent: false })
    const whole = await linesOf(database, { withContent: true })
    for (const lines of [bare, whole]) assert.deepEqual(verifyLines(lines, { keys, given }).faults, [])
    const said = (lines: readonly ExportLine[]) =>
      /Fernside|Ruth Adeyemi|"salt"|"what"/.test(JSON.stringify(lines))
    assert.deepEqual([said(bare), said(whole)], [false, true])
    assert.match(JSON.stringify(whole), new RegExp(String.raw`\\"children\\":\[\\"${child}\\"\]`))
  }))

test('What was disposed of by law has its hash and no content, and the rest verifies.', () =>
  withDatabase(async (database) => {
    await aMissingChild(database.store)
    const given = [await attest(database)]
    await database.maintainer.query('delete from whereabouts.entry_content')
    const lines = await linesOf(database, { withContent: true })
    assert.deepEqual(verifyLines(lines, { keys, given }).faults, [])
  }))

test('An export of some days is widened to the checkpoints around them, and can be held to both.', () =>
  withDatabase(async (database) => {
    const made: Made[] = []
    for (let day = 0; day < 3; day++) {
      await aMissingChild(database.store)
      made.push(await attest(database))
    }
    await aMissingChild(database.store)
    await withConnection(database.worker, (client) => publishBatch(client, 100))
    const since = made[1]!.saying.at
    const cases: readonly (readonly [ExportAsked, number, number])[] = [
      [{ withContent: false }, 0, 8],
      [{ withContent: false, from: since }, 4, 8],
      [{ withContent: false, to: since }, 0, 4],
      [{ withContent: false, from: made[0]!.saying.at, to: since }, 2, 4],
      [{ withContent: false, from: '2199-01-01T00:00:00.000Z' as Moment }, 6, 8],
      [{ withContent: false, to: '2000-01-01T00:00:00.000Z' as Moment }, 0, 2],
    ]
    for (const [asked, from, until] of cases) {
      const lines = await linesOf(database, asked)
      const { head } = partsOf(lines)
      assert.deepEqual([head.from.position, head.until.position], [from, until], JSON.stringify(asked))
      const given = made.filter(({ saying }) => saying.position <= until && saying.position >= from)
      assert.deepEqual(verifyLines(lines, { keys, given }).faults, [])
    }
    // Begun elsewhere, it can be held to nothing at its beginning.
    const { head, checkpoints, links } = partsOf(await linesOf(database, { withContent: false, from: since }))
    const later = { ...head, from: { position: 5, hash: links[0]!.hash } }
    const cut = [
      later,
      ...checkpoints,
      ...links.slice(1),
      { kind: 'end' as const, lines: 1 + checkpoints.length + 3 },
    ]
    const { faults } = verifyLines(cut, { keys, given: made.slice(-1) })
    assert.deepEqual(faults, [
      { kind: 'cut', position: 5, words: 'the file begins where no checkpoint stands' },
    ])
  }))

test('An export is on the record, with its reason, before a byte is written, and its file is whole or not there.', () =>
  withDatabase(async (database) => {
    const folder = mkdtempSync(join(tmpdir(), 'whereabouts-export-'))
    try {
      await aMissingChild(database.store)
      const connections = { maintainer: database.login('maintainer') } as unknown as Connections
      const runs = async () =>
        (
          await database.owner.query<{ reason: string }>(
            `select reason from whereabouts.maintenance where verb = 'audit export' order by at`,
          )
        ).rows.map(({ reason }) => reason)
      const file = join(folder, 'audit.jsonl')
      const asked = { file, withContent: true, purpose: 'a review', reference: 'CR-1' }
      const made = await exportInto(connections, asked)
      assert.equal(made.kind, 'made')
      assert.equal(statSync(file).mode & 0o777, 0o600)
      assert.deepEqual(await runs(), [
        'with content; from the beginning to the end; purpose: a review; reference: CR-1',
      ])
      const text = readFileSync(file, 'utf8')
      const again = await exportInto(connections, asked)
      assert.deepEqual([again.kind, readFileSync(file, 'utf8') === text], ['refused', true])
      // Nowhere to write: the asking stands on the record all the same.
      const nowhere = await exportInto(connections, { ...asked, file: join(folder, 'none/audit.jsonl') })
      assert.deepEqual([nowhere.kind, (await runs()).length], ['refused', 2])
      const noDay = await exportInto(connections, { ...asked, file: join(folder, 'b'), from: '2026-02-30' })
      assert.deepEqual([noDay.kind, (await runs()).length], ['refused', 2])
      writeFileSync(join(folder, 'kept'), '')
      assert.deepEqual(readdirSync(folder).toSorted(), ['audit.jsonl', 'kept'])
      // Where it cannot be recorded it does not happen.
      await database.owner.query(
        `alter table whereabouts.maintenance add check (verb <> 'audit export') not valid`,
      )
      await assert.rejects(exportInto(connections, { ...asked, file: join(folder, 'c.jsonl') }))
      assert.deepEqual(readdirSync(folder).toSorted(), ['audit.jsonl', 'kept'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  }))
