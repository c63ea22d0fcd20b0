import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { migrationsIn } from './migrate.ts'

function inFolderOf(names: readonly string[], work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'wb-migrations-'))
  try {
    for (const name of names) writeFileSync(join(folder, name), `-- ${name}`)
    work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('migrations come in the order of their numbers, each with its own checksum', () => {
  inFolderOf(['0002-b.sql', '0001-z.sql', 'README.md'], (folder) => {
    const found = migrationsIn(folder)
    assert.deepEqual(
      found.map(({ number, name, sql }) => [number, name, sql]),
      [
        [1, '0001-z.sql', '-- 0001-z.sql'],
        [2, '0002-b.sql', '-- 0002-b.sql'],
      ],
    )
    assert.equal(new Set(found.map(({ checksum }) => checksum)).size, 2)
  })
})

test('a gap, a double number and a name that is out of form are refused', () => {
  for (const names of [
    ['0002-first.sql'],
    ['0001-a.sql', '0003-c.sql'],
    ['0001-a.sql', '0001-b.sql'],
    ['0001_a.sql'],
    ['1-a.sql'],
    ['0001-A.sql'],
  ]) {
    inFolderOf(names, (folder) => {
      assert.throws(
        () => migrationsIn(folder),
        { name: 'CannotStart', message: /not in order/ },
        names.join(),
      )
    })
  }
})

test('the migrations of this release are in order', () => {
  assert.ok(migrationsIn(join(import.meta.dirname, '../../migrations')).length > 0)
})
