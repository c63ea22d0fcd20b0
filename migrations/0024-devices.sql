-- Devices that somebody has vouched for: the tablet of a home, a foster carer's telephone, the screen on a wall. About no
-- child, so no row security: the application has no right on a table here, only on functions.

-- What a device stands for: a home, or one post. Its cookie holds 256 random bits, of which this is the hash.
create table whereabouts.device (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique check (octet_length(hash) = 32),
  kind text not null check (kind in ('home', 'foster-carer', 'wallboard')),
  name text not null check (name <> ''),
  organisation uuid not null references whereabouts.organisation,
  home text,
  post uuid references whereabouts.post,
  -- Nobody, where the command line offered it.
  offered_by uuid,
  enrolled timestamptz(3) not null default whereabouts.clock(),
  until timestamptz(3) not null,
  ended timestamptz(3),
  ended_by uuid,
  check ((kind = 'home') = (home is not null) and (kind = 'home') = (post is null))
);

-- A code by which one browser becomes a device, once and soon.
create table whereabouts.device_offer (
  hash bytea primary key check (octet_length(hash) = 32),
  kind text not null,
  name text not null,
  organisation uuid not null,
  home text,
  post uuid,
  offered_by uuid default whereabouts.visiting_person(),
  device_until timestamptz(3) not null,
  until timestamptz(3) not null,
  used timestamptz(3)
);

-- What a worker types on a device of their own home, as argon2id in its usual text. It opens nothing anywhere else.
create table whereabouts.pin (
  person uuid not null,
  organisation uuid not null references whereabouts.organisation,
  pin text not null,
  made timestamptz(3) not null default whereabouts.clock(),
  until timestamptz(3),
  primary key (person, organisation)
);

create function whereabouts.day_now() returns date
language sql volatile
return (whereabouts.clock() at time zone 'Europe/London')::date;

-- Whether the visitor keeps the devices of this organisation and home: its manager for homes and for the telephones of
-- its foster carers, an administrator for what hangs on a wall.
create function whereabouts.keeps_devices(p_kind text, p_organisation uuid, p_home text) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from whereabouts.post p
    where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
      and p.organisation = p_organisation
      and p.from_day <= whereabouts.day_now() and (p.until_day is null or whereabouts.day_now() < p.until_day)
      and case p_kind
        when 'wallboard' then p.role = 'administrator'
        else p.role = 'provider-manager' and (p_home is null or p.team is null or p.team = p_home)
      end);
end;

-- Offers a place to a device. False where it is not the visitor's to offer, or the post is none that such a device stands for.
create function whereabouts.offer_device(
  p_hash bytea, p_kind text, p_name text, p_organisation uuid, p_home text, p_post uuid, p_lasts interval, p_for interval
) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if whereabouts.keeps_devices(p_kind, p_organisation, p_home) is not true
    or p_kind <> 'home' and not exists (
      select from whereabouts.post p
      where p.id = p_post and p.organisation = p_organisation
        and case p_kind when 'wallboard' then p.role = 'wallboard' else p.role = 'carer' and p.fosters end
        and (p.until_day is null or whereabouts.day_now() < p.until_day)
        and (p_kind = 'wallboard' or whereabouts.keeps_devices(p_kind, p_organisation, p.team)))
  then
    return false;
  end if;
  insert into whereabouts.device_offer (hash, kind, name, organisation, home, post, device_until, until)
    values (p_hash, p_kind, p_name, p_organisation, p_home, p_post,
      whereabouts.clock() + p_lasts, whereabouts.clock() + p_for);
  return true;
end
$$;

create function whereabouts.enrol_device(p_offer bytea, p_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  offer whereabouts.device_offer;
begin
  update whereabouts.device_offer o set used = whereabouts.clock()
    where o.hash = p_offer and o.used is null and whereabouts.clock() < o.until
    returning o.* into offer;
  if not found then
    return false;
  end if;
  insert into whereabouts.device (hash, kind, name, organisation, home, post, offered_by, until)
    values (p_hash, offer.kind, offer.name, offer.organisation, offer.home, offer.post, offer.offered_by,
      offer.device_until);
  return true;
end
$$;

-- The device of a cookie, while it is one.
create function whereabouts.device_of(p_hash bytea)
returns table (id uuid, kind text, name text, organisation uuid, home text, post uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.id, d.kind, d.name, d.organisation, d.home, d.post from whereabouts.device d
    where d.hash = p_hash and d.ended is null and whereabouts.clock() < d.until;
end;

-- What the visitor keeps, and what they kept.
create function whereabouts.devices_kept()
returns table (id uuid, kind text, name text, organisation uuid, home text, post uuid, enrolled timestamptz,
  until timestamptz, ended timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.id, d.kind, d.name, d.organisation, d.home, d.post, d.enrolled::timestamptz, d.until::timestamptz,
      d.ended::timestamptz
    from whereabouts.device d left join whereabouts.post p on p.id = d.post
    where whereabouts.keeps_devices(d.kind, d.organisation, coalesce(d.home, p.team))
    order by d.ended is not null, d.name, d.enrolled desc, d.id;
end;

-- Ends a device and whatever is open on it.
create function whereabouts.end_device(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update whereabouts.device d set ended = whereabouts.clock(), ended_by = whereabouts.visiting_person()
    where d.id = p_id and d.ended is null and whereabouts.keeps_devices(d.kind, d.organisation,
      coalesce(d.home, (select p.team from whereabouts.post p where p.id = d.post)));
  if not found then
    return false;
  end if;
  update whereabouts.session set ended = whereabouts.clock() where device = p_id and ended is null;
  return true;
end
$$;

-- Sets the visitor's own PIN, for the devices of the organisation of the post in which they ask.
create function whereabouts.set_pin(p_pin text, p_until timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into whereabouts.pin as i (person, organisation, pin, until)
    select p.person, p.organisation, p_pin, p_until from whereabouts.post p
    where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
    on conflict (person, organisation) do update
      set pin = excluded.pin, until = excluded.until, made = whereabouts.clock();
  return found;
end
$$;

create function whereabouts.has_pin() returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.pin i join whereabouts.post p on p.person = i.person and p.organisation = i.organisation
  where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
    and (i.until is null or whereabouts.clock() < i.until));

-- Whoever holds a post at the home of a device, with their PIN where they have one. Nobody elsewhere.
create function whereabouts.pin_at(p_device bytea, p_post uuid)
returns table (person uuid, pin text, until timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.person, i.pin, i.until::timestamptz
    from whereabouts.device d
    join whereabouts.post p on p.organisation = d.organisation and (p.team is null or p.team = d.home)
    left join whereabouts.pin i on i.person = p.person and i.organisation = p.organisation
      and (i.until is null or whereabouts.clock() < i.until)
    where d.hash = p_device and d.kind = 'home' and d.ended is null and whereabouts.clock() < d.until
      and p.id = p_post and p.from_day <= whereabouts.day_now()
      and (p.until_day is null or whereabouts.day_now() < p.until_day);
end;

revoke all on whereabouts.device, whereabouts.device_offer, whereabouts.pin from public;
grant select, insert, update on whereabouts.device, whereabouts.device_offer, whereabouts.pin to whereabouts_keeper;
grant select on whereabouts.device, whereabouts.device_offer, whereabouts.pin to whereabouts_maintainer;
-- The command line offers and ends; it sets nobody's PIN and enrols nothing.
grant insert (hash, kind, name, organisation, home, post, device_until, until) on whereabouts.device_offer
  to whereabouts_maintainer;
grant update (ended) on whereabouts.device to whereabouts_maintainer;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  for signature in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'whereabouts'::regnamespace and p.proname in (
      'keeps_devices', 'offer_device', 'enrol_device', 'device_of', 'devices_kept', 'end_device', 'set_pin', 'has_pin',
      'pin_at')
  loop
    execute format('alter function %s owner to whereabouts_keeper', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to whereabouts_app', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.day_now, whereabouts.keeps_devices from public;
revoke execute on function whereabouts.keeps_devices from whereabouts_app;
grant execute on function whereabouts.day_now to whereabouts_keeper;
