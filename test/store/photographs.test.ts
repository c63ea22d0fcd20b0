import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import type { Application } from '../../src/application/carry-out.ts'
import { drawnFace } from '../../src/cli/demonstration/drawn-face.ts'
import { largestPicture } from '../../src/application/pictures.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { removeContent, tablesOf } from '../../src/store/disposal/remove.ts'
import { verify } from '../../src/store/verify.ts'
import { withClient } from '../../src/store/backup/owner.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'
import { Caller } from '../support/journey-http.ts'
import { serverOver } from '../support/who-may-server.ts'

/** A child with everyone of the cast around them, and pages over the application's role. */
async function withChild(
  work: (made: TestDatabase & { child: Child; address: string }) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const app: Application = {
      store: createStore({ app: database.maintainer }),
      protocols,
      directory: () => Promise.resolve(everyone),
    }
    const child = await new Child(app, cast['team-manager']).everybodys()
    const server = await serverOver(database)
    try {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      await work({ ...database, child, address })
    } finally {
      await server.close()
    }
  })
}

interface Part {
  readonly file?: Uint8Array
  readonly name?: string
  readonly fields?: Readonly<Record<string, string>>
}

const said = { taken: '27 3 2026', shows: 'Their face, hair cut since', suppliedBy: 'Their aunt' }

async function carerAt(address: string) {
  const caller = new Caller({ address, data: '' })
  await caller.signIn(cast.carer.post)
  const csrf = await caller.token()
  return {
    caller,
    sends: async (
      child: string,
      { file, name = 'face.jpg', fields = said }: Part,
      id: string = randomUUID(),
    ) => {
      const form = new FormData()
      for (const [field, value] of Object.entries({ _csrf: csrf, command: id, ...fields }))
        form.set(field, value)
      if (file !== undefined) form.set('_photograph', new Blob([Buffer.from(file)]), name)
      const answer = new Response(form)
      const path = `/children/${child}/photograph-added`
      return caller.post(
        path,
        new Uint8Array(await answer.arrayBuffer()),
        answer.headers.get('content-type') ?? '',
      )
    },
  }
}

const picture = await sharp({ create: { width: 30, height: 40, channels: 3, background: 'red' } })
  .jpeg()
  .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
  .toBuffer()

test('A photograph is kept with what is said of it, shown to whoever may see the child, and each view is a look.', () =>
  withChild(async ({ child, address, owner, maintainer }) => {
    const { caller, sends } = await carerAt(address)
    const id = randomUUID()
    for (const one of [
      await sends(child.id, { file: picture }, id),
      await sends(child.id, { file: picture }, id),
    ])
      assert.deepEqual([one.status, one.location], [303, `/children/${child.id}?recorded=photograph-added`])
    const { rows } = await owner.query<{ entry: string }>(
      `select entry from whereabouts.file where subject = $1 and length(bytes) < 5000`,
      [child.id],
    )
    assert.equal(rows.length, 1, 'a second press keeps nothing more')
    const page = (await caller.arrive(`/children/${child.id}`)).text
    assert.match(page, /Their face, hair cut since/)
    assert.match(page, /Taken on [A-Za-z ]*27 March 2026/)
    const shown = await caller.arrive(`/children/${child.id}/photographs/${rows[0]!.entry}`)
    assert.deepEqual(
      [shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')],
      [200, 'image/jpeg', 'no-store'],
    )
    assert.equal((await sharp(shown.bytes).metadata()).exif, undefined)
    const looks = await owner.query(
      `select from whereabouts.look where what = 'photograph' and $1 = any (children)`,
      [child.id],
    )
    assert.equal(looks.rowCount, 1)
    assert.deepEqual((await verify(maintainer)).faults, [])
  }))

test('What is no photograph is asked for again with everything that was typed, and is nowhere a fault of the server.', () =>
  withChild(async ({ child, address, owner }) => {
    const { sends } = await carerAt(address)
    const before = (await owner.query('select from whereabouts.file')).rowCount
    const bad: readonly (readonly [Part, RegExp])[] = [
      [{}, /Choose a photograph/],
      [{ file: Buffer.alloc(0) }, /Choose a photograph/],
      [{ file: Buffer.from('<svg onload="alert(1)"/>'), name: 'face.jpg' }, /must be a photograph as JPEG/],
      [{ file: picture.subarray(0, 400), name: '../../etc/passwd' }, /the file is not whole/],
      [{ file: Buffer.alloc(largestPicture + 1024 * 1024) }, /smaller than 10 megabytes/],
      [{ file: Buffer.from('x'), name: 'a"b\r\n<script>.jpg' }, /must be a photograph as JPEG/],
      [{ file: picture, fields: { ...said, taken: '1 1 2090' } }, /has not come yet/],
      [{ file: picture, fields: { ...said, taken: 'yesterday' } }, /as day, month and year/],
    ]
    for (const [part, expected] of bad) {
      const answer = await sends(child.id, part)
      const page = answer.text
      assert.equal(answer.status, 400, page)
      assert.match(page, expected)
      assert.match(page, /value="Their face, hair cut since"/)
      assert.match(page, /value="Their aunt"/)
    }
    assert.equal((await owner.query('select from whereabouts.file')).rowCount, before)
  }))

test('A form that breaks off, has a thousand parts or comes from nobody is answered, and keeps nothing.', () =>
  withChild(async ({ child, address, owner }) => {
    const { caller, sends } = await carerAt(address)
    const before = (await owner.query('select from whereabouts.file')).rowCount
    const path = `/children/${child.id}/photograph-added`
    const kind = 'multipart/form-data; boundary=xx'
    const broken = '--xx\r\ncontent-disposition: form-data; name="shows"\r\n\r\nhalf'
    for (const [body, type] of [
      [broken, kind],
      ['', kind],
      ['x', 'multipart/form-data'],
      ['{}', 'application/json'],
      [new Uint8Array(randomBytes(2000)), kind],
    ] as const)
      assert.ok((await caller.post(path, body, type)).status < 500)
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_none, place) => [`field${place}`, 'x']))
    assert.ok((await sends(child.id, { file: picture, fields: { ...said, ...many } })).status < 500)
    const nobody = await fetch(`${address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new FormData(),
    })
    assert.deepEqual([nobody.status, nobody.headers.get('location')], [303, '/sign-in'])
    assert.equal((await caller.post(`/children/${child.id}/health-known`, broken, kind)).status, 415)
    assert.equal((await owner.query('select from whereabouts.file')).rowCount, before)
  }))

test('The database keeps a file only beside an entry of its writer that says its hash, and shows it by the grant alone.', () =>
  withChild(async ({ child, app, owner, maintainer }) => {
    const { rows } = await owner.query<{ entry: string }>(
      'select entry from whereabouts.file where subject = $1',
      [child.id],
    )
    const entry = rows[0]!.entry
    const as = async (role: 'carer' | 'analyst', text: string, values: readonly unknown[]) => {
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
          [cast[role].person, cast[role].post],
        )
        return (await client.query(text, [...values])).rowCount
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const keep = 'select whereabouts.keep_file($1, $2, $3)'
    await assert.rejects(as('carer', keep, [child.id, entry, drawnFace().bytes]), /no entry of the visitor/)
    await assert.rejects(
      as('carer', 'insert into whereabouts.file select * from whereabouts.file', []),
      /denied/,
    )
    const mine = 'select from whereabouts.file where subject = $1'
    assert.equal(await as('carer', mine, [child.id]), 1)
    assert.equal(await as('analyst', mine, [child.id]), 0)
    assert.equal((await app.query('select from whereabouts.file')).rowCount, 0)
    await assert.rejects(
      maintainer.query(keep, [child.id, entry, Buffer.from('another')]),
      /speaks of another file/,
    )
    await assert.rejects(owner.query(`update whereabouts.file set bytes = 'x'`), /only ever|changed|added/)
  }))

test('A file that was altered, taken away or put there is found, and one that was disposed of is gone with its entry.', () =>
  withChild(async ({ child, owner, maintainer, login }) => {
    const kinds = async () =>
      (await verify(maintainer)).faults.map(({ kind }) => kind).filter((kind) => /^file/.test(kind))
    assert.deepEqual(await kinds(), [])
    await owner.query('alter table whereabouts.file disable trigger all')
    await owner.query(`update whereabouts.file set bytes = bytes || 'x'`)
    assert.deepEqual(await kinds(), ['file-altered'])
    await owner.query('update whereabouts.file set entry = gen_random_uuid()')
    assert.deepEqual((await kinds()).toSorted(), ['file-missing', 'file-unknown'])
    await owner.query('alter table whereabouts.file enable trigger all')
    await assert.rejects(owner.query('delete from whereabouts.file'), /only ever|added/)
    await withClient(login('maintainer'), async (client) => {
      const line = { subject: child.id, whole: true, content: [] }
      await removeContent(client, line as never, { tables: await tablesOf(client), direct: false })
    })
    assert.equal((await owner.query('select from whereabouts.file')).rowCount, 0)
  }))
