-- A decision never rests on the part of a record that its visitor may see, so it reads through this function: it
-- holds the child's row until the transaction ends and gives every entry of the child's whole record without what is kept apart, in one answer.

-- Whether the visitor may write about this subject at all: someone of whom they read the core now, or someone new. Its
-- names were bound when it was made: it needs no search path. Whether there is any stream is asked in the order of its
-- key: asked as EXISTS, a plan made while the table was small reads all of it, and is kept while it grows.
create function whereabouts.may_write(p_subject uuid) returns boolean
language sql volatile
return session_user = 'whereabouts_maintainer'
  or whereabouts.visitor() is not null and (
    exists (
      select from whereabouts.access_grant g
      where g.subject = p_subject and g.post = whereabouts.visitor() and g.section = 'core'
        and g.from_at <= clock_timestamp() and (g.until_at is null or clock_timestamp() < g.until_at)
    )
    or (select s.id from whereabouts.stream s where s.subject = p_subject order by s.subject, s.id limit 1) is null
  );

-- One row of verdict first ('new', 'done' with its answer, 'taken'), then each entry as it stands in its first
-- section, by stream and sequence. `at` is the clock of this write: never before anything that was recorded about the
-- subject. `directory` is the version that the directory has now, and `prints` what stands on the read side: each row's
-- table and print in turn.
-- Its plans, and those of `append`, are of one subject by its keys, whatever size the tables had when they were made: a
-- plan is kept while a table grows, and none is made anew for each write.
create function whereabouts.load(p_subject uuid, p_command text, p_hash text)
returns table (
  at timestamptz, verdict text, answer jsonb, directory uuid, prints text,
  stream uuid, id uuid, sequence integer, content text
)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
as $$
#variable_conflict use_column
declare
  remembered whereabouts.command;
  v_verdict text := 'new';
  v_may boolean;
begin
  perform from whereabouts.subject where id = p_subject for update;
  if not found then
    insert into whereabouts.subject (id) values (p_subject) on conflict do nothing;
    perform from whereabouts.subject where id = p_subject for update;
  end if;

  select * into remembered from whereabouts.command c where c.subject = p_subject and c.id = p_command;
  if found then
    v_verdict := case
      when remembered.person = whereabouts.visiting_person() and remembered.post = whereabouts.visitor()
        and remembered.request_hash = p_hash then 'done'
      else 'taken'
    end;
  end if;

  v_may := whereabouts.may_write(p_subject);
  -- A retry is answered also when what it did took the visitor's own grant away.
  if not v_may and v_verdict <> 'done' then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;

  return query
    select greatest(whereabouts.clock(), date_trunc('milliseconds', now()),
        (select max(s.recorded) from whereabouts.stream s where s.subject = p_subject)),
      v_verdict, case v_verdict when 'done' then remembered.answer end,
      (select d.version from whereabouts.directory_version d),
      case when v_may then (select string_agg(stands.print, ' ') from (
          select 'child_card ' || t.print as print from whereabouts.child_card t where t.subject = p_subject
          union all
          select 'episode_card ' || t.print from whereabouts.episode_card t where t.subject = p_subject
          union all
          select 'board ' || t.print from whereabouts.board t where t.subject = p_subject
          union all
          select 'duty ' || t.print from whereabouts.duty t where t.subject = p_subject
          union all
          select 'access_grant ' || t.print from whereabouts.access_grant t where t.subject = p_subject
        ) as stands) end,
      null::uuid, null::uuid, null::integer, null::text;

  if v_may then
    return query
      select null::timestamptz, null::text, null::jsonb, null::uuid, null::text, e.stream, e.id, e.sequence,
        convert_from(c.bytes, 'UTF8')
      from whereabouts.entry e
      join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
      -- Never a child's Care: it is some hundreds of entries, and no decision about an episode rests on it.
      where e.subject = p_subject and e.stream = any (array(
        select s.id from whereabouts.stream s where s.subject = p_subject and s.kind <> 'care'))
      order by e.stream, e.sequence;
  end if;
end
$$;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.may_write owner to whereabouts_keeper;
alter function whereabouts.load owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
