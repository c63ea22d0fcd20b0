import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { providerSecrets } from './provider-secrets.ts'

const issuer = 'https://sign-in.aldermoor.example'

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  try {
    work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a secret is kept in a file that its own account alone may read, and is found without a new start', () =>
  inFolder((folder) => {
    const secrets = providerSecrets(join(folder, 'data'))
    assert.deepEqual([secrets.secretOf(issuer), secrets.whereOf(issuer)], [undefined, 'nowhere'])
    secrets.keep(issuer, 'first')
    secrets.keep('https://other.example', 'another')
    secrets.keep(issuer, 'second')
    assert.deepEqual([secrets.secretOf(issuer), secrets.whereOf(issuer)], ['second', 'data folder'])
    assert.equal(secrets.secretOf('toString'), undefined)
    const file = join(folder, 'data', 'provider-secrets.json')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(join(folder, 'data')), ['provider-secrets.json'])
  }))

test('the environment goes before the file', () =>
  inFolder((folder) => {
    const secrets = providerSecrets(folder, { [issuer]: 'of the environment' })
    secrets.keep(issuer, 'of the file')
    assert.deepEqual(
      [secrets.secretOf(issuer), secrets.whereOf(issuer)],
      ['of the environment', 'environment'],
    )
  }))

test('a file that others may read, or that is no list of secrets, is refused in words', () =>
  inFolder((folder) => {
    const secrets = providerSecrets(folder)
    secrets.keep(issuer, 'secret')
    const file = join(folder, 'provider-secrets.json')
    chmodSync(file, 0o640)
    assert.throws(() => secrets.secretOf(issuer), /chmod 600/)
    chmodSync(file, 0o600)
    for (const text of ['', '[]', '{"a": 1}', 'null', '"x"']) {
      writeFileSync(file, text)
      assert.throws(() => secrets.secretOf(issuer), /one JSON object/, text)
    }
  }))
