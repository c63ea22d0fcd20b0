-- The child's own door. Whoever comes in by it is the child: the person who asks is the child's own id, and where a post
-- is asked for stands the entry that gave them access. No policy shows that visitor a row of the record. What is theirs
-- they read through the functions below, each of which answers only the child, about the child, while access is given.

-- What a duty is about: who wrote to us is not for whoever reads the core alone.
alter policy granted on whereabouts.duty using (exists (
  select from whereabouts.access_grant g
  where g.subject = duty.subject and g.post = (select whereabouts.visitor())
    and g.section = duty.section and (g.stream is null or g.stream = duty.episode)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
alter policy in_emergency on whereabouts.duty using (exists (
  select from whereabouts.emergency e
  where e.subject = duty.subject and e.post = (select whereabouts.visitor()) and now() < e.until_at
    and duty.section = any (e.sections)));

-- The grant of a child opens no row either.
alter policy granted on whereabouts.subject using (exists (
  select from whereabouts.access_grant g
  where g.subject = subject.id and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own', 'theirs', 'beside', 'beside-words')
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
alter policy granted on whereabouts.stream using (exists (
  select from whereabouts.access_grant g
  where g.subject = stream.subject and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own', 'theirs', 'beside', 'beside-words')
    and (g.stream is null or g.stream = stream.id)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

-- What the child comes in with. `access` is the entry that gave it: another giving makes another door.
create table whereabouts.child_door (
  subject uuid primary key,
  access uuid not null,
  sign_in text not null unique check (sign_in = lower(sign_in) and sign_in <> ''),
  pin text not null,
  made timestamptz(3) not null default whereabouts.clock()
);

-- A code that was handed over in person. Its first half finds it; the second half is kept as argon2id.
create table whereabouts.child_code (
  subject uuid not null,
  access uuid not null,
  half text not null unique,
  hash text not null,
  given timestamptz(3) not null default whereabouts.clock(),
  given_by uuid not null default whereabouts.visiting_person(),
  until timestamptz(3) not null,
  used timestamptz(3),
  primary key (subject, half)
);

create table whereabouts.child_session (
  subject uuid not null,
  access uuid not null,
  hash bytea not null unique check (octet_length(hash) = 32),
  opened timestamptz(3) not null,
  last_seen timestamptz(3) not null,
  ends timestamptz(3) not null,
  ended timestamptz(3),
  primary key (subject, hash)
);

-- A browser in which the child has once come in: wrong PINs from elsewhere do not count against it.
create table whereabouts.child_device (
  subject uuid not null,
  access uuid not null,
  hash bytea not null unique check (octet_length(hash) = 32),
  until timestamptz(3) not null,
  primary key (subject, hash)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['child_door', 'child_code', 'child_session', 'child_device'] loop
    execute format('alter table whereabouts.%I enable row level security', guarded);
    execute format('alter table whereabouts.%I force row level security', guarded);
    execute format('create policy kept on whereabouts.%I to whereabouts_keeper using (true)', guarded);
    execute format('create policy maintained on whereabouts.%I to whereabouts_maintainer using (true)', guarded);
    execute format('revoke all on whereabouts.%I from public', guarded);
    execute format('grant select, delete on whereabouts.%I to whereabouts_maintainer', guarded);
    execute format('grant select, insert, update, delete on whereabouts.%I to whereabouts_keeper', guarded);
  end loop;
end
$$;

-- Whether this entry gives the child access now.
create function whereabouts.is_open_to_child(p_subject uuid, p_access uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.access_grant g
  where g.subject = p_subject and g.post = p_access and g.section = 'theirs'
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at));

-- Who may write, all of it in one place: whoever reads the core now and is not a duty team off duty; a foster carer's
-- telephone about the children placed there alone; anybody about somebody who is not known here; and the child about
-- themselves, while access is given, and about nobody else. Only its owner may put another in a function's place. Whether
-- there is any stream is asked in the order of its key: as EXISTS, a plan made for a small table reads all of it later. Only
-- functions of the keeper call it, which have a search path.
grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;
create or replace function whereabouts.may_write(p_subject uuid) returns boolean
language plpgsql volatile as $$
begin
  if session_user = 'whereabouts_maintainer' then
    return true;
  elsif whereabouts.visitor() is null then
    return false;
  end if;
  perform from whereabouts.access_grant g
    where g.subject = p_subject and g.post = whereabouts.visitor() and g.section in ('core', 'theirs')
      and g.from_at <= clock_timestamp() and (g.until_at is null or clock_timestamp() < g.until_at)
      and case
        when g.section = 'theirs' then whereabouts.visiting_person() = p_subject
        when g.stream is null then not whereabouts.is_off_duty(clock_timestamp())
        else whereabouts.from_device() is distinct from 'foster-carer'
      end;
  if found then
    return true;
  end if;
  return whereabouts.from_device() is distinct from 'foster-carer'
    and (select s.id from whereabouts.stream s where s.subject = p_subject order by s.subject, s.id limit 1) is null
    and not exists (
      select from whereabouts.access_grant g where g.post = whereabouts.visitor() and g.section = 'theirs');
end
$$;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;

-- Whether whoever asks is this child, come in by their own door.
create function whereabouts.is_the_child(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return whereabouts.visiting_person() = p_subject
  and whereabouts.is_open_to_child(p_subject, whereabouts.visitor());

-- Whether whoever asks reads what this child writes, and so may see how their door stands.
create function whereabouts.keeps_childs_door(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.access_grant g
  where g.subject = p_subject and g.post = whereabouts.visitor() and g.section = 'care-childs-account'
    and g.stream is null and g.from_at <= now() and (g.until_at is null or now() < g.until_at));

-- Keeps a code for the child, in the place of any that was not used. Only by somebody who may decide that the child has
-- access or who stands beside them, and only while they have it.
create function whereabouts.hand_over_code(p_subject uuid, p_half text, p_hash text, p_for interval) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  if not whereabouts.stands_beside(p_subject, false) and (
    not whereabouts.keeps_childs_door(p_subject) or not exists (
      select from whereabouts.post p
      where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
        and p.role in ('social-worker', 'team-manager', 'reviewing-officer')))
  then
    return false;
  end if;
  delete from whereabouts.child_code c where c.until < at - interval '30 days' or c.subject = p_subject and c.used is null;
  insert into whereabouts.child_code (subject, access, half, hash, given, until)
    select g.subject, g.post, p_half, p_hash, at, at + p_for
    from whereabouts.access_grant g
    where g.subject = p_subject and g.section = 'theirs' and g.from_at <= at and (g.until_at is null or at < g.until_at)
    limit 1
    on conflict (half) do nothing;
  return found;
end
$$;

-- How the child's door stands, for whoever keeps it: the name they chose, the last code, when they last came in.
create function whereabouts.childs_door(p_subject uuid)
returns table (sign_in text, made timestamptz, given timestamptz, until timestamptz, used timestamptz, came_in timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.sign_in, d.made, c.given, c.until, c.used,
    (select max(s.opened) from whereabouts.child_session s where s.subject = p_subject)
  from (select p_subject as subject) asked
  left join whereabouts.child_door d
    on d.subject = asked.subject and whereabouts.is_open_to_child(d.subject, d.access)
  left join lateral (
    select * from whereabouts.child_code o where o.subject = asked.subject order by o.given desc limit 1) c on true
  where whereabouts.keeps_childs_door(p_subject);
end;

-- Whose code this may be. Nobody who has said who they are is answered: a worker, a carer and a child who has come in
-- use no code.
create function whereabouts.code_of(p_half text) returns table (subject uuid, access uuid, hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.subject, c.access, c.hash from whereabouts.child_code c
  where c.half = p_half and c.used is null and now() < c.until
    and whereabouts.visitor() is null and whereabouts.is_open_to_child(c.subject, c.access);
end;

-- Makes the door of a code that was right: the name and the PIN that the child chose. Once; whoever was in is out.
-- Answers 'taken' where another child has that name, and 'gone' where the code is good no longer.
create function whereabouts.use_code(p_half text, p_sign_in text, p_pin text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
  whose uuid := whereabouts.visiting_person();
begin
  if not whereabouts.is_the_child(whose) then
    return 'gone';
  end if;
  perform from whereabouts.child_code c
    where c.half = p_half and c.subject = whose and c.access = whereabouts.visitor()
      and c.used is null and at < c.until for update;
  if not found then
    return 'gone';
  end if;
  begin
    insert into whereabouts.child_door as d (subject, access, sign_in, pin, made)
      values (whose, whereabouts.visitor(), lower(p_sign_in), p_pin, at)
      on conflict (subject) do update
        set access = excluded.access, sign_in = excluded.sign_in, pin = excluded.pin, made = excluded.made;
  exception when unique_violation then
    return 'taken';
  end;
  update whereabouts.child_code set used = at where half = p_half;
  update whereabouts.child_session set ended = at where subject = whose and ended is null;
  delete from whereabouts.child_device where subject = whose;
  return 'done';
end
$$;

-- The door of a name, where it is open.
create function whereabouts.door_named(p_sign_in text) returns table (subject uuid, access uuid, pin text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.subject, d.access, d.pin from whereabouts.child_door d
  where d.sign_in = lower(p_sign_in) and whereabouts.visitor() is null
    and whereabouts.is_open_to_child(d.subject, d.access);
end;

create function whereabouts.is_childs_device(p_hash bytea, p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.child_device d
  where d.hash = p_hash and d.subject = p_subject and now() < d.until
    and whereabouts.is_open_to_child(d.subject, d.access));

-- Opens a session for the child who asks, and knows their browser from now on.
create function whereabouts.open_child_session(p_hash bytea, p_longest interval, p_device bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  if not whereabouts.is_the_child(whereabouts.visiting_person()) then
    raise exception 'the child has no access' using errcode = 'WB001';
  end if;
  delete from whereabouts.child_session s
    where s.subject = whereabouts.visiting_person() and s.ends < at - interval '30 days';
  delete from whereabouts.child_device d where d.until < at;
  insert into whereabouts.child_session (subject, access, hash, opened, last_seen, ends)
    values (whereabouts.visiting_person(), whereabouts.visitor(), p_hash, at, at, at + p_longest);
  insert into whereabouts.child_device (subject, access, hash, until)
    values (whereabouts.visiting_person(), whereabouts.visitor(), p_device, at + interval '180 days')
    on conflict do nothing;
end
$$;

-- Whose session this is, while it is open. Access that has ended ends it.
create function whereabouts.child_session_of(p_hash bytea, p_idle interval) returns table (subject uuid, access uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  return query update whereabouts.child_session s set last_seen = at
    where s.hash = p_hash and s.ended is null and at < s.ends and at < s.last_seen + p_idle
      and whereabouts.is_open_to_child(s.subject, s.access)
    returning s.subject, s.access;
end
$$;

create function whereabouts.end_child_session(p_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.child_session set ended = whereabouts.clock() where hash = p_hash and ended is null;
end;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  foreach signature in array array['is_open_to_child(uuid, uuid)', 'is_the_child(uuid)', 'keeps_childs_door(uuid)',
    'hand_over_code(uuid, text, text, interval)', 'childs_door(uuid)', 'code_of(text)', 'use_code(text, text, text)',
    'door_named(text)', 'is_childs_device(bytea, uuid)', 'open_child_session(bytea, interval, bytea)',
    'child_session_of(bytea, interval)', 'end_child_session(bytea)']
  loop
    execute format('alter function whereabouts.%s owner to whereabouts_keeper', signature);
    execute format('revoke all on function whereabouts.%s from public', signature);
    if signature not in ('is_open_to_child(uuid, uuid)', 'is_the_child(uuid)', 'keeps_childs_door(uuid)') then
      execute format('grant execute on function whereabouts.%s to whereabouts_app', signature);
    end if;
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
