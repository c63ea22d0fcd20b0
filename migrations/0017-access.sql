-- What is asked and opened outside one's own relationships: each time kept, and read by those who review it.

-- A record that somebody opened in an emergency: for an hour, with a reason, to read and not to write.
create table whereabouts.emergency (
  id uuid primary key,
  at timestamptz(3) not null default whereabouts.clock(),
  until_at timestamptz(3) not null,
  subject uuid not null,
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  sections text[] not null,
  reason text not null check (reason <> '')
);
create index emergency_by_post on whereabouts.emergency (post, until_at);
create index emergency_by_subject on whereabouts.emergency (subject);

-- What the reviewer said when it was looked at. Once said it stands.
create table whereabouts.emergency_reviewed (
  emergency uuid primary key,
  subject uuid not null,
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  said text not null check (said <> '')
);

-- "Is this child missing?" as it was asked, and whom it fitted.
create table whereabouts.missing_question (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  asked text not null,
  subject uuid
);
create index missing_question_by_subject on whereabouts.missing_question (subject);

-- A name that was shown to somebody who needs figures only.
create table whereabouts.name_revealed (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  subject uuid not null,
  reason text not null check (reason <> '')
);
create index name_revealed_by_subject on whereabouts.name_revealed (subject);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['emergency', 'emergency_reviewed', 'missing_question', 'name_revealed'] loop
    execute format('create trigger only_added_to before update or delete or truncate on whereabouts.%I '
      'for each statement execute function whereabouts.refuse_change()', guarded);
    execute format('alter table whereabouts.%I enable row level security', guarded);
    execute format('alter table whereabouts.%I force row level security', guarded);
    execute format('create policy kept on whereabouts.%I to whereabouts_keeper using (true)', guarded);
    execute format('create policy maintained on whereabouts.%I to whereabouts_maintainer using (true)', guarded);
    -- Whoever reviews for the child's council; never whoever asked.
    execute format('create policy reviewed on whereabouts.%1$I for select to whereabouts_app using (exists ( '
      'select from whereabouts.access_grant g where g.subject = %1$I.subject and g.section = ''review'' '
      'and g.post = (select whereabouts.visitor()) and g.from_at <= now() '
      'and (g.until_at is null or now() < g.until_at)))', guarded);
    execute format('revoke all on whereabouts.%I from public', guarded);
    execute format('grant select on whereabouts.%I to whereabouts_app, whereabouts_maintainer', guarded);
    execute format('grant select, insert on whereabouts.%I to whereabouts_keeper', guarded);
  end loop;
end
$$;
-- What opens rows for oneself: nothing of it says that it is being reviewed.
create policy own on whereabouts.emergency for select to whereabouts_app
  using (post = (select whereabouts.visitor()) and now() < until_at);
grant insert (emergency, subject, said) on whereabouts.emergency_reviewed to whereabouts_app;
create policy reviewing on whereabouts.emergency_reviewed for insert to whereabouts_app
  with check (person = whereabouts.visiting_person() and exists (
    select from whereabouts.emergency e where e.id = emergency and e.subject = emergency_reviewed.subject
      and e.person <> whereabouts.visiting_person()));

-- Beside what the grants open: the sections of a record that was opened, until the hour is over. It comes onto no board
-- and no list of duties: it is found by its own page.
do $$
declare
  opened text;
  condition text;
begin
  foreach opened in array array['stream', 'entry', 'entry_content', 'child_card', 'episode_card', 'duty'] loop
    condition := case opened
      when 'entry' then 'entry.sections && e.sections'
      when 'entry_content' then 'entry_content.section = any (e.sections)'
      else '''core'' = any (e.sections)'
    end;
    execute format('create policy in_emergency on whereabouts.%1$I for select to whereabouts_app using (exists ( '
      'select from whereabouts.emergency e where e.subject = %1$I.subject '
      'and e.post = (select whereabouts.visitor()) and now() < e.until_at and %2$s))', opened, condition);
  end loop;
end
$$;
create policy in_emergency on whereabouts.subject for select to whereabouts_app using (exists (
  select from whereabouts.emergency e
  where e.subject = subject.id and e.post = (select whereabouts.visitor()) and now() < e.until_at));

-- Whether the record is for named people alone, or this person is shut out of any of it: then nothing opens it. What
-- says so is read off the entries, because no row of the read side may tell the one who is shut out.
create function whereabouts.stays_closed(p_subject uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with said as (
    select c.entry, e.sequence, convert_from(c.bytes, 'UTF8')::jsonb as text
    from whereabouts.entry_content c
    join whereabouts.entry e on e.subject = c.subject and e.id = c.entry
    where c.subject = p_subject and c.stream = p_subject and c.section in ('core', 'shut-out')
  )
  select coalesce((
      select last.text ->> 'type' = 'record-restricted' from said last
      where last.text ->> 'type' in ('record-restricted', 'restriction-ended')
      order by last.sequence desc limit 1), false)
    or exists (
      select from said shut
      where shut.text ->> 'type' = 'person-shut-out' and shut.text -> 'body' ->> 'person' = p_person::text
        and not exists (
          select from said ended
          where ended.text ->> 'type' = 'shut-out-ended'
            and ended.text -> 'body' ->> 'shutOut' = shut.entry::text));
end;

-- Opens a record by the reference of an episode, or by a whole name and a date of birth. Null where there is none, where
-- more than one fits and where it stays closed: the three are not told apart. The hour is the database's.
create function whereabouts.open_in_emergency(
  p_id uuid, p_reference text, p_name text, p_born_on date, p_sections text[], p_reason text
) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- The hour is as long as it is said to be: both of its ends come from one reading.
  at timestamptz := whereabouts.clock();
  found uuid[];
begin
  if whereabouts.visitor() is null then
    raise exception 'nobody asks' using errcode = 'WB001';
  end if;
  select array_agg(distinct c.subject) into found
  from whereabouts.child_card c
  where exists (
      select from whereabouts.episode_card e where e.subject = c.subject and e.reference = p_reference)
    or lower(c.name) = lower(p_name) and c.born_on = p_born_on;
  if cardinality(found) is distinct from 1
    or whereabouts.stays_closed(found[1], whereabouts.visiting_person())
  then
    return null;
  end if;
  insert into whereabouts.emergency (id, at, until_at, subject, sections, reason)
    values (p_id, at, at + interval '1 hour', found[1], p_sections, p_reason)
    on conflict (id) do nothing;
  return found[1];
end
$$;

-- The one question that always works, of restricted children too. It gives the council whose number is rung and never
-- who it is; the subject is for the look. Words are lower-case; a name fits if each of its words is part of one.
create function whereabouts.ask_if_missing(p_names text[], p_age integer, p_description text[], p_asked text)
returns table (subject uuid, council uuid, raised_by uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if whereabouts.visitor() is null then
    raise exception 'nobody asks' using errcode = 'WB001';
  end if;
  return query with fitting as materialized (
    select b.subject, (b.answerable ->> 'responsibleCouncil')::uuid as council,
      (b.answerable ->> 'raisedBy')::uuid as raised_by
    from whereabouts.board b
    join whereabouts.child_card c on c.subject = b.subject
    cross join lateral (
      select lower(concat_ws(' ', c.name, array_to_string(c.other_names, ' '))) as names,
        coalesce(extract(year from age(now(), c.born_on))::integer, c.approximate_age) as age,
        (select lower(string_agg(convert_from(e.bytes, 'UTF8')::jsonb -> 'body' ->> 'description', ' '))
         from whereabouts.entry_content e
         where e.subject = c.subject and e.stream = c.subject and e.section = 'core'
           and convert_from(e.bytes, 'UTF8')::jsonb ->> 'type' = 'child-registered') as description
    ) known
    where b.response in ('concern', 'searching', 'reported') and not b.died
      and (p_age is null or known.age is null or abs(known.age - p_age) <= 2)
      and (cardinality(p_names) > 0 and not exists (
          select from unnest(p_names) as word where strpos(known.names, word) = 0)
        or cardinality(p_names) = 0 and exists (
          select from unnest(p_description) as word where strpos(known.description, word) > 0))
  ), kept as (
    insert into whereabouts.missing_question (asked, subject) select p_asked, f.subject from fitting f
  ), kept_too as (
    insert into whereabouts.missing_question (asked) select p_asked where not exists (select from fitting)
  )
  select f.subject, f.council, f.raised_by from fitting f;
end
$$;

-- What was read while a record was open to somebody in an emergency, for whoever reviews it.
create function whereabouts.looks_in_emergency(p_emergency uuid)
returns table (at timestamptz, what text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select l.at, l.what
  from whereabouts.emergency e
  join whereabouts.look l on l.children @> array[e.subject] and l.person = e.person and l.post = e.post
    and l.at >= e.at and l.at < e.until_at
  where e.id = p_emergency and exists (
    select from whereabouts.access_grant g
    where g.subject = e.subject and g.section = 'review' and g.post = whereabouts.visitor()
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
  order by l.at, l.id;
end;

-- Episodes for those who need figures only: no name, no address, no day of birth.
create function whereabouts.figures()
returns table (subject uuid, episode uuid, initial text, age integer, response text, from_at timestamptz,
  returned_at timestamptz, risk text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.subject, e.episode, left(c.name, 1),
    coalesce(extract(year from age(e.from_at, c.born_on))::integer, c.approximate_age),
    e.response, e.from_at, e.returned_at, b.risk
  from whereabouts.episode_card e
  join whereabouts.child_card c on c.subject = e.subject
  left join whereabouts.board b on b.subject = e.subject and b.episode = e.episode
  where not e.voided and e.care is null and exists (
    select from whereabouts.access_grant g
    where g.subject = e.subject and g.section = 'figures' and g.post = whereabouts.visitor()
      and (g.stream is null or g.stream = e.episode)
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
  order by e.from_at desc, e.episode
  limit 500;
end;

create function whereabouts.reveal_name(p_subject uuid, p_reason text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from whereabouts.access_grant g
    where g.subject = p_subject and g.section = 'figures' and g.post = whereabouts.visitor()
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
  then
    return null;
  end if;
  insert into whereabouts.name_revealed (subject, reason) values (p_subject, p_reason);
  return (select coalesce(c.name, 'name not known') from whereabouts.child_card c where c.subject = p_subject);
end
$$;

-- What the visitor's own organisation recorded of children whom it no longer looks after, and nothing that others did.
create function whereabouts.recorded_by_us()
returns table (subject uuid, stream uuid, kind text, id uuid, sequence integer, content text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.subject, e.stream, s.kind, e.id, e.sequence, convert_from(c.bytes, 'UTF8')
  from whereabouts.entry e
  join whereabouts.stream s on s.subject = e.subject and s.id = e.stream
  join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
  where c.section = 'core' and exists (
      select from whereabouts.access_grant g
      where g.subject = e.subject and g.section = 'own' and g.post = whereabouts.visitor()
        and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
    and convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation' = (
      select p.organisation::text from whereabouts.post p where p.id = whereabouts.visitor())
  order by e.subject, e.stream, e.sequence;
end;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
grant select on whereabouts.post, whereabouts.look to whereabouts_keeper;
alter function whereabouts.stays_closed owner to whereabouts_keeper;
alter function whereabouts.open_in_emergency owner to whereabouts_keeper;
alter function whereabouts.ask_if_missing owner to whereabouts_keeper;
alter function whereabouts.looks_in_emergency owner to whereabouts_keeper;
alter function whereabouts.figures owner to whereabouts_keeper;
alter function whereabouts.reveal_name owner to whereabouts_keeper;
alter function whereabouts.recorded_by_us owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.stays_closed, whereabouts.open_in_emergency, whereabouts.ask_if_missing,
  whereabouts.looks_in_emergency, whereabouts.figures, whereabouts.reveal_name, whereabouts.recorded_by_us from public;
grant execute on function whereabouts.open_in_emergency, whereabouts.ask_if_missing, whereabouts.looks_in_emergency,
  whereabouts.figures, whereabouts.reveal_name, whereabouts.recorded_by_us to whereabouts_app;
