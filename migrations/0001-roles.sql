-- Roles belong to the whole server: a second database on it, or a second start at the same moment, finds them made.
-- They have no password here; each start decides how they log in.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('whereabouts_app', 'login'),        -- carries people's requests, under row-level security
      ('whereabouts_worker', 'login'),     -- numbers and chains what was committed, and reads no content
      ('whereabouts_maintainer', 'login'), -- rebuilds, imports, disposes of; by the command line alone
      ('whereabouts_keeper', 'nologin')    -- owns the functions that write the record; nobody logs in as it
    ) as role (name, may_log_in)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      begin
        execute format(
          'create role %I %s nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls',
          wanted.name, wanted.may_log_in);
      exception
        when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;

  -- An owner who is not a superuser may give functions only to a role that it could become.
  if not (select rolsuper from pg_roles where rolname = current_user)
    and not pg_has_role('whereabouts_keeper', 'set')
  then
    execute format('grant whereabouts_keeper to %I with inherit false, set true', current_user);
  end if;
end
$$;

create schema whereabouts;
revoke all on schema whereabouts from public;
grant usage on schema whereabouts
  to whereabouts_app, whereabouts_worker, whereabouts_maintainer, whereabouts_keeper;

-- Who asks. The setting is empty, not absent, in a session whose earlier transaction had set it.
create function whereabouts.visitor() returns uuid
language sql stable parallel safe
return nullif(current_setting('whereabouts.post', true), '')::uuid;

create function whereabouts.visiting_person() returns uuid
language sql stable parallel safe
return nullif(current_setting('whereabouts.person', true), '')::uuid;

-- The clock of the record: milliseconds, cut and not rounded, so that nothing is recorded before it was.
create function whereabouts.clock() returns timestamptz
language sql volatile
return date_trunc('milliseconds', clock_timestamp());

create function whereabouts.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '%.% is only ever added to', tg_table_schema, tg_table_name using errcode = 'WB002';
end
$$;
