import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { freezePack } from '../../src/application/commands/freeze-pack.ts'
import { files } from '../../src/exchange/files/files.ts'
import { createStore } from '../../src/store/store.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'
import { Caller } from '../support/journey-http.ts'
import { serverOver } from '../support/who-may-server.ts'

test('A pack is kept as it was; police open it, a newer one supersedes it, and every opening is a look.', () =>
  withDatabase(async (database) => {
    const { maintainer, store, owner } = database
    await keepDirectory(maintainer, everyone)
    const byMaintainer: Application = {
      store: createStore({ app: maintainer }),
      protocols,
      directory: () => Promise.resolve(everyone),
    }
    const app = { ...byMaintainer, store }
    const child = await new Child(byMaintainer, cast['team-manager']).everybodys()
    const episode = await child.episode(cast.carer, cast.police)
    const { carer: author } = cast
    const visitor = { person: author.person, post: author.post }
    for (let time = 0; time < 2; time++) {
      const outcome = await freezePack(app, files, { visitor, author, episode, occasion: 'the report' })
      assert.equal(outcome.kind, 'done')
    }
    const server = await serverOver(database)
    try {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const as = async (role: 'police' | 'duty-team' | 'school' | 'carer') => {
        const caller = new Caller({ address, data: '' })
        await caller.signIn(cast[role].post)
        return caller
      }
      const kept = async () =>
        (
          await owner.query<{ entry: string; hash: string }>(
            `select f.entry, encode(sha256(f.bytes), 'hex') as hash from whereabouts.file f
             join whereabouts.entry e on e.subject = f.subject and e.id = f.entry
             where f.subject = $1 and f.name = 'pack' order by e.sequence`,
            [child.id],
          )
        ).rows
      const [first, ...more] = await kept()
      assert.ok(first !== undefined && more.length === 0, 'one occasion keeps one')
      const police = await as('police')
      const opened = await police.get(`/episodes/${episode}/pack/frozen/${first.entry}`)
      assert.equal(opened.headers.get('content-type'), 'application/pdf')
      assert.equal(createHash('sha256').update(opened.bytes).digest('hex'), first.hash)
      const duty = await as('duty-team')
      assert.equal((await duty.get(`/episodes/${episode}/pack/frozen/${first.entry}`)).status, 200)
      const carer = await as('carer')
      const form = { _csrf: await carer.token(), command: randomUUID() }
      for (let press = 0; press < 2; press++)
        assert.equal(
          (await carer.post(`/episodes/${episode}/pack`, new URLSearchParams(form).toString())).status,
          303,
        )
      assert.equal((await kept()).length, 2, 'a second press keeps nothing more')
      assert.match((await police.get(`/episodes/${episode}/pack`)).text, /Superseded/)
      assert.equal((await (await as('school')).get(`/episodes/${episode}/pack`)).status, 403)
      const looks = await owner.query(`select from whereabouts.look where what = 'frozen police pack'`)
      assert.equal(looks.rowCount, 2)
      assert.deepEqual((await verify(maintainer)).faults, [])
    } finally {
      await server.close()
    }
  }))
