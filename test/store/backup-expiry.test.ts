import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { mayRestore } from '../../src/backing-up.ts'
import { backUp } from '../../src/store/backup/back-up.ts'
import { cost, loginsOf, passphrase, withBackup } from './restoring.ts'

test('A backup says in its first lines until when it is good, and is not restored later unless that is asked for.', () =>
  withBackup(async (made) => {
    await mayRestore(made.file, passphrase, false)
    const [over, good] = [join(made.folder, 'over.backup'), join(made.folder, 'good.backup')]
    const until = '2020-03-01T00:00:00.000Z'
    assert.equal((await backUp(loginsOf(made), over, passphrase, { cost, until })).until, until)
    assert.ok(readFileSync(over, 'latin1').split('\n')[1]?.includes(until))
    await assert.rejects(mayRestore(over, passphrase, false), /was good until 2020-03-01.* has expired/)
    await mayRestore(over, passphrase, true)
    await backUp(loginsOf(made), good, passphrase, { cost, until: '2199-03-01T00:00:00.000Z' })
    await mayRestore(good, passphrase, false)
    const altered = readFileSync(over, 'latin1').replace(until, '2199-03-01T00:00:00.000Z')
    writeFileSync(over, altered, 'latin1')
    await assert.rejects(mayRestore(over, passphrase, false), /is not as it was written/)
  }))
