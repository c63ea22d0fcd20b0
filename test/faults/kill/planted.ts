import { Client, type PoolConfig } from 'pg'
import type { ReadSideTable } from '../../../src/store/projection-rows.ts'
import type { Difference } from '../../../src/store/differences.ts'
import type { FaultKind } from '../../../src/store/fault-kinds.ts'
import { verify } from '../../../src/store/verify.ts'
import { poolOf, rebuilt, type Record } from './record.ts'

/** What a check names: a fault of the record by its kind, a projection's row by what is wrong with it and its table. */
type Named = FaultKind | `${Difference['kind']} ${ReadSideTable}`

/** What someone with the whole database in their hands does to it, and by what it must be named. The checks that are
    run are those that are about it: who alters an entry alters what would be projected. */
interface Planted {
  readonly what: string
  readonly statements: readonly string[]
  readonly by: readonly ('verify' | 'rebuild')[]
  readonly named: readonly Named[]
}

/** Two notes of different episodes, and the last entry of the chain. */
const twoNotes = `
  create temp table chosen as
  select distinct on (c.stream) c.subject, c.entry, c.section, c.salt, c.bytes
  from whereabouts.entry_content c
  where position('Looked again' in convert_from(c.bytes, 'UTF8')) > 0
  order by c.stream, c.entry limit 2`
const lastEntry = `
  create temp table cut as
  select p.position, e.subject, e.id, e.stream
  from whereabouts.position p join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
  order by p.position desc limit 1`
/** And whatever stands behind it on the chain: looks, and runs of the maintainer. */
const chainFromThere = [
  `delete from whereabouts.look l using whereabouts.position p, cut
   where l.id = p.look and p.position > cut.position`,
  `delete from whereabouts.maintenance m using whereabouts.position p, cut
   where m.run = p.run and p.position > cut.position`,
  `delete from whereabouts.position p using cut where p.position >= cut.position`,
]
const oneDuty = `(select min(ctid) from whereabouts.duty where met_at is null)`

export const planted: readonly Planted[] = [
  { what: 'nothing', statements: [], by: ['verify', 'rebuild'], named: [] },
  {
    what: 'one byte of one note flipped',
    statements: [
      twoNotes,
      `update whereabouts.entry_content c
       set bytes = set_byte(c.bytes, length(c.bytes) / 2, get_byte(c.bytes, length(c.bytes) / 2) # 1)
       from (select * from chosen limit 1) as one where c.subject = one.subject and c.entry = one.entry`,
    ],
    by: ['verify'],
    named: ['content-altered'],
  },
  {
    what: 'two notes exchanged, salts and all',
    statements: [
      twoNotes,
      `update whereabouts.entry_content c set salt = other.salt, bytes = other.bytes
       from chosen own, chosen other
       where c.subject = own.subject and c.entry = own.entry and c.section = own.section
         and (other.subject, other.entry) <> (own.subject, own.entry)`,
    ],
    by: ['verify'],
    named: ['content-altered', 'content-altered'],
  },
  {
    what: 'the last entry cut off, with its content and its position',
    statements: [
      lastEntry,
      ...chainFromThere,
      `delete from whereabouts.entry e using cut where e.subject = cut.subject and e.id = cut.id`,
      `delete from whereabouts.entry_content c using cut where c.subject = cut.subject and c.entry = cut.id`,
    ],
    by: ['verify'],
    named: ['chain-cut', 'head-differs'],
  },
  {
    what: 'the last entry cut off, and its stream made to agree',
    statements: [
      lastEntry,
      ...chainFromThere,
      `delete from whereabouts.entry e using cut where e.subject = cut.subject and e.id = cut.id`,
      `delete from whereabouts.entry_content c using cut where c.subject = cut.subject and c.entry = cut.id`,
      `update whereabouts.stream s set head = last.sequence, recorded = last.recorded
       from cut, lateral (
         select sequence, recorded from whereabouts.entry e
         where e.subject = cut.subject and e.stream = cut.stream order by sequence desc limit 1) as last
       where s.subject = cut.subject and s.id = cut.stream`,
    ],
    by: ['verify'],
    named: ['chain-cut'],
  },
  {
    what: 'a duty made due a day later',
    statements: [`update whereabouts.duty set due_at = due_at + interval '1 day' where ctid = ${oneDuty}`],
    by: ['verify', 'rebuild'],
    named: ['altered duty'],
  },
  {
    what: 'a duty dropped',
    statements: [`delete from whereabouts.duty where ctid = ${oneDuty}`],
    by: ['verify', 'rebuild'],
    named: ['missing duty'],
  },
  {
    what: 'a grant doubled',
    statements: [
      `insert into whereabouts.access_grant
       select * from whereabouts.access_grant where ctid = (select min(ctid) from whereabouts.access_grant)`,
    ],
    by: ['verify', 'rebuild'],
    named: ['doubled access_grant'],
  },
  {
    what: 'a duty doubled under another name',
    statements: [
      `insert into whereabouts.duty select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '/again'))).*
       from whereabouts.duty d where ctid = ${oneDuty}`,
    ],
    by: ['verify', 'rebuild'],
    named: ['extra duty'],
  },
]

/** What is named in a copy of the record that this was done to, in the order of the alphabet. */
export async function namedAfter(
  { database }: Record,
  { statements, by }: Planted,
): Promise<readonly Named[]> {
  const { owner, maintainer } = database.connections
  await run({ ...owner, database: 'postgres' }, [`create database planted template ${owner.database}`])
  const pool = poolOf({ ...maintainer, database: 'planted' })
  try {
    await run({ ...owner, database: 'planted' }, [
      'begin',
      'set local session_replication_role = replica',
      ...statements,
      'commit',
    ])
    const faults = by.includes('verify') ? (await verify(pool)).faults : []
    const differences = by.includes('rebuild') ? (await rebuilt(pool)).differences : []
    const rows = differences.map(({ kind, table }): Named => `${kind} ${table}`)
    return [...faults.map(({ kind }): Named => kind), ...rows].toSorted()
  } finally {
    await pool.end()
    await run({ ...owner, database: 'postgres' }, ['drop database planted with (force)'])
  }
}

/** One after another on one connection. */
async function run(login: PoolConfig, texts: readonly string[]): Promise<void> {
  const client = new Client(login)
  await client.connect()
  try {
    for (const text of texts) await client.query(text)
  } finally {
    await client.end()
  }
}
