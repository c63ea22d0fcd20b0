import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { exportAudit, type ExportLine } from '../../src/store/audit-export.ts'
import { makeCheckpoint, type Made } from '../../src/store/checkpoints/make.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { withConnection } from '../../src/store/transaction.ts'
import { keysIn, verifierFile, verifyLines, type NamedFault } from '../support/audit-verifier.ts'
import { chance } from '../support/chance.ts'
import { entry } from '../support/chronology.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { aSigningKey } from '../support/signing.ts'
import { tamperings, type Hands } from '../support/tampered.ts'
import { partsOf } from '../support/tampering.ts'
import { aMissingChild, back, carer, fresh, note, write } from './writing.ts'

const full = process.env['SIZE'] === 'full'
const times = full ? 1_000_000 : 3_000
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

const [own, foreign] = [aSigningKey(), aSigningKey()]

/** Four children's streams and a look or a run between them, attested three times, and something newer. */
async function anExport({ store, worker, maintainer }: TestDatabase): Promise<{
  readonly lines: readonly ExportLine[]
  readonly made: readonly Made[]
}> {
  const publish = () => withConnection(worker, (client) => publishBatch(client, 100))
  const made: Made[] = []
  const attest = async () => {
    await publish()
    made.push((await makeCheckpoint(worker, own))!)
  }
  const first = await aMissingChild(store)
  const second = await aMissingChild(store)
  await store.read(carer, (read) => read.look({ what: 'child', children: [first.child] }))
  await write(store, { subject: first.child, episodes: { [first.episode]: [note('seen at the station')] } })
  await attest()
  const held = fresh(entry('interview-held', '2026-03-30T16:00', { childsWords: 'For her alone' }))
  await write(store, { subject: second.child, episodes: { [second.episode]: [back(), held] } })
  await recordRun(maintainer, randomUUID(), 'verify', 'asked for')
  await write(store, { subject: first.child, episodes: { [first.episode]: [note('and again')] } })
  await attest()
  await store.read(carer, (read) => read.look({ what: 'board', children: [first.child, second.child] }))
  await write(store, { subject: first.child, episodes: { [first.episode]: [back()] } })
  await store.read(carer, (read) => read.look({ what: 'episode', children: [second.child] }))
  await attest()
  await write(store, { subject: first.child, episodes: { [first.episode]: [note('newer')] } })
  await publish()
  const lines: ExportLine[] = []
  await exportAudit(maintainer, { withContent: true }, (page) => {
    lines.push(...page)
    return Promise.resolve()
  })
  return { lines, made }
}

let made: Awaited<ReturnType<typeof anExport>> | undefined
before(async () => {
  made = await withDatabase(anExport)
})

/** Faults that say what was done to one position. An entry that another one's absence renumbered was moved, too. */
const ofPositions = new Set(['changed', 'missing', 'added', 'doubled', 'reordered'])

type Named = Pick<NamedFault, 'kind' | 'position'>
const isAmong = (one: Named, all: readonly Named[]): boolean =>
  all.some(({ kind, position }) => kind === one.kind && position === one.position)

const keys = keysIn(own.publicPem)

describe('An audit export, held to a public key and the newest checkpoint that somebody kept,', () => {
  test('is found sound as it was written, and what is newer is not yet attested', () => {
    const { lines, made: checkpoints } = made!
    for (const given of [checkpoints.slice(-1), checkpoints.slice(0, 1), checkpoints])
      assert.deepEqual(verifyLines(lines, { keys, given }), { faults: [], from: 0, until: 14, attested: 13 })
  })

  test(`shows each of ${times} well-formed tamperings, by kind and position`, (context) => {
    const { lines, made: checkpoints } = made!
    const given = checkpoints.slice(-1)
    const parts = partsOf(lines)
    const below = chance(seed)
    const hands: Hands = { parts, attested: given[0]!.saying.position, below, foreign, own }
    const kinds = Object.keys(tamperings)
    const counted = new Map(kinds.map((kind) => [kind, 0]))
    for (let time = 0; time < times; time++) {
      const kind = kinds[time % kinds.length]!
      const { lines: tampered, named } = tamperings[kind]!(hands)
      const { faults } = verifyLines(tampered, { keys, given })
      for (const { kind: wanted, position } of named)
        if (!isAmong({ kind: wanted, position }, faults))
          assert.fail(
            `seed ${seed}, ${kind}: ${wanted} at ${position} was not named, but ${JSON.stringify(faults)}`,
          )
      if (named.every((wanted) => ofPositions.has(wanted.kind)))
        for (const stray of faults.filter((fault) => ofPositions.has(fault.kind) && !isAmong(fault, named)))
          assert.fail(`seed ${seed}, ${kind}: ${JSON.stringify(stray)} was named, and was not done`)
      counted.set(kind, counted.get(kind)! + 1)
    }
    for (const [kind, count] of counted) {
      assert.ok(count > 0, kind)
      context.diagnostic(`${count} of ${count} shown: ${kind}`)
    }
    context.diagnostic(`${times} tamperings of ${lines.length} lines, seed ${seed}`)
  })
})

test('The verifier is one file of under 150 lines that imports Node alone, and says the same on the command line.', () => {
  const text = readFileSync(verifierFile, 'utf8')
  assert.ok(text.split('\n').length - 1 < 150)
  const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  assert.ok(imported.length > 0 && imported.every((name) => name?.startsWith('node:')))
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-audit-'))
  try {
    const { lines, made: checkpoints } = made!
    const keep = (name: string, kept: string) => {
      writeFileSync(join(folder, name), kept)
      return join(folder, name)
    }
    const { document, signature } = checkpoints.at(-1)!
    const held = [
      keep('key.pem', own.publicPem),
      keep('checkpoint.json', JSON.stringify({ document, signature })),
    ]
    const run = (of: readonly ExportLine[]) => {
      const file = keep('export.jsonl', of.map((line) => `${JSON.stringify(line)}\n`).join(''))
      const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(verifierFile), file, ...held])
      return { said: String(stdout), status }
    }
    assert.deepEqual(run(lines), {
      said: 'Positions 1 to 14, attested up to 13: 0 faults.\nPositions 14 to 14 are not yet attested.\n',
      status: 0,
    })
    const hands: Hands = { parts: partsOf(lines), attested: 13, below: chance(7), foreign, own }
    const { lines: tampered, named } = tamperings['an entry dropped']!(hands)
    const { said, status } = run(tampered)
    assert.match(said, new RegExp(`^missing: position ${named[0]!.position} is not in the file$`, 'm'))
    assert.equal(status, 1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
