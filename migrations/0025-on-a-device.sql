-- Sessions on an enrolled device, and what they may never read or write, whatever their post may elsewhere.

alter table whereabouts.session
  add column device uuid references whereabouts.device,
  -- Instead of the usual time without a person.
  add column idle interval;

-- A session on a device stays in the post that it was opened in.
create function whereabouts.keeps_post() returns trigger
language plpgsql as $$
begin
  raise exception 'a session on a device stays in its post' using errcode = 'WB001';
end
$$;
create trigger keeps_post before update of post on whereabouts.session
  for each row when (old.device is not null and new.post <> old.post) execute function whereabouts.keeps_post();

-- Opens a session on a device for whoever asks, in a post that the device stands for.
create function whereabouts.open_on_device(
  p_hash bytea, p_device bytea, p_how text, p_longest interval, p_idle interval, p_ends timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  insert into whereabouts.session (hash, person, post, how, opened, authenticated, last_seen, ends, device, idle)
    select p_hash, p.person, p.id, p_how, at, at, at, least(at + p_longest, d.until, p_ends), d.id, p_idle
    from whereabouts.device d
    join whereabouts.post p on p.id = d.post
      or d.kind = 'home' and p.organisation = d.organisation and p.team = d.home
    where d.hash = p_device and d.ended is null and at < d.until
      and p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person();
  if not found then
    raise exception 'this device does not stand for that post' using errcode = 'WB001';
  end if;
end
$$;

-- The session of a cookie, as `session_of` gives it, with the device that it is on.
create function whereabouts.session_here(p_hash bytea, p_idle interval, p_active boolean)
returns table (person uuid, post uuid, how text, opened timestamptz, authenticated timestamptz,
  idle_ends timestamptz, ends timestamptz, state text, device_kind text, device_name text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  own interval := (select s.idle from whereabouts.session s where s.hash = p_hash);
begin
  return query
    select s.person, s.post, s.how, s.opened, s.authenticated, s.idle_ends, s.ends, s.state, d.kind, d.name
    from whereabouts.session_of(p_hash, coalesce(own, p_idle), p_active) s
    join whereabouts.session t on t.hash = p_hash
    left join whereabouts.device d on d.id = t.device;
end
$$;

-- Where the visitor asks from, when it is an enrolled device: set with who asks.
create function whereabouts.from_device() returns text
language sql stable parallel safe
return nullif(current_setting('whereabouts.device', true), '');

-- Of what a post may read, a shared device shows what tonight needs; a foster carer's telephone the children who are placed
-- there and no other; and a wall no more than who is missing.
create policy on_a_device on whereabouts.access_grant as restrictive for select to whereabouts_app
  using (case (select whereabouts.from_device())
    when 'home' then section in ('core', 'plan', 'health')
    when 'foster-carer' then stream is null and section in ('core', 'plan', 'health')
    when 'wallboard' then section = 'core'
    else (select whereabouts.from_device()) is null
  end);
create policy not_on_a_device on whereabouts.emergency as restrictive for select to whereabouts_app
  using ((select whereabouts.from_device()) is null);

-- Nothing is written from a wall, whoever asks and through whatever door.
create function whereabouts.refuse_wallboard() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if whereabouts.from_device() = 'wallboard' or exists (
    select from whereabouts.post p where p.id = whereabouts.visitor() and p.role = 'wallboard')
  then
    raise exception 'a wallboard writes nothing' using errcode = 'WB001';
  end if;
  return null;
end
$$;
do $$
declare
  written text;
begin
  foreach written in array array['command', 'emergency', 'emergency_reviewed', 'missing_question', 'name_revealed'] loop
    execute format('create trigger not_from_a_wallboard before insert on whereabouts.%I '
      'for each statement execute function whereabouts.refuse_wallboard()', written);
  end loop;
end
$$;

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.open_on_device owner to whereabouts_keeper;
alter function whereabouts.session_here owner to whereabouts_keeper;
alter function whereabouts.refuse_wallboard owner to whereabouts_keeper;

-- As it was, and from a foster carer's telephone about no other child than those who are placed there. Its names are bound
-- when it is made: it needs no search path. Only its owner may put another in a
-- function's place.
set local role whereabouts_keeper;
create or replace function whereabouts.may_write(p_subject uuid) returns boolean
language sql volatile
return session_user = 'whereabouts_maintainer'
  or whereabouts.visitor() is not null and (
    whereabouts.from_device() is distinct from 'foster-carer'
      and not exists (select from whereabouts.stream s where s.subject = p_subject)
    or exists (
      select from whereabouts.access_grant g
      where g.subject = p_subject and g.post = whereabouts.visitor() and g.section = 'core'
        and (g.stream is null or whereabouts.from_device() is distinct from 'foster-carer')
        and g.from_at <= clock_timestamp() and (g.until_at is null or clock_timestamp() < g.until_at)
    )
  );
reset role;

revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.keeps_post, whereabouts.from_device, whereabouts.refuse_wallboard,
  whereabouts.open_on_device, whereabouts.session_here from public;
revoke execute on function whereabouts.session_of from whereabouts_app;
grant execute on function whereabouts.from_device to whereabouts_keeper, whereabouts_app;
grant execute on function whereabouts.open_on_device, whereabouts.session_here to whereabouts_app;
