import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { exportAudit } from '../../src/store/audit-export.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { withConnection } from '../../src/store/transaction.ts'
import { ownRoutes } from '../../src/web/own/routes.ts'
import { withApi, type Served } from '../support/api.ts'
import { everythingSaid } from '../support/everything-said.ts'
import {
  agreedWithHome,
  all,
  everything,
  ofPolice,
  planted,
  shared,
  sharedWish,
  toldCouncil,
  toldPolice,
} from '../support/kept-words.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { WebVisitor } from '../support/web-visitor.ts'

const { ruth, noor, lena, karl, ann, hannah, amira, dawn, sam, imran } = cast
type Member = (typeof cast)[keyof typeof cast]

const wordsIn = (text: string) => everything.filter((word) => text.includes(word))

test('What a child told, and what was written of it, is said to those alone for whom it is.', () =>
  withApi(async (served) => {
    await planted(served)
    const origin = await served.server.listen({ port: 0, host: '127.0.0.1' })
    const before = await entries(served)
    const types = new Set<string>()
    let turn = 0
    const hears = async (by: Member) => {
      const said = await everythingSaid(served, by, origin, everything, turn)
      turn += 1
      for (const type of said.types) types.add(type)
      return wordsIn(said.text)
    }
    assert.deepEqual(await hears(noor), all)
    assert.deepEqual(await hears(dawn), all)
    for (const by of [lena, imran])
      assert.deepEqual(await hears(by), [toldPolice, ...ofPolice], by.post.personName)
    for (const by of [ruth, karl])
      assert.deepEqual(await hears(by), [shared, sharedWish, ...agreedWithHome], by.post.personName)
    // Of the council that was told, and reads no interviews.
    assert.deepEqual(await hears(amira), [toldCouncil], 'the duty team')
    for (const by of [ann, hannah]) assert.deepEqual(await hears(by), [], by.post.personName)
    assert.equal(await entries(served), before, 'whoever looked wrote nothing')
    assert.deepEqual(wordsIn(served.lines.join('\n')), [], 'in a log')
    const seen = ['text/html', 'application/pdf', 'text/csv', 'text/calendar', 'image/svg+xml']
    assert.deepEqual(
      seen.filter((type) => !types.has(type)),
      [],
      'every form in which something is said was looked at',
    )
  }))

test('Nor does it stand in a log, an export of the audit, what sends mail, or on the child’s own page.', () =>
  withApi(async (served) => {
    await planted(served)
    const origin = await served.server.listen({ port: 0, host: '127.0.0.1' })
    await elsewhere(served)
    await atTheirOwnDoor(served, origin)
  }))

/** Nor do they stand in a log, in an export of the audit, or in anything that sends mail and numbers entries. */
async function elsewhere({ lines, database }: Served): Promise<void> {
  assert.deepEqual(wordsIn(lines.join('\n')), [], 'in a log')
  const { worker, maintainer } = database
  await withConnection(worker, (client) => publishBatch(client, 10_000))
  const exported: string[] = []
  await exportAudit(maintainer, { withContent: false }, (page) => {
    exported.push(JSON.stringify(page))
    return Promise.resolve()
  })
  assert.ok(exported.length > 0)
  assert.deepEqual(wordsIn(exported.join('\n')), [], 'in an export of the audit')
  const { rows } = await worker.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'whereabouts'::regnamespace and relkind in ('r', 'p', 'v')
       and has_table_privilege(oid, 'select')`,
  )
  assert.ok(rows.length > 0)
  for (const { name } of rows) {
    const { rows: kept } = await worker.query<{ row: string }>(
      `select to_jsonb(t)::text as row from whereabouts.${name} t`,
    )
    const text = kept.map(({ row }) => row).join('\n')
    const coded = everything.filter((word) => text.includes(Buffer.from(word).toString('hex')))
    assert.deepEqual([...wordsIn(text), ...coded], [], `in ${name}, which the worker reads`)
  }
}

/** What the child said is theirs, and so is what of it was given to others; what others wrote of it apart is not on their
    page. */
async function atTheirOwnDoor({ ask }: Served, origin: string): Promise<void> {
  const child = childIdOf('jay')
  const given = await ask('POST', `/children/${child}/give-child-access`, {
    by: sam,
    body: { view: 'Fifteen', explained: 'Who reads it', language: 'English' },
  })
  assert.equal(given.status, 201, given.text)
  const worker = new WebVisitor()
  await worker.send(await worker.go(`${origin}/sign-in`), { post: sam.post.id })
  const page = await worker.go(`${origin}/children/${child}/code`)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const made = await worker.go(page.url, { _csrf: token })
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(made.text)?.[0] ?? ''
  assert.notEqual(code, '', made.text)
  const jay = new WebVisitor()
  const door = await jay.go(`${origin}/mine/code`)
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)?.[1] ?? ''
  const chosen = { code, name: 'Otter 9', pin: '274918', again: '274918', _csrf }
  const home = await jay.go(door.url, chosen)
  assert.equal(home.url.pathname, '/mine', home.text)
  const said: string[] = []
  // The last of them lets the child out.
  const paths = ownRoutes.map(({ path }) => path).filter((path) => path !== '/mine/exit')
  for (const path of new Set(paths)) said.push((await jay.go(`${origin}${path}`)).text)
  for (const { method, path } of ownRoutes)
    if (method === 'POST' && path === '/mine/write')
      said.push((await jay.go(`${origin}${path}`, { _csrf })).text)
  const theirs = ['acceptedkept', 'declinedkept', 'heldkept', shared]
  assert.deepEqual(wordsIn(said.join('\n')), theirs, 'on the child’s own page')
}

async function entries({ database }: Served): Promise<string> {
  const { rows } = await database.owner.query<{ count: string }>('select count(*) from whereabouts.entry')
  return rows[0]?.count ?? ''
}
