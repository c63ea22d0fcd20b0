import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { withDatabase } from '../support/database.ts'

test('What each role may do is what was reviewed.', () =>
  withDatabase(async ({ owner }) => {
    const { rows } = await owner.query<{ line: string }>(
      `select grantee || ' ' || string_agg(distinct privilege, ' ' order by privilege) || ' ' || object as line from (
         select a.grantee::regrole::text as grantee, lower(a.privilege_type) as privilege, 'table ' || c.relname as object
         from pg_class c, aclexplode(c.relacl) a
         where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
         union all
         select a.grantee::regrole::text, lower(a.privilege_type) || '(' || att.attname || ')', 'table ' || c.relname
         from pg_attribute att join pg_class c on c.oid = att.attrelid, aclexplode(att.attacl) a
         where c.relnamespace = 'whereabouts'::regnamespace
         union all
         select case a.grantee when 0 then 'public' else a.grantee::regrole::text end, 'execute', 'function ' || p.proname
         from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
         where p.pronamespace = 'whereabouts'::regnamespace
         union all
         select roleid.rolname, 'is ' || flag, 'role' from pg_roles roleid, unnest(array[
           case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassing' end,
           case when rolcreaterole then 'creating roles' end, case when rolcreatedb then 'creating databases' end,
           case when rolcanlogin then 'able to log in' end, case when rolreplication then 'replicating' end]) as flag
         where roleid.rolname like 'whereabouts%' and flag is not null
       ) as may
       where grantee like 'whereabouts%' and grantee <> 'whereabouts_owner' or grantee = 'public'
       group by grantee, object order by 1`,
    )
    const golden = await readFile(join(import.meta.dirname, 'privileges.txt'), 'utf8')
    assert.equal(rows.map(({ line }) => `${line}\n`).join(''), golden)
  }))
