-- Sign-in by an organisation's own directory (OpenID Connect). About no child, so no row security: the application has no
-- right on a table here, only on functions. A client's secret is not in the database at all.

create table whereabouts.identity_provider (
  id uuid primary key,
  organisation uuid not null references whereabouts.organisation,
  name text not null check (name <> ''),
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null check (client_id <> ''),
  -- The claim by which somebody who was never here before is known: email counts only where the provider has verified it.
  claim text not null check (claim <> ''),
  -- Origins through which a sign-in passes on its way, beside the provider's own.
  via text[] not null,
  made timestamptz(3) not null default whereabouts.clock(),
  removed timestamptz(3)
);
create unique index on whereabouts.identity_provider (issuer) where removed is null;

-- Whose people the organisation lets in without naming each. They come in a role that sees no child by itself: only once
-- somebody has allocated them.
create table whereabouts.identity_domain (
  provider uuid not null references whereabouts.identity_provider,
  domain text not null check (domain = lower(domain) and domain ~ '^[^@\s]+\.[^@\s]+$'),
  role text not null check (role in ('social-worker', 'reviewing-officer', 'health-nurse', 'school')),
  primary key (provider, domain)
);

-- Somebody of the directory, as a provider knows them: admitted under a claim's value, and bound to the subject that first
-- shows it. From then on only the subject counts, because addresses are given to others again.
create table whereabouts.identity (
  provider uuid not null references whereabouts.identity_provider,
  person uuid not null,
  value text not null check (value = lower(value) and value <> ''),
  subject text,
  by_domain boolean not null default false,
  made timestamptz(3) not null default whereabouts.clock(),
  linked timestamptz(3),
  ended timestamptz(3)
);
create unique index on whereabouts.identity (provider, value) where ended is null;
create unique index on whereabouts.identity (provider, subject) where ended is null;
create unique index on whereabouts.identity (provider, person) where ended is null;

-- A sign-in that a browser has begun: nonce, verifier and where it was going, sealed under what only that browser and its
-- provider's answer have together. It is taken once.
create table whereabouts.sign_in_request (
  hash bytea primary key check (octet_length(hash) = 32),
  provider uuid not null references whereabouts.identity_provider,
  sealed bytea not null check (octet_length(sealed) < 20000),
  until timestamptz(3) not null
);

-- What a provider said when a session was opened through it. The ID token, which says that a sign-out is meant, is sealed
-- under the session's own cookie.
create table whereabouts.session_through (
  session uuid primary key references whereabouts.session on delete cascade,
  provider uuid not null references whereabouts.identity_provider,
  subject text not null,
  sid text,
  acr text,
  amr text[] not null,
  sealed bytea not null
);
create index on whereabouts.session_through (provider, subject);

create function whereabouts.identity_providers()
returns table (id uuid, organisation uuid, name text, issuer text, client_id text, claim text, via text[])
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.id, p.organisation, p.name, p.issuer, p.client_id, p.claim, p.via
    from whereabouts.identity_provider p where p.removed is null order by p.name, p.id;
end;

create function whereabouts.keep_sign_in_request(p_hash bytea, p_provider uuid, p_sealed bytea, p_for interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.sign_in_request where until < whereabouts.clock();
  insert into whereabouts.sign_in_request values (p_hash, p_provider, p_sealed, whereabouts.clock() + p_for);
end;

create function whereabouts.take_sign_in_request(p_hash bytea) returns table (provider uuid, sealed bytea)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.sign_in_request r where r.hash = p_hash and whereabouts.clock() < r.until
    returning r.provider, r.sealed;
end;

-- The person whom a provider means. Nobody unless they were admitted, or the organisation allows their domain: then they
-- are made, in the role that it chose, and on the telephone of the organisation. An address that was ever here is never
-- somebody new.
create function whereabouts.recognise(p_provider uuid, p_subject text, p_value text, p_name text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- Whoever is made and linked at once is so at one time.
  at timestamptz := whereabouts.clock();
  known uuid;
  found_role text;
begin
  perform pg_advisory_xact_lock(hashtextextended('identity ' || p_provider, 0));
  select i.person into known from whereabouts.identity i
    where i.provider = p_provider and i.subject = p_subject and i.ended is null;
  if known is not null or p_value is null then
    return known;
  end if;
  update whereabouts.identity i set subject = p_subject, linked = at
    where i.provider = p_provider and i.subject is null and i.value = lower(p_value) and i.ended is null
    returning i.person into known;
  if known is not null then
    return known;
  end if;
  select d.role into found_role from whereabouts.identity_domain d
    where d.provider = p_provider and p_value ~ '^[^@\s]+@[^@\s]+$' and d.domain = split_part(lower(p_value), '@', 2)
      and not exists (select from whereabouts.identity i
        where i.provider = p_provider and (i.value = lower(p_value) or i.subject = p_subject));
  if found_role is null then
    return null;
  end if;
  known := gen_random_uuid();
  insert into whereabouts.post (id, person, person_name, organisation, role, telephone, from_day, all_hours)
    select gen_random_uuid(), known, coalesce(nullif(btrim(p_name), ''), p_value), o.id, found_role, o.telephone,
      (at at time zone 'Europe/London')::date, false
    from whereabouts.identity_provider p join whereabouts.organisation o on o.id = p.organisation
    where p.id = p_provider and p.removed is null;
  if not found then
    return null;
  end if;
  insert into whereabouts.identity (provider, person, value, subject, by_domain, made, linked)
    values (p_provider, known, lower(p_value), p_subject, true, at, at);
  return known;
end
$$;

-- Keeps what the provider said with the session of a cookie, which was opened or opened again in this transaction. When
-- its person last showed who they are is the provider's to say: where it does not, it was not lately.
create function whereabouts.keep_session_through(p_hash bytea, p_provider uuid, p_subject text, p_sid text, p_acr text,
  p_amr text[], p_sealed bytea, p_authenticated timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into whereabouts.session_through
    select s.id, i.id, p_subject, p_sid, p_acr, p_amr, p_sealed
    from whereabouts.session s join whereabouts.post p on p.id = s.post
      join whereabouts.identity_provider i on i.organisation = p.organisation
    where s.hash = p_hash and i.id = p_provider and i.removed is null
    on conflict (session) do update set provider = p_provider, subject = p_subject, sid = p_sid, acr = p_acr,
      amr = p_amr, sealed = p_sealed;
  if not found then
    raise exception 'an organisation vouches for its own posts' using errcode = 'WB001';
  end if;
  update whereabouts.session s
    set authenticated = least(s.authenticated, coalesce(p_authenticated, s.opened - interval '1 day'))
    where s.hash = p_hash;
end
$$;

create function whereabouts.session_through_of(p_hash bytea) returns table (provider uuid, sealed bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select t.provider, t.sealed from whereabouts.session_through t join whereabouts.session s on s.id = t.session
    where s.hash = p_hash;
end;

-- The provider says that somebody has signed out there: one of its sessions, or all of that subject. What was opened since
-- then goes on, so that a message sent again ends nothing new.
create function whereabouts.end_sessions_through(p_provider uuid, p_sid text, p_subject text, p_before timestamptz)
returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with ended as (
    update whereabouts.session s set ended = whereabouts.clock()
      from whereabouts.session_through t
      where t.session = s.id and t.provider = p_provider and s.ended is null and s.opened <= p_before
        and (p_sid is not null or p_subject is not null)
        and (p_subject is null or t.subject = p_subject) and (p_sid is null or t.sid is null or t.sid = p_sid)
      returning 1)
  select count(*) from ended;
end;

-- An organisation vouches for its own posts only: a session through it is not put into another's, and `act_in` says so.
create function whereabouts.keep_to_the_vouching() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from whereabouts.session_through t join whereabouts.identity_provider i on i.id = t.provider
    where t.session = new.id
      and i.organisation <> (select p.organisation from whereabouts.post p where p.id = new.post)) then
    return null;
  end if;
  return new;
end
$$;
create trigger vouched_for before update of post on whereabouts.session
  for each row when (old.post <> new.post) execute function whereabouts.keep_to_the_vouching();

revoke all on whereabouts.identity_provider, whereabouts.identity_domain, whereabouts.identity,
  whereabouts.sign_in_request, whereabouts.session_through from public;
grant select on whereabouts.identity_provider, whereabouts.identity_domain, whereabouts.organisation
  to whereabouts_keeper;
grant select, insert, update on whereabouts.identity to whereabouts_keeper;
grant select, insert, delete on whereabouts.sign_in_request to whereabouts_keeper;
grant select, insert, update on whereabouts.session_through to whereabouts_keeper;
grant insert on whereabouts.post to whereabouts_keeper;

grant select on whereabouts.identity_provider, whereabouts.identity_domain, whereabouts.identity,
  whereabouts.sign_in_request, whereabouts.session_through to whereabouts_maintainer;
grant insert (id, organisation, name, issuer, client_id, claim, via), update (removed)
  on whereabouts.identity_provider to whereabouts_maintainer;
grant insert on whereabouts.identity_domain to whereabouts_maintainer;
grant insert (provider, person, value), update (ended) on whereabouts.identity to whereabouts_maintainer;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  for signature in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'whereabouts'::regnamespace and p.proname in (
      'identity_providers', 'keep_sign_in_request', 'take_sign_in_request', 'recognise', 'keep_session_through',
      'session_through_of', 'end_sessions_through', 'keep_to_the_vouching')
  loop
    execute format('alter function %s owner to whereabouts_keeper', signature);
    execute format('revoke all on function %s from public', signature);
    if signature not like '%keep_to_the_vouching%' then
      execute format('grant execute on function %s to whereabouts_app', signature);
    end if;
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
