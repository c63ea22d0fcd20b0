import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { exportAudit, type ExportLine } from '../../src/store/audit-export.ts'
import { makeCheckpoint } from '../../src/store/checkpoints/make.ts'
import { certificateOf, type Certificate } from '../../src/store/disposal/certificate.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { withConnection } from '../../src/store/transaction.ts'
import { keysIn, verifyLines } from '../support/audit-verifier.ts'
import type { TestDatabase } from '../support/database.ts'
import { aSigningKey } from '../support/signing.ts'
import { agree, anOldRecord, deciders, dispose, secrets, withRetention } from './disposing.ts'

const verifierFile = new URL('../../docs/assurance/verify-disposal.mjs', import.meta.url)
const { verifyDisposal } = (await import(verifierFile.href)) as {
  readonly verifyDisposal: (
    certificate: Certificate,
    lines: Iterable<ExportLine>,
  ) => Promise<readonly { readonly kind: string; readonly where: string }[]>
}

const publish = ({ worker }: TestDatabase) => withConnection(worker, (client) => publishBatch(client, 100))

async function exported({ maintainer }: TestDatabase): Promise<readonly ExportLine[]> {
  const lines: ExportLine[] = []
  await exportAudit(maintainer, { withContent: true }, (page) => {
    lines.push(...page)
    return Promise.resolve()
  })
  return lines
}

test('A certificate holds against an audit export that holds against its checkpoint, and contains nothing of what went.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await publish(made)
    const before = await exported(made)
    const key = aSigningKey()
    const attested = (await makeCheckpoint(made.worker, key))!
    for (const two of [deciders.force, deciders.home]) await agree(made, two, child)
    await dispose(made, made.register)
    const [registered] = made.register.read()
    assert.equal(await certificateOf(made.maintainer, registered!), undefined, 'it has no position yet')
    await publish(made)
    const certificate = (await certificateOf(made.maintainer, registered!))!
    const lines = await exported(made)
    assert.deepEqual(verifyLines(lines, { keys: keysIn(key.publicPem), given: [attested] }).faults, [])
    assert.deepEqual(await verifyDisposal(certificate, lines), [])
    for (const words of [...Object.values(secrets), '1945-05-04'])
      assert.ok(!JSON.stringify(certificate).includes(words), words)
    assert.deepEqual(
      certificate.entries.map(({ gone }) => gone),
      [['core']],
    )

    const kinds = async (altered: Certificate, held = lines) => [
      ...new Set((await verifyDisposal(altered, held)).map(({ kind }) => kind)),
    ]
    const { line, run, entries } = certificate
    const [one] = entries
    assert.deepEqual(await kinds(certificate, before), ['still-there', 'not-on-the-chain'])
    assert.deepEqual(await kinds({ ...certificate, line: line.replace('police', 'partner') }), [
      'line-altered',
    ])
    assert.deepEqual(await kinds({ ...certificate, entries: [] }), ['other-entries'])
    assert.deepEqual(await kinds({ ...certificate, entries: [{ ...one!, position: 1 }] }), [
      'not-on-the-chain',
      'still-there',
    ])
    assert.deepEqual(await kinds({ ...certificate, run: { ...run, position: 2 } }), ['not-on-the-chain'])
    const others = lines.map((there) => ('record' in there ? { ...there, record: child } : there))
    assert.deepEqual(await kinds(certificate, others), ['other-record'])
    assert.deepEqual(await kinds({ ...certificate, format: 'other' as never }), ['other-format'])

    const [file, held] = [join(made.folder, 'certificate.json'), join(made.folder, 'export.jsonl')]
    writeFileSync(file, JSON.stringify(certificate))
    writeFileSync(held, lines.map((there) => `${JSON.stringify(there)}\n`).join(''))
    const asked = spawnSync(process.execPath, [fileURLToPath(verifierFile), file, held], { encoding: 'utf8' })
    assert.equal(asked.status, 0, asked.stderr)
    assert.match(
      asked.stdout,
      /1 entries of class police were disposed of .* by Aoife Brennan \(police-supervisor\)/,
    )
  }))
