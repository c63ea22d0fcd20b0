import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { startOwnServer } from '../../src/store/server/own-server.ts'
import { checkout, inFolder, start, type Ended } from '../support/starting.ts'
import { everything, passphrase, withBackup } from './restoring.ts'

/** One command line to its end, on a database that is somebody's own. */
function run(url: string, folder: string, ...words: readonly string[]): Promise<Ended> {
  const command = [process.execPath, join(checkout, 'bin/whereabouts.mjs'), ...words] as const
  const env = { DATABASE_URL: url, DATA: join(folder, 'unused'), BACKUP_PASSPHRASE: passphrase }
  return start({ command, env }).ended()
}

test('A backup is restored into another server, whose owner is no superuser, and backed up from there again.', () =>
  withBackup(async (made) => {
    await inFolder(async (folder) => {
      const server = await startOwnServer(join(folder, 'theirs'))
      const admin = new Client(server.owner)
      await admin.connect()
      const theirs = new Client({ ...server.owner, database: 'council' })
      try {
        await admin.query(`create role council login createrole password 'a council of its own'`)
        await admin.query('create database council owner council')
        const socket = encodeURIComponent(join(folder, 'theirs/postgres'))
        const url = `postgres://council:a%20council%20of%20its%20own@localhost/council?host=${socket}`
        const unsaid = await run(url, folder, 'restore', made.file)
        assert.match(unsaid.printed, /no register of disposals is named: name it with DISPOSAL_REGISTER/)
        assert.equal(unsaid.code, 1)
        const restored = await run(url, folder, 'restore', made.file, '--without-register')
        assert.equal(restored.code, 0, restored.printed)
        assert.match(
          restored.printed,
          /^Restored \d+ rows of \d+ tables as they were at .*, at version \d+\.$/m,
        )
        assert.match(restored.printed, /^\d+ entries, each as it was recorded\.$/m)

        await theirs.connect()
        const kept = await everything(theirs)
        const original = await everything(made.owner)
        // The restore itself is a run of the maintainer, which waits for its position and which the original has not seen.
        const seen = { maintenance: [], outbox: (kept['outbox'] as readonly unknown[]).slice(0, -1) }
        assert.deepEqual({ ...kept, ...seen }, { ...original, maintenance: [] })
        const runs = await theirs.query('select verb from whereabouts.maintenance order by at')
        assert.deepEqual(runs.rows, [{ verb: 'verify' }, { verb: 'restore' }])

        const again = await run(url, folder, 'backup', join(folder, 'again.backup'), '--json')
        assert.equal(again.code, 0, again.printed)
        const rows = Object.values(kept).flat().length
        assert.match(again.printed, new RegExp(`"rows":${rows + 2}\\b`))
        const twice = await run(url, folder, 'restore', join(folder, 'again.backup'), '--without-register')
        assert.match(twice.printed, /^The database is not empty \(its table \w+ has rows\)[^\n]*\n$/)
        assert.equal(twice.code, 1)
      } finally {
        await Promise.all([admin.end(), theirs.end()])
        await server.stop()
      }
    })
  }))
