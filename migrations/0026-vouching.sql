-- Whoever has no PIN at the device of a home asks to be let in, and whoever is on call for that home vouches for them: for
-- one shift, by name, and on the record for ever.

create table whereabouts.vouching (
  id uuid primary key default gen_random_uuid(),
  device uuid not null references whereabouts.device,
  name text not null check (name <> ''),
  -- Whom it lets in: somebody of the directory, or the post that it makes.
  post uuid references whereabouts.post,
  -- Read out over the telephone, so that whoever vouches speaks with whoever stands there.
  code text not null,
  asked timestamptz(3) not null default whereabouts.clock(),
  vouched timestamptz(3),
  vouched_by uuid,
  vouched_in uuid,
  until timestamptz(3),
  -- The children of the home can be read in the post from here on.
  ready timestamptz(3),
  taken timestamptz(3)
);
create trigger only_added_to before delete or truncate on whereabouts.vouching
  for each statement execute function whereabouts.refuse_change();

-- Null where the browser is no device of a home, or the post is none there.
create function whereabouts.ask_to_be_let_in(p_device bytea, p_name text, p_post uuid, p_code text) returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into whereabouts.vouching (device, name, post, code)
    select d.id, coalesce(p.person_name, p_name), p.id, p_code
    from whereabouts.device d
    left join whereabouts.post p on p.id = p_post and p.organisation = d.organisation and p.team = d.home
      and p.from_day <= whereabouts.day_now() and (p.until_day is null or whereabouts.day_now() < p.until_day)
    where d.hash = p_device and d.kind = 'home' and d.ended is null and whereabouts.clock() < d.until
      and (p_post is null or p.id is not null)
    returning id;
end;

-- One request, on the device where it was made.
create function whereabouts.let_in_here(p_device bytea, p_id uuid)
returns table (name text, code text, person uuid, post uuid, until timestamptz, state text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select v.name, v.code, p.person, v.post, v.until::timestamptz,
      case when v.taken is not null then 'taken'
        when v.ready is not null and whereabouts.clock() < v.until then 'ready'
        when v.ready is null and whereabouts.clock() < v.asked + interval '1 hour' then 'waiting'
        else 'over' end
    from whereabouts.vouching v
    join whereabouts.device d on d.id = v.device
    left join whereabouts.post p on p.id = v.post
    where v.id = p_id and d.hash = p_device and d.ended is null;
end;

-- Whether the visitor may vouch at this home: whoever is on call for it, or manages it.
create function whereabouts.vouches_at(p_organisation uuid, p_home text) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from whereabouts.post p
    where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
      and p.organisation = p_organisation and (p.team is null or p.team = p_home)
      and p.role in ('home-on-call', 'provider-manager')
      and p.from_day <= whereabouts.day_now() and (p.until_day is null or whereabouts.day_now() < p.until_day));
end;

create function whereabouts.waiting_to_be_let_in()
returns table (id uuid, name text, known boolean, device text, home text, asked timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select v.id, v.name, v.post is not null and v.vouched is null, d.name, d.home, v.asked::timestamptz
    from whereabouts.vouching v join whereabouts.device d on d.id = v.device
    where v.ready is null and d.ended is null and whereabouts.clock() < v.asked + interval '1 hour'
      and whereabouts.vouches_at(d.organisation, d.home)
    order by v.asked, v.id;
end;

-- Says that the visitor vouches, and makes the post of whoever has none: a carer of that home until the shift is over.
-- Null where it is not theirs to say, the code is another, or it is too late. Asked again it answers the same.
create function whereabouts.vouch_for(p_id uuid, p_code text, p_until timestamptz)
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
    insert into whereabouts.post (id, person, person_name, organisation, team, role, telephone, from_day, until_day, all_hours)
      select made, gen_random_uuid(), wanted.name, o.id, at_device.home, 'carer',
        coalesce((select p.telephone from whereabouts.post p
          where p.organisation = o.id and p.team = at_device.home and p.role = 'carer'
          order by p.from_day, p.id limit 1), o.telephone),
        whereabouts.day_now(), (p_until at time zone 'Europe/London')::date + 1, true
      from whereabouts.organisation o where o.id = at_device.organisation;
  end if;
  update whereabouts.vouching set post = made, until = p_until, vouched = whereabouts.clock(),
    vouched_by = whereabouts.visiting_person(), vouched_in = whereabouts.visitor() where id = p_id;
  return query select made, at_device.organisation, at_device.home;
end
$$;

-- The read side of the children knows the post: whoever waits may go in.
create function whereabouts.is_vouched_for(p_id uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.vouching set ready = whereabouts.clock()
    where id = p_id and vouched_by = whereabouts.visiting_person() and ready is null;
end;

-- Takes up what was vouched, once: with a PIN in place of any other, good until the shift is over.
create function whereabouts.take_up_vouching(p_device bytea, p_id uuid, p_pin text)
returns table (person uuid, post uuid, until timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (
    select from whereabouts.let_in_here(p_device, p_id) h where h.state = 'ready')
  then
    return;
  end if;
  update whereabouts.vouching set taken = whereabouts.clock() where id = p_id and taken is null;
  if not found then
    return;
  end if;
  insert into whereabouts.pin as i (person, organisation, pin, until)
    select p.person, p.organisation, p_pin, v.until
    from whereabouts.vouching v join whereabouts.post p on p.id = v.post where v.id = p_id
    on conflict (person, organisation) do update
      set pin = excluded.pin, until = excluded.until, made = whereabouts.clock();
  return query
    select p.person, p.id, v.until::timestamptz
    from whereabouts.vouching v join whereabouts.post p on p.id = v.post where v.id = p_id;
end
$$;

revoke all on whereabouts.vouching from public;
grant select, insert, update on whereabouts.vouching to whereabouts_keeper;
grant insert on whereabouts.post to whereabouts_keeper;
grant select on whereabouts.organisation to whereabouts_keeper;
grant select on whereabouts.vouching to whereabouts_maintainer;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  for signature in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'whereabouts'::regnamespace and p.proname in (
      'ask_to_be_let_in', 'let_in_here', 'vouches_at', 'waiting_to_be_let_in', 'vouch_for', 'is_vouched_for',
      'take_up_vouching')
  loop
    execute format('alter function %s owner to whereabouts_keeper', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to whereabouts_app', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
revoke execute on function whereabouts.vouches_at from whereabouts_app;
