-- Whoever is let in by a name alone, what a wall may write, whom a shut-out passes what was held, and who is mailed of an
-- opening.

alter table whereabouts.post
  -- Let in at a device for one shift, by a name that nobody checked: by whom, from when and until when, to the minute.
  add column vouched_by uuid,
  add column starts_at timestamptz(3),
  add column ends_at timestamptz(3),
  -- Where notices for this post are sent, without a word of a child.
  add column mail text;

grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;

-- As it was; whoever was let in by a name asks by that name again, and is somebody new to the database.
create or replace function whereabouts.ask_to_be_let_in(p_device bytea, p_name text, p_post uuid, p_code text) returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into whereabouts.vouching (device, name, post, code)
    select d.id, coalesce(p.person_name, p_name), case when p.vouched_by is null then p.id end, p_code
    from whereabouts.device d
    left join whereabouts.post p on p.id = p_post and p.organisation = d.organisation and p.team = d.home
      and p.from_day <= whereabouts.day_now() and (p.until_day is null or whereabouts.day_now() < p.until_day)
    where d.hash = p_device and d.kind = 'home' and d.ended is null and whereabouts.clock() < d.until
      and (p_post is null or p.id is not null)
    returning id;
end;

-- As it was, and the post that it makes says who vouched and ends with the shift.
create or replace function whereabouts.vouch_for(p_id uuid, p_code text, p_until timestamptz)
returns table (post uuid, organisation uuid, home text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  wanted whereabouts.vouching;
  at_device whereabouts.device;
  made uuid;
begin
  select * into wanted from whereabouts.vouching v where v.id = p_id for update;
  select * into at_device from whereabouts.device d where d.id = wanted.device and d.ended is null;
  if at_device.id is null or not whereabouts.vouches_at(at_device.organisation, at_device.home)
    or wanted.code <> p_code or wanted.ready is not null
    or wanted.asked + interval '1 hour' <= whereabouts.clock()
    or p_until <= whereabouts.clock() or whereabouts.clock() + interval '16 hours' < p_until
    or exists (select from whereabouts.post p
      where p.id = wanted.post and p.person = whereabouts.visiting_person())
  then
    return;
  end if;
  made := coalesce(wanted.post, gen_random_uuid());
  if wanted.post is null then
    insert into whereabouts.post (id, person, person_name, organisation, team, role, telephone, from_day, until_day,
        all_hours, vouched_by, starts_at, ends_at)
      select made, gen_random_uuid(), wanted.name, o.id, at_device.home, 'carer',
        coalesce((select p.telephone from whereabouts.post p
          where p.organisation = o.id and p.team = at_device.home and p.role = 'carer'
          order by p.from_day, p.id limit 1), o.telephone),
        whereabouts.day_now(), (p_until at time zone 'Europe/London')::date + 1, true, whereabouts.visiting_person(),
        whereabouts.clock(), p_until
      from whereabouts.organisation o where o.id = at_device.organisation;
  end if;
  update whereabouts.vouching set post = made, until = p_until, vouched = whereabouts.clock(),
    vouched_by = whereabouts.visiting_person(), vouched_in = whereabouts.visitor() where id = p_id;
  return query select made, at_device.organisation, at_device.home;
end
$$;

-- With what of the record each is shut out of: an episode, a section, or with neither all of it.
drop function whereabouts.kept_out_of;
create function whereabouts.kept_out_of(p_subjects uuid[])
returns table (subject uuid, person uuid, stream uuid, section text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct k.subject, p.person, k.stream, nullif(substr(k.section, length('kept-out:') + 1), '')
  from whereabouts.access_grant k
  join whereabouts.post p on p.id = k.post
  where k.subject = any (p_subjects) and starts_with(k.section, 'kept-out')
    and k.from_at <= now() and (k.until_at is null or now() < k.until_at)
    and (exists (
        select from whereabouts.access_grant g
        where g.subject = k.subject and g.post = whereabouts.visitor() and g.section = 'core'
          and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
      or exists (
        select from whereabouts.emergency e
        where e.subject = k.subject and e.post = whereabouts.visitor() and now() < e.until_at));
end;
revoke all on function whereabouts.kept_out_of from public;
grant execute on function whereabouts.kept_out_of to whereabouts_app;

-- As it was; with who is shut out of the record, so that the child is not told that they work with them.
create or replace function whereabouts.their_card(p_subject uuid) returns table (name text, answerable jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.name, jsonb_strip_nulls(jsonb_build_object('workers', c.answerable -> 'workers',
    'responsibleCouncil', c.answerable -> 'responsibleCouncil', 'without', (
      select jsonb_agg(distinct jsonb_build_object('person', p.person))
      from whereabouts.access_grant k
      join whereabouts.post p on p.id = k.post
      where k.subject = p_subject and k.section = 'kept-out' and k.stream is null
        and k.from_at <= now() and (k.until_at is null or now() < k.until_at))))
  from whereabouts.child_card c
  where c.subject = p_subject
    and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, false));
end;

-- As it was; to be shut out is no leave to read.
create or replace function whereabouts.many_looks(p_from date, p_until date, p_least integer)
returns table (person uuid, children bigint, without_leave bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select opened.person, count(*), count(*) filter (where not opened.leave)
  from (
    select l.person, named.child, bool_or(exists (
      select from whereabouts.access_grant g
      where g.subject = named.child and g.post = l.post and not starts_with(g.section, 'kept-out')
        and g.from_at <= now() and (g.until_at is null or now() < g.until_at))) as leave
    from whereabouts.look l cross join lateral unnest(l.children) as named (child)
    where l.what in ('child', 'episode', 'episode as known at')
      and l.at >= p_from::timestamp at time zone 'Europe/London'
      and l.at < (p_until + 1)::timestamp at time zone 'Europe/London'
      and whereabouts.may_read_looks(named.child)
    group by l.person, named.child) as opened
  group by opened.person
  having count(*) >= p_least;
end;

-- For a moment the migration may hang it on tables.
grant execute on function whereabouts.refuse_wallboard to session_user;
reset role;

-- Nobody reads that they are kept out.
alter policy own on whereabouts.access_grant
  using (post = (select whereabouts.visitor()) and not starts_with(section, 'kept-out')
    and (stream is not null and section <> 'interview-passage'
      or not (select whereabouts.is_off_duty(now()))));

-- Whom an opening is told of by mail: each post that reviews for the child's council, with how it went. The one who sends
-- learns an address, a time and the id of the opening.
create table whereabouts.emergency_notice (
  subject uuid not null,
  emergency uuid not null,
  post uuid not null,
  at timestamptz(3) not null default whereabouts.clock(),
  tries integer not null default 0,
  tried timestamptz(3),
  -- When a server took it; until then `trouble` says why not.
  taken timestamptz(3),
  trouble text,
  primary key (subject, emergency, post)
);
create index emergency_notice_owed on whereabouts.emergency_notice (at) where taken is null;
alter table whereabouts.emergency_notice enable row level security;
alter table whereabouts.emergency_notice force row level security;
create policy kept on whereabouts.emergency_notice to whereabouts_keeper using (true);
create policy maintained on whereabouts.emergency_notice to whereabouts_maintainer using (true);
create policy reviewed on whereabouts.emergency_notice for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g where g.subject = emergency_notice.subject and g.section = 'review'
    and g.post = (select whereabouts.visitor()) and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
revoke all on whereabouts.emergency_notice from public;
grant select on whereabouts.emergency_notice to whereabouts_app, whereabouts_maintainer;
grant select, insert, update on whereabouts.emergency_notice to whereabouts_keeper;

set local role whereabouts_keeper;

-- As it was; whoever was let in by a name alone opens nothing by it, and those who answer for the record are owed a mail.
create or replace function whereabouts.open_in_emergency(
  p_id uuid, p_reference text, p_name text, p_born_on date, p_sections text[], p_reason text
) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- The hour is as long as it is said to be: both of its ends come from one reading.
  at timestamptz := whereabouts.clock();
  found_of uuid[];
begin
  if whereabouts.visitor() is null then
    raise exception 'nobody asks' using errcode = 'WB001';
  end if;
  select array_agg(distinct c.subject) into found_of
  from whereabouts.child_card c
  where exists (
      select from whereabouts.episode_card e where e.subject = c.subject and e.reference = p_reference)
    or lower(c.name) = lower(p_name) and c.born_on = p_born_on
      -- What is left of a record that is at rest is for disclosing and for nothing else.
      and not exists (select from whereabouts.disposal d where d.subject = c.subject);
  if cardinality(found_of) is distinct from 1
    or whereabouts.stays_closed(found_of[1], whereabouts.visiting_person())
    or exists (select from whereabouts.post p
      where p.person = whereabouts.visiting_person() and p.vouched_by is not null)
  then
    return null;
  end if;
  insert into whereabouts.emergency (id, at, until_at, subject, sections, reason)
    values (p_id, at, at + interval '1 hour', found_of[1], p_sections, p_reason)
    on conflict (id) do nothing;
  if found then
    insert into whereabouts.emergency_notice (subject, emergency, post, at)
      select distinct g.subject, p_id, g.post, at
      from whereabouts.access_grant g join whereabouts.post p on p.id = g.post
      where g.subject = found_of[1] and g.section = 'review' and p.person <> whereabouts.visiting_person()
        and g.from_at <= at and (g.until_at is null or at < g.until_at);
  end if;
  return found_of[1];
end
$$;

-- One notice that is owed, held against every other node until the transaction ends. After each failure the wait doubles,
-- from a minute to an hour. A post that has ended is told of nothing.
create function whereabouts.take_notice() returns table (emergency uuid, post uuid, at timestamptz, mail text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select n.emergency, n.post, n.at::timestamptz, p.mail
    from whereabouts.emergency_notice n join whereabouts.post p on p.id = n.post
    where n.taken is null and (p.until_day is null or whereabouts.day_now() < p.until_day)
      and (n.tried is null
        or n.tried + least(power(2, least(greatest(n.tries, 1) - 1, 10)), 60) * interval '1 minute' <= whereabouts.clock())
    order by n.at, n.emergency, n.post
    for update of n skip locked limit 1;
end
$$;

-- How it went; without trouble a server has it. What was not even tried, for want of an address or a server, is no try.
create function whereabouts.notice_went(p_emergency uuid, p_post uuid, p_trouble text, p_tried boolean) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.emergency_notice n
    set tries = n.tries + p_tried::integer, tried = whereabouts.clock(), trouble = p_trouble,
      taken = case when p_trouble is null then whereabouts.clock() end
    where n.emergency = p_emergency and n.post = p_post and n.taken is null;
end;
revoke all on function whereabouts.take_notice, whereabouts.notice_went from public;
grant execute on function whereabouts.take_notice, whereabouts.notice_went to whereabouts_worker;
reset role;

-- A wall writes that it was looked at, and keeps its own session. Nothing else, into no table that there is: a test holds
-- every later one to it. Into the record and the read side nobody writes but the keeper, by the few functions that keep a
-- command in the same transaction: of those it is asked once, at the command, and of everybody else at each table. A test
-- holds the keeper's functions to that.
do $$
declare
  written text;
  with_a_command constant text[] := array['stream', 'entry', 'entry_content', 'child_card', 'episode_card', 'board', 'duty',
    'access_grant'];
begin
  for written in
    select c.relname from pg_class c
    where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('look', 'outbox', 'session')
  loop
    execute format('create or replace trigger not_from_a_wallboard before insert or update or delete on whereabouts.%I '
      'for each statement %s execute function whereabouts.refuse_wallboard()', written,
      case when written = any (with_a_command) then 'when (current_user <> ''whereabouts_keeper'')' else '' end);
  end loop;
end
$$;

set local role whereabouts_keeper;
revoke execute on function whereabouts.refuse_wallboard from session_user;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
