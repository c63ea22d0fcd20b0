import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { attestNow, createAttestor, sendOwed } from '../../src/attesting.ts'
import { folderReceiver } from '../../src/delivery/checkpoint-folder.ts'
import { webhookReceiver } from '../../src/delivery/checkpoint-webhook.ts'
import { makeCheckpoint, NotAttested, type Made } from '../../src/store/checkpoints/make.ts'
import { readAttested } from '../../src/store/checkpoints/sendings.ts'
import { keyIn } from '../../src/store/checkpoints/signing-key.ts'
import { faultKinds, type FaultKind } from '../../src/store/fault-kinds.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { withConnection } from '../../src/store/transaction.ts'
import type { Witnesses } from '../../src/store/verify-checkpoints.ts'
import { verify } from '../../src/store/verify.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { sendingsIn } from './sendings.ts'
import { rewrite } from '../support/rewriting.ts'
import { aSigningKey } from '../support/signing.ts'
import { aMissingChild, carer, note, write } from './writing.ts'

const key = aSigningKey()

async function more({ store, worker }: TestDatabase): Promise<void> {
  const { child, episode } = await aMissingChild(store)
  await store.read(carer, (read) => read.look({ what: 'episode', children: [child] }))
  await write(store, { subject: child, episodes: { [episode]: [note('seen at the station')] } })
  await withConnection(worker, (client) => publishBatch(client, 100))
}

/** Two checkpoints of four positions each, and four positions that are newer. */
async function attestedTwice(database: TestDatabase): Promise<readonly Made[]> {
  const made: Made[] = []
  for (let times = 0; times < 2; times++) {
    await more(database)
    made.push((await makeCheckpoint(database.worker, key))!)
  }
  await more(database)
  return made
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-checkpoints-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('A sound record is held to its checkpoints, and what is newer is not yet attested.', () =>
  withDatabase(async (database) => {
    const [, second] = await attestedTwice(database)
    const verified = await verify(database.maintainer, undefined, { keys: [key.publicPem], checkpoints: [] })
    assert.deepEqual(verified.faults, [])
    assert.deepEqual(verified.attested, { number: 2, position: 8, at: second!.saying.at })
    assert.equal(verified.newer, 4)
    assert.equal(Buffer.from(second!.saying.marks, 'base64').length, 4 * 16)
    // Nobody looked at it and nothing is newer: a checkpoint says that too.
    const third = await makeCheckpoint(database.worker, key)
    const again = await makeCheckpoint(database.worker, key)
    assert.deepEqual([third!.saying.position, again!.saying.position, again!.saying.marks], [12, 12, ''])
  }))

const cutEnd = `
  delete from whereabouts.entry_content c using whereabouts.position p where p.entry = c.entry and p.position > 6;
  delete from whereabouts.entry e using whereabouts.position p where p.entry = e.id and p.position > 6;
  delete from whereabouts.look l using whereabouts.position p where p.look = l.id and p.position > 6;
  delete from whereabouts.position where position > 6;
  delete from whereabouts.stream s where not exists (select from whereabouts.entry e where e.stream = s.id);
  update whereabouts.stream s set head = e.head, recorded = e.recorded
    from (select stream, max(sequence) as head, max(recorded) as recorded from whereabouts.entry group by 1) e
    where e.stream = s.id`

/** What someone with the whole server does, chain made anew each time, and all that is named for it. */
const planted: readonly (readonly [string, readonly string[], ...string[]])[] = [
  ['an end cut off consistently everywhere', ['attested-missing positions 7 to 8'], cutEnd],
  [
    'an end cut off with the checkpoint that attested it, which somebody else keeps',
    ['attested-missing positions 7 to 8', 'checkpoint-missing checkpoint 2, which somebody else keeps'],
    cutEnd,
    'delete from whereabouts.checkpoint where number = 2',
  ],
  [
    'a look taken out',
    ['attested-missing position 3'],
    `delete from whereabouts.look l using whereabouts.position p where p.look = l.id and p.position = 3;
     delete from whereabouts.position where position = 3`,
  ],
  [
    'two looks that changed places',
    ['attested-reordered position 3', 'attested-reordered position 7'],
    `update whereabouts.position set position = 100 where position = 3;
     update whereabouts.position set position = 3 where position = 7;
     update whereabouts.position set position = 7 where position = 100`,
  ],
  [
    'a look put in',
    ['attested-added position 5'],
    `update whereabouts.position set position = position + 100 where position >= 5;
     set session_replication_role = origin;
     insert into whereabouts.look (person, post, what, children)
       values (gen_random_uuid(), gen_random_uuid(), 'board', '{}');
     set session_replication_role = replica;
     insert into whereabouts.position (position, look, commitment, hash)
       select 100, l.id, l.commitment, l.commitment from whereabouts.look l
       join whereabouts.outbox o on o.look = l.id;
     delete from whereabouts.outbox`,
  ],
  [
    'a look made to say another page, hashes and all',
    ['attested-changed position 3'],
    `update whereabouts.look l set what = 'my duties' from whereabouts.position p
       where p.look = l.id and p.position = 3;
     update whereabouts.look l set said = whereabouts.said_hash(salt, whereabouts.look_text(l));
     update whereabouts.look l
       set commitment = sha256(convert_to(E'whereabouts look 1\\n', 'UTF8') || int8send(id) || said)`,
  ],
  [
    'a checkpoint that says something else',
    [
      'checkpoint-broken checkpoint 1',
      'checkpoint-broken checkpoint 2, which does not follow from the one before',
    ],
    `update whereabouts.checkpoint set document = replace(document, '"position":4', '"position":3') where number = 1`,
  ],
]

describe('A record that was rewritten consistently is held to what was attested', () => {
  for (const [what, expected, ...statements] of planted) {
    test(what, () =>
      withDatabase(async (database) => {
        const kept = await attestedTwice(database)
        await rewrite(database.owner, ...statements)
        const witnesses: Witnesses = {
          keys: [key.publicPem],
          checkpoints: kept.filter(
            ({ saying }) => what.includes('somebody else keeps') && saying.number === 2,
          ),
        }
        const { faults } = await verify(database.maintainer, undefined, witnesses)
        const named = faults.map(({ kind, where }) => `${kind} ${where}`).toSorted()
        if (!what.startsWith('a checkpoint')) assert.deepEqual(named, expected)
        else for (const one of expected) assert.ok(named.includes(one), named.join('\n'))
      }),
    )
  }
})

test('A checkpoint that was signed with another key is told from ours.', () =>
  withDatabase(async (database) => {
    await attestedTwice(database)
    const another = aSigningKey()
    await makeCheckpoint(database.worker, another)
    const faultsWith = async (...keys: readonly string[]) =>
      (await verify(database.maintainer, undefined, { keys, checkpoints: [] })).faults
    const where = `checkpoint 3, signed with key ${another.id}, which is not known here`
    assert.deepEqual(await faultsWith(key.publicPem), [{ kind: 'checkpoint-broken', where }])
    // As after a key was replaced, and both halves are known.
    assert.deepEqual(await faultsWith(key.publicPem, another.publicPem), [])
    await database.owner.query(`set session_replication_role = replica;
      update whereabouts.checkpoint set signature = set_byte(signature, 3, 255 - get_byte(signature, 3))
      where number = 2`)
    const [forged] = await faultsWith(key.publicPem, another.publicPem)
    assert.deepEqual(forged, { kind: 'checkpoint-broken', where: 'checkpoint 2' })
  }))

test('What lies in a folder for others is held against this record, and what is of another record is not.', () =>
  withDatabase(async (database) => {
    const left = await attestedTwice(database)
    const others = await withDatabase(async (another) => {
      // Databases of tests are copies of one, and a copy of a record is that record.
      await another.owner.query('update whereabouts.chain_head set record = gen_random_uuid()')
      return attestedTwice(another)
    })
    await rewrite(database.owner, 'delete from whereabouts.checkpoint where number = 2')
    const witnesses = { keys: [key.publicPem], checkpoints: [], left: [...left, ...others] }
    const { faults } = await verify(database.maintainer, undefined, witnesses)
    assert.deepEqual(faults, [
      { kind: 'checkpoint-missing', where: 'checkpoint 2, which somebody else keeps' },
    ])
  }))

test('A chain that keeps every mark and has another hash differs all the same.', () =>
  withDatabase(async (database) => {
    await attestedTwice(database)
    await database.owner.query(`set session_replication_role = replica;
      update whereabouts.position set hash = sha256(hash) where position = 8`)
    const { faults } = await verify(database.maintainer, undefined, { keys: [], checkpoints: [] })
    assert.ok(faults.some(({ kind }) => kind === 'attested-differs'))
  }))

test('Every kind of fault of a checkpoint has been planted.', () => {
  const seen = new Set(planted.flatMap(([, named]) => named.map((line) => line.split(' ')[0] as FaultKind)))
  const wanted = faultKinds.filter((kind) => /^(checkpoint|attested)-/.test(kind))
  assert.deepEqual([...seen, 'attested-differs'].toSorted(), wanted.toSorted())
})

test('Nothing is signed on top of a record that is not what was signed before.', () =>
  withDatabase(async (database) => {
    await attestedTwice(database)
    await rewrite(database.owner, cutEnd)
    await assert.rejects(makeCheckpoint(database.worker, key), NotAttested)
    const { rowCount } = await database.owner.query('select from whereabouts.checkpoint')
    assert.equal(rowCount, 2)
  }))

test('Two who sign at one moment make two checkpoints that follow, and a daily one is made once.', () =>
  withDatabase(async (database) => {
    await more(database)
    const daily = await Promise.all([1, 2, 3].map(() => makeCheckpoint(database.worker, key, 86_400_000)))
    assert.equal(daily.filter((made) => made !== undefined).length, 1)
    await Promise.all([1, 2, 3].map(() => makeCheckpoint(database.worker, key)))
    const { faults, attested } = await verify(database.maintainer, undefined, {
      keys: [key.publicPem],
      checkpoints: [],
    })
    assert.deepEqual([faults, attested?.number], [[], 4])
  }))

test('A key is made once, private to its account, and lies in no database.', () =>
  inTemporaryFolder((folder) => {
    const made = keyIn(folder)
    assert.deepEqual([keyIn(folder).id, keyIn(folder).publicPem], [made.id, made.publicPem])
    assert.deepEqual(readdirSync(folder).toSorted(), ['checkpoint-key.pem', 'checkpoint-key.public.pem'])
    assert.equal(readFileSync(join(folder, 'checkpoint-key.public.pem'), 'utf8'), made.publicPem)
    return Promise.resolve()
  }))

test('A checkpoint is sent until it was received, each try is on the record, and one receiver holds up no other.', () =>
  withDatabase((database) =>
    inTemporaryFolder(async (folder) => {
      const { worker, app, owner } = database
      const got: string[] = []
      let status = 503
      const server = createServer((request, response) => {
        request.setEncoding('utf8').on('data', (text: string) => got.push(text))
        request.on('end', () => response.writeHead(status).end())
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      using _closing = { [Symbol.dispose]: () => server.close().closeAllConnections() }
      const receivers = [webhookReceiver(`http://127.0.0.1:${port}/a-secret`), folderReceiver(folder)]
      await more(database)
      assert.equal(await readAttested(app), undefined)
      const { sent } = await attestNow(worker, key, receivers)
      assert.deepEqual(
        sent.map(({ trouble }) => trouble),
        [`127.0.0.1:${port} answered 503`, undefined],
      )
      assert.deepEqual((await readAttested(app))?.received?.number, 1)
      // Within the minute it is not tried again; when asked for it is.
      assert.deepEqual(await sendOwed(worker, key, receivers), [])
      status = 204
      const again = await sendOwed(worker, key, receivers, { urgently: true })
      assert.deepEqual(
        again.map(({ receiver, trouble }) => [receiver, trouble]),
        [[`webhook 127.0.0.1:${port}`, undefined]],
      )
      const { rows } = await owner.query<{ receiver: string; trouble: string | null }>(
        'select receiver, trouble from whereabouts.checkpoint_sending order by id',
      )
      assert.equal(rows.length, 3)
      assert.ok(!JSON.stringify(rows).includes('a-secret'))
      const files = readdirSync(folder)
      assert.deepEqual(files.map((name) => name.replace(/^[0-9a-f-]{36}-/, '')).toSorted(), [
        '000001.checkpoint.json',
        `key-${key.id}.pem`,
      ])
      const file = files.find((name) => name.endsWith('.checkpoint.json'))!
      const posted = JSON.parse(got.at(-1)!) as object
      assert.partialDeepStrictEqual(posted, JSON.parse(readFileSync(join(folder, file), 'utf8')) as object)
    }),
  ))

test('A running product signs and sends by itself, records what could not be sent, and stops when asked.', () =>
  withDatabase((database) =>
    inTemporaryFolder(async (folder) => {
      await more(database)
      const troubles: unknown[] = []
      const attestor = createAttestor({
        worker: database.worker,
        key,
        receivers: [folderReceiver(folder), folderReceiver(join(folder, 'not-there'))],
        onTrouble: (error) => troubles.push(error),
        every: 20,
      })
      // The files are there before the record of the other try is: what is waited for is the record.
      for (let left = 500; ((await sendingsIn(database))?.tries ?? 0) < 2 && left > 0; left--)
        await new Promise((resolve) => setTimeout(resolve, 20))
      await attestor.stop()
      assert.deepEqual([await sendingsIn(database), troubles], [{ tries: 2, received: 1 }, []])
      assert.equal(readdirSync(folder).length, 2)
    }),
  ))
