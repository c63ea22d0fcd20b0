import assert from 'node:assert/strict'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { expectedCare } from '../../test/support/expected-care.ts'
import { readExpectedCare } from './care-files.ts'

const folder = join(import.meta.dirname, '../../expected-care')

test('Every edition of expected Care is read.', async () => {
  assert.deepEqual(await readExpectedCare(folder), [expectedCare])
})

test('A file that is no edition, or stands under another name, keeps the product from starting, in words.', async () => {
  const other = await mkdtemp(join(tmpdir(), 'whereabouts-care-'))
  try {
    await writeFile(join(other, '2026-01.yaml'), 'edition: 2026-01\n')
    await assert.rejects(
      readExpectedCare(other),
      /2026-01\.yaml is no edition of expected Care:\n.*"title" is missing/,
    )
    const whole = 'edition: 2026-01\ntitle: Care\nfrom: 2026-01-01\nadopted-by: us\n'
    await writeFile(join(other, '2026-01.yaml'), whole)
    assert.equal((await readExpectedCare(other)).length, 1)
    await rename(join(other, '2026-01.yaml'), join(other, 'care.yaml'))
    await assert.rejects(
      readExpectedCare(other),
      /care\.yaml holds the edition 2026-01, and would be 2026-01\.yaml/,
    )
  } finally {
    await rm(other, { recursive: true })
  }
})
