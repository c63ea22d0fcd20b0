import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { Pool } from 'pg'
import { commitmentOf, sectionHash } from '../../src/store/commitment.ts'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { withConnection } from '../../src/store/transaction.ts'
import { faultKinds, type FaultKind } from '../../src/store/fault-kinds.ts'
import { verify } from '../../src/store/verify.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { entry } from '../support/chronology.ts'
import { aMissingChild, back, carer, fresh, note, write } from './writing.ts'

/** Three children, one with a section apart, and one look and one run; most of it on the chain and a few entries waiting. */
async function aRecord({ store, worker, maintainer }: TestDatabase): Promise<void> {
  const { child, episode } = await aMissingChild(store)
  await recordRun(maintainer, randomUUID(), 'verify', 'a reason with "quotes", a tab\t and ü')
  await store.read(carer, (read) => read.look({ what: 'child', children: [child], purpose: 'a\\b\n' }))
  const held = fresh(entry('interview-held', '2026-03-30T16:00', { childsWords: 'For her alone' }))
  await write(store, { subject: child, episodes: { [episode]: [back(), held] } })
  await aMissingChild(store)
  await withConnection(worker, (client) => publishBatch(client, 100))
  const last = await aMissingChild(store)
  await write(store, {
    subject: last.child,
    episodes: { [last.episode]: [note('waits'), note('waits too')] },
  })
}

/** Runs statements as someone who has the whole server: no trigger and no policy is in the way. */
async function plant(owner: Pool, ...statements: readonly string[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) {
      const { rowCount } = await client.query(statement)
      assert.ok((rowCount ?? 0) > 0, `nothing was planted by: ${statement}`)
    }
  } finally {
    client.release(true)
  }
}

test('A sound record has no faults, and progress is told up to its end.', () =>
  withDatabase(async (database) => {
    await aRecord(database)
    const progress: [number, number][] = []
    const verified = await verify(database.maintainer, (done, total) => progress.push([done, total]))
    assert.deepEqual(verified, { entries: 10, disposed: 0, faults: [], newer: 12 })
    assert.deepEqual(progress.at(-1), [10, 10])
  }))

test('An empty record is sound.', () =>
  withDatabase(async ({ maintainer }) => {
    assert.deepEqual(await verify(maintainer), { entries: 0, disposed: 0, faults: [], newer: 0 })
  }))

const published = `(select subject, entry from whereabouts.position order by position desc limit 1)`
const waiting = `(select subject, entry from whereabouts.outbox order by id desc limit 1)`
const twoCores = `(select array_agg(entry) as entries from (
  select entry from whereabouts.entry_content where section = 'core' order by entry limit 2) as two)`

/** What is done to the record, and every kind of fault that must be named for it, no other. */
const planted: readonly (readonly [string, readonly FaultKind[], ...string[]])[] = [
  [
    'a byte of content flipped',
    ['content-altered'],
    `update whereabouts.entry_content set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1)
     where (subject, entry) = ${published} and section = 'core'`,
  ],
  [
    'a disposal that no register names',
    ['disposal-differs'],
    `insert into whereabouts.disposal (subject, decision, controller, whole, entries, at, line, line_hash)
     select subject, gen_random_uuid(), gen_random_uuid(), false, 0, now(), 1, sha256('x')
     from (select subject from whereabouts.entry limit 1) as one`,
  ],
  [
    'a byte of a salt flipped',
    ['content-altered'],
    `update whereabouts.entry_content set salt = set_byte(salt, 0, get_byte(salt, 0) # 128)
     where section = 'interview-restricted'`,
  ],
  [
    'a byte of a commitment flipped',
    ['commitment-differs', 'position-differs'],
    `update whereabouts.entry set commitment = set_byte(commitment, 31, get_byte(commitment, 31) # 1)
     where (subject, id) = ${published}`,
  ],
  [
    'a byte of a section’s hash flipped, with its content',
    ['commitment-differs', 'content-altered'],
    `update whereabouts.entry set hashes[1] = set_byte(hashes[1], 0, get_byte(hashes[1], 0) # 1)
     where (subject, id) = ${published}`,
  ],
  [
    'the contents of two entries swapped',
    ['content-altered'],
    `update whereabouts.entry_content c set salt = other.salt, bytes = other.bytes
     from whereabouts.entry_content other, ${twoCores} as two
     where c.section = 'core' and other.section = 'core' and c.entry = any(two.entries)
       and other.entry = any(two.entries) and other.entry <> c.entry`,
  ],
  [
    'two entries of a stream swapped in their order',
    ['commitment-differs'],
    `update whereabouts.entry e set sequence = 1000 + e.sequence from whereabouts.entry w
     where (w.subject, w.id) = ${waiting} and e.stream = w.stream and e.sequence >= w.sequence - 1`,
    `update whereabouts.entry e set sequence = 1005 - sequence where sequence > 1000`,
  ],
  [
    'two links of the chain swapped',
    ['chain-broken'],
    `update whereabouts.position set position = 1000 + position where position < 3`,
    `update whereabouts.position set position = 1003 - position where position > 1000`,
  ],
  [
    'the last entry cut off, with its content',
    ['head-differs', 'position-differs'],
    `delete from whereabouts.entry_content where (subject, entry) = ${waiting}`,
    `delete from whereabouts.entry where (subject, id) = ${waiting}`,
  ],
  [
    'the last entry cut off, and everything else that names it',
    ['head-differs'],
    `delete from whereabouts.entry_content where (subject, entry) = ${waiting}`,
    `delete from whereabouts.entry where (subject, id) = ${waiting}`,
    `delete from whereabouts.outbox where (subject, entry) = ${waiting}`,
  ],
  [
    'an entry cut out of the middle',
    ['sequence-broken', 'content-unknown', 'position-differs'],
    `delete from whereabouts.entry where type_is(id, 'returned')`,
  ],
  [
    'content cut away',
    ['content-missing'],
    `delete from whereabouts.entry_content where section = 'interview-restricted'`,
  ],
  [
    'content put beside an entry',
    ['content-unknown'],
    `insert into whereabouts.entry_content (subject, entry, stream, section, salt, bytes)
     select subject, entry, stream, 'protected-address', salt, bytes from whereabouts.entry_content limit 1`,
  ],
  [
    'the last link of the chain cut off',
    ['chain-cut', 'never-published'],
    `delete from whereabouts.position where position = (select max(position) from whereabouts.position)`,
  ],
  [
    'a link cut out of the middle of the chain',
    ['chain-broken', 'never-published'],
    `delete from whereabouts.position where position = 3`,
  ],
  [
    'the head of the chain put back',
    ['chain-cut'],
    `update whereabouts.chain_head h set position = p.position, hash = p.hash
     from whereabouts.position p where p.position = h.position - 1`,
  ],
  [
    'an entry dropped from the outbox',
    ['never-published'],
    `delete from whereabouts.outbox where (subject, entry) = ${waiting}`,
  ],
  [
    'an entry doubled in the outbox',
    ['published-twice'],
    `insert into whereabouts.outbox (subject, entry) select subject, entry from whereabouts.position limit 1`,
  ],
  [
    'a recorded time moved',
    ['recorded-differs', 'recorded-backwards'],
    `update whereabouts.entry set recorded = recorded - interval '1 day' where type_is(id, 'returned')`,
  ],
  ['a look put down to another page', ['look-altered'], `update whereabouts.look set what = 'board'`],
  ['a look taken away', ['position-differs'], `delete from whereabouts.look`],
  [
    'a run given another reason',
    ['run-altered'],
    `update whereabouts.maintenance set reason = 'nothing much'`,
  ],
  [
    'a stream’s head moved on',
    ['head-differs'],
    `update whereabouts.stream set head = head + 1 where kind = 'child' and id = (select min(subject::text)::uuid from whereabouts.stream)`,
  ],
  [
    'a stream put under two subjects',
    ['stream-shared', 'head-differs'],
    `insert into whereabouts.stream (subject, id, kind, head, recorded)
     select gen_random_uuid(), id, kind, head, recorded from whereabouts.stream where kind = 'episode' limit 1`,
  ],
]

/** Which entry is of a type, for the faults above: the type is in the content. */
function spelledOut(statement: string): string {
  return statement.replace(
    /type_is\(id, '([a-z-]+)'\)/,
    `id in (select entry from whereabouts.entry_content
      where section = 'core' and convert_from(bytes, 'UTF8')::jsonb ->> 'type' = '$1')`,
  )
}

describe('Every fault is named for what it is', () => {
  for (const [what, kinds, ...statements] of planted) {
    test(what, () =>
      withDatabase(async (database) => {
        await aRecord(database)
        await plant(database.owner, ...statements.map(spelledOut))
        const { faults } = await verify(database.maintainer)
        assert.deepEqual(
          new Set(faults.map(({ kind }) => kind)),
          new Set(kinds),
          JSON.stringify(faults, null, 1),
        )
      }),
    )
  }
})

test('Bytes that were committed to and that this release cannot read are unreadable, not altered.', () =>
  withDatabase(async (database) => {
    const { store, owner, maintainer } = database
    await aRecord(database)
    const { child, episode } = await aMissingChild(store)
    await write(store, { subject: child, episodes: { [episode]: [note('from a newer release')] } })
    await plant(owner, ...(await rewrittenAsNewer(owner, episode)))
    assert.deepEqual(
      (await verify(maintainer)).faults.map(({ kind }) => kind),
      ['unreadable'],
    )
  }))

/** The last entry of an episode as a newer release would have written it, hashes and commitment included. */
async function rewrittenAsNewer(owner: Pool, episode: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{
    subject: string
    id: string
    sequence: number
    salt: Buffer
    bytes: Buffer
  }>(
    `select e.subject, e.id, e.sequence, c.salt, c.bytes from whereabouts.entry e
     join whereabouts.entry_content c on c.entry = e.id where e.stream = $1 and e.sequence = 2`,
    [episode],
  )
  const { subject, id, sequence, salt, bytes } = rows[0]!
  const newer = Buffer.from(bytes.toString().replace('"version":1', '"version":9'))
  const hash = sectionHash(salt, newer)
  const commitment = commitmentOf({
    subject,
    id,
    stream: episode,
    sequence,
    sections: [{ section: 'core', hash }],
  })
  return [
    `update whereabouts.entry_content set bytes = '\\x${newer.toString('hex')}' where entry = '${id}'`,
    `update whereabouts.entry set hashes[1] = '\\x${hash.toString('hex')}',
       commitment = '\\x${commitment.toString('hex')}' where id = '${id}'`,
  ]
}

/** These are planted in checkpoints.test.ts, in photographs.test.ts and in disposal.test.ts. */
const plantedElsewhere = (kind: FaultKind) => /^(checkpoint|attested|file)-|^disposed-and-there$/.test(kind)

test('Every kind of fault has been planted.', () => {
  const seen = new Set([...planted.flatMap(([, kinds]) => kinds), 'unreadable'])
  assert.deepEqual(seen, new Set(faultKinds.filter((kind) => !plantedElsewhere(kind))))
})
