import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Pool } from 'pg'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { aMissingChild, newChild } from './writing.ts'

/** What the application may read some rows of; of every other table with a subject it reads none. */
const readable = [
  'subject',
  'stream',
  'entry',
  'entry_content',
  'access_grant',
  'child_card',
  'episode_card',
  'board',
  'duty',
  'file',
  'care_strand',
  'disclosure_act',
  'emergency',
  'emergency_known',
  'emergency_notice',
  'emergency_reviewed',
  'missing_question',
  'name_revealed',
]

/** Every table that carries a subject, found in the catalogue and not from a list. */
async function tablesWithSubject(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p')
       and (c.relname in ('subject', 'look') or exists (
         select from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'subject' and a.atttypid = 'uuid'::regtype))
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

test('Every table with a subject, and the one of drafts, has row security, forced for its owner too.', () =>
  withDatabase(async ({ owner }) => {
    const guarded = await tablesWithSubject(owner)
    assert.ok(guarded.length >= 13)
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'whereabouts'::regnamespace
         and relrowsecurity and relforcerowsecurity order by 1`,
    )
    assert.deepEqual(
      rows.map(({ relname }) => relname),
      [...guarded, 'draft'].toSorted(),
    )
  }))

test('A session that has not said who asks sees no row of any table with a subject.', () =>
  withDatabase(async (database) => {
    const { child } = await aMissingChild(database.store)
    const [whoever, some] = [newChild(), `'${child}', gen_random_uuid()`]
    await database.owner.query(
      `insert into whereabouts.emergency (id, until_at, subject, person, post, sections, reason)
         values ('${whoever}', now() + interval '1 hour', ${some}, '${cast.carer.post}', '{core}', 'a test');
       insert into whereabouts.emergency_reviewed (emergency, subject, person, said) values ('${whoever}', ${some}, 'x');
       insert into whereabouts.emergency_notice (subject, emergency, post) values (${some}, '${whoever}');
       insert into whereabouts.disclosure_act (subject, request, number, id, command, controller, person, post, said) values (${some}, 1, '${whoever}', 'x', '${whoever}', '${whoever}', '${whoever}', '{"kind": "received"}'); insert into whereabouts.emergency_known (emergency, subject, person, post) values ('${whoever}', ${some}, '${whoever}');
       insert into whereabouts.missing_question (subject, person, post, asked) values (${some}, '${whoever}', 'x'); insert into whereabouts.name_revealed (subject, person, post, reason) values (${some}, '${whoever}', 'x');
       insert into whereabouts.file (subject, entry, name, stream, section, bytes) values (${some}, 'photograph', '${child}', 'core', '\\x00');
       insert into whereabouts.care_strand (subject, section, strand, from_at, title, holder, recorded, amiss) values ('${child}', 'care', 'x', now(), 'x', 'carer', false, false)`,
    )
    for (const table of await tablesWithSubject(database.owner)) {
      const there = await database.owner.query(`select from whereabouts.${table}`)
      const answer = await database.app
        .query(`select * from whereabouts.${table}`)
        .catch((error: unknown) => error)
      if (readable.includes(table)) {
        assert.ok(there.rowCount! > 0, `${table} holds something to hide`)
        assert.equal((answer as { rowCount?: number }).rowCount, 0, table)
      } else assert.match(String(answer), /permission denied/, table)
    }
  }))
