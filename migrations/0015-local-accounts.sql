-- What people sign in with where there is no directory of their organisation to ask. About no child, so no row security:
-- the application has no right on a table here, only on functions.

-- Whether everybody here is invented. Written with the first start and never again.
create table whereabouts.installation (
  one boolean primary key default true check (one),
  kind text not null check (kind in ('demonstration', 'live')),
  at timestamptz(3) not null default whereabouts.clock()
);
create trigger only_added_to before update or delete or truncate on whereabouts.installation
  for each statement execute function whereabouts.refuse_change();

-- What somebody signs in with where there is no directory to ask. `password` is argon2id in its usual text, with its
-- parameters and its salt. Both are null until an invitation has been taken up.
create table whereabouts.account (
  person uuid primary key,
  sign_in text not null unique check (sign_in = lower(sign_in) and sign_in <> ''),
  password text,
  totp text,
  totp_step bigint not null default 0,
  made timestamptz(3) not null default whereabouts.clock(),
  ended timestamptz(3)
);

create table whereabouts.recovery_code (
  person uuid not null references whereabouts.account,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (person, hash)
);

create table whereabouts.passkey (
  id text primary key,
  person uuid not null references whereabouts.account,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  made timestamptz(3) not null default whereabouts.clock(),
  used timestamptz(3)
);

create table whereabouts.invitation (
  hash bytea primary key check (octet_length(hash) = 32),
  person uuid not null references whereabouts.account,
  until timestamptz(3) not null,
  used timestamptz(3)
);

-- A browser in which somebody has once signed in whole: wrong passwords from elsewhere do not count against it.
create table whereabouts.known_device (
  hash bytea primary key check (octet_length(hash) = 32),
  person uuid not null references whereabouts.account,
  until timestamptz(3) not null
);

-- How often something was tried. What is counted is named by a hash, so that a name that nobody has is counted alike.
create table whereabouts.attempts (
  key bytea primary key check (octet_length(key) = 32),
  since timestamptz(3) not null,
  tried integer not null
);

-- A challenge that was given to a browser and not answered yet.
create table whereabouts.challenge (
  hash bytea primary key check (octet_length(hash) = 32),
  until timestamptz(3) not null
);

create function whereabouts.account_named(p_name text)
returns table (person uuid, sign_in text, password text, totp text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.person, a.sign_in, a.password, a.totp from whereabouts.account a
    where a.sign_in = lower(p_name) and a.ended is null;
end;

create function whereabouts.own_account()
returns table (person uuid, sign_in text, password text, totp text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.person, a.sign_in, a.password, a.totp from whereabouts.account a
    where a.person = whereabouts.visiting_person() and a.ended is null;
end;

-- Counts one try before it is made. The lock of the row puts parallel ones in order, so that never more than the allowed
-- number is answered true.
create function whereabouts.take_attempt(p_key bytea, p_most integer, p_window interval) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  -- Counts that are over, now and then: whoever tries many names would fill the table. Others may count for longer.
  if random() < 0.02 then
    delete from whereabouts.attempts a where a.key in (
      select b.key from whereabouts.attempts b where b.since + greatest(p_window, interval '1 day') < at and b.key <> p_key
      limit 1000 for update skip locked);
  end if;
  insert into whereabouts.attempts as a values (p_key, at, 1)
    on conflict (key) do update set
      since = case when a.since + p_window <= at then at else a.since end,
      tried = case when a.since + p_window <= at then 1 else a.tried + 1 end
    where a.since + p_window <= at or a.tried < p_most;
  return found;
end
$$;

-- It was the right one after all, and does not count.
create function whereabouts.give_back_attempt(p_key bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.attempts set tried = tried - 1 where key = p_key and tried > 0;
end;

-- Each code of an authenticator counts once, and none that is older than the last.
create function whereabouts.use_step(p_person uuid, p_step bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update whereabouts.account set totp_step = p_step where person = p_person and totp_step < p_step and ended is null;
  return found;
end
$$;

create function whereabouts.has_recovery_code(p_person uuid, p_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (select from whereabouts.recovery_code c where c.person = p_person and c.hash = p_hash);

create function whereabouts.use_recovery_code(p_person uuid, p_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from whereabouts.recovery_code where person = p_person and hash = p_hash;
  return found;
end
$$;

create function whereabouts.recovery_codes_left() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
return (select count(*) from whereabouts.recovery_code c where c.person = whereabouts.visiting_person());

create function whereabouts.invited(p_hash bytea) returns table (person uuid, sign_in text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.person, a.sign_in from whereabouts.invitation i join whereabouts.account a on a.person = i.person
    where i.hash = p_hash and i.used is null and whereabouts.clock() < i.until and a.ended is null;
end;

-- Sets what its person signs in with from now on, once. Whatever was good before is good no longer: other invitations,
-- recovery codes, passkeys, known devices and sessions.
create function whereabouts.take_up_invitation(p_hash bytea, p_password text, p_totp text, p_step bigint, p_codes bytea[])
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- One reading for all: an invitation that is taken up at the last moment is not used after its end.
  at timestamptz := whereabouts.clock();
  whose uuid;
begin
  update whereabouts.invitation i set used = at
    where i.hash = p_hash and i.used is null and at < i.until
      and exists (select from whereabouts.account a where a.person = i.person and a.ended is null)
    returning i.person into whose;
  if whose is null then
    return false;
  end if;
  update whereabouts.invitation set used = at where person = whose and used is null;
  update whereabouts.account set password = p_password, totp = p_totp, totp_step = p_step where person = whose;
  delete from whereabouts.recovery_code where person = whose;
  delete from whereabouts.passkey where person = whose;
  delete from whereabouts.known_device where person = whose;
  update whereabouts.session set ended = at where person = whose and ended is null;
  insert into whereabouts.recovery_code select whose, code from unnest(p_codes) code;
  return true;
end
$$;

-- Of whoever asks, who has shown just now who they are. Every other session of theirs ends, and every device is a
-- stranger again.
create function whereabouts.change_password(p_password text, p_session bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.account set password = p_password where person = whereabouts.visiting_person();
  delete from whereabouts.known_device where person = whereabouts.visiting_person();
  update whereabouts.session set ended = whereabouts.clock()
    where person = whereabouts.visiting_person() and ended is null and hash <> p_session;
end;

create function whereabouts.change_authenticator(p_totp text, p_step bigint, p_codes bytea[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.account set totp = p_totp, totp_step = p_step where person = whereabouts.visiting_person();
  delete from whereabouts.recovery_code where person = whereabouts.visiting_person();
  insert into whereabouts.recovery_code select whereabouts.visiting_person(), code from unnest(p_codes) code;
end;

create function whereabouts.know_device(p_hash bytea, p_for interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.known_device where until < whereabouts.clock();
  insert into whereabouts.known_device values (p_hash, whereabouts.visiting_person(), whereabouts.clock() + p_for);
end;

create function whereabouts.is_known_device(p_hash bytea, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (select from whereabouts.known_device d
  where d.hash = p_hash and d.person = p_person and whereabouts.clock() < d.until);

create function whereabouts.give_challenge(p_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.challenge where until < whereabouts.clock();
  insert into whereabouts.challenge values (p_hash, whereabouts.clock() + interval '5 minutes');
end;

create function whereabouts.take_challenge(p_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from whereabouts.challenge where hash = p_hash and whereabouts.clock() < until;
  return found;
end
$$;

create function whereabouts.add_passkey(p_id text, p_name text, p_key bytea, p_counter bigint, p_transports text[])
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into whereabouts.passkey (id, person, name, public_key, counter, transports)
    select p_id, a.person, p_name, p_key, p_counter, p_transports
    from whereabouts.account a where a.person = whereabouts.visiting_person() and a.ended is null
    on conflict do nothing;
  return found;
end
$$;

create function whereabouts.own_passkeys()
returns table (id text, name text, transports text[], made timestamptz, used timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.id, p.name, p.transports, p.made::timestamptz, p.used::timestamptz from whereabouts.passkey p
    where p.person = whereabouts.visiting_person() order by p.made, p.id;
end;

create function whereabouts.remove_passkey(p_id text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.passkey where id = p_id and person = whereabouts.visiting_person();
end;

create function whereabouts.passkey_of(p_id text)
returns table (person uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.person, p.public_key, p.counter, p.transports
    from whereabouts.passkey p join whereabouts.account a on a.person = p.person
    where p.id = p_id and a.ended is null;
end;

-- False where the counter has not grown: a copy of the key was used.
create function whereabouts.use_passkey(p_id text, p_counter bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update whereabouts.passkey set counter = p_counter, used = whereabouts.clock()
    where id = p_id and (counter < p_counter or counter = 0 and p_counter = 0);
  return found;
end
$$;

revoke all on whereabouts.installation, whereabouts.account, whereabouts.recovery_code, whereabouts.passkey,
  whereabouts.invitation, whereabouts.known_device, whereabouts.attempts, whereabouts.challenge from public;
grant select, insert, update, delete on whereabouts.account, whereabouts.recovery_code, whereabouts.passkey,
  whereabouts.invitation, whereabouts.known_device, whereabouts.attempts, whereabouts.challenge to whereabouts_keeper;

-- The command line makes accounts, invites and ends; it sets no password.
grant select on whereabouts.installation, whereabouts.account, whereabouts.recovery_code, whereabouts.passkey,
  whereabouts.invitation, whereabouts.known_device, whereabouts.attempts, whereabouts.challenge
  to whereabouts_maintainer;
grant insert (kind) on whereabouts.installation to whereabouts_maintainer;
grant insert (person, sign_in), update (ended) on whereabouts.account to whereabouts_maintainer;
grant insert (hash, person, until) on whereabouts.invitation to whereabouts_maintainer;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  for signature in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'whereabouts'::regnamespace and p.proname in (
      'account_named', 'own_account', 'take_attempt', 'give_back_attempt', 'use_step', 'has_recovery_code',
      'use_recovery_code', 'recovery_codes_left', 'invited', 'take_up_invitation', 'change_password',
      'change_authenticator', 'know_device', 'is_known_device', 'give_challenge', 'take_challenge', 'add_passkey',
      'own_passkeys', 'remove_passkey', 'passkey_of', 'use_passkey')
  loop
    execute format('alter function %s owner to whereabouts_keeper', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to whereabouts_app', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
