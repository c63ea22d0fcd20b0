-- Who is signed in. About no child, so no row security: the application has no right on a table here, only on functions
-- that take the hash of a cookie, or that speak of whoever asks.

-- A plain hash does, because a cookie is 256 random bits.
create table whereabouts.session (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique check (octet_length(hash) = 32),
  person uuid not null,
  post uuid not null references whereabouts.post,
  how text not null check (how <> ''),
  opened timestamptz(3) not null default whereabouts.clock(),
  authenticated timestamptz(3) not null default whereabouts.clock(),
  last_seen timestamptz(3) not null default whereabouts.clock(),
  ends timestamptz(3) not null,
  locked timestamptz(3),
  ended timestamptz(3)
);
create index on whereabouts.session (person) where ended is null;

-- What somebody sent when nobody was signed in any more: sealed under a key that only their browser has.
create table whereabouts.held_form (
  hash bytea primary key check (octet_length(hash) = 32),
  person uuid not null,
  sealed bytea not null check (octet_length(sealed) < 2000000),
  until timestamptz(3) not null
);

-- Opens one for whoever asks, in the post in which they ask. All its times come from one reading of the clock, so that
-- its ends are exactly as long after its beginning as they are said to be.
create function whereabouts.open_session(p_hash bytea, p_how text, p_longest interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  delete from whereabouts.session where session.ends < at - interval '30 days';
  insert into whereabouts.session (hash, person, post, how, opened, authenticated, last_seen, ends)
    select p_hash, p.person, p.id, p_how, at, at, at, at + p_longest
    from whereabouts.post p where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person();
  if not found then
    raise exception 'a session is opened in a post of one’s own' using errcode = 'WB001';
  end if;
end
$$;

-- The session of a cookie, as it stands now. What the person did themselves puts its idle end off; what their browser
-- did alone does not. A last sight a few seconds old is not written again.
create function whereabouts.session_of(p_hash bytea, p_idle interval, p_active boolean)
returns table (id uuid, person uuid, post uuid, how text, opened timestamptz, authenticated timestamptz,
  idle_ends timestamptz, ends timestamptz, state text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  if p_active then
    update whereabouts.session s set last_seen = at
      where s.hash = p_hash and s.ended is null and s.locked is null and at < s.ends
        and at < s.last_seen + p_idle and s.last_seen + least(interval '5 seconds', p_idle / 10) < at;
  end if;
  return query
    select s.id, s.person, s.post, s.how, s.opened, s.authenticated,
      least(s.last_seen + p_idle, s.ends)::timestamptz(3), s.ends::timestamptz,
      case when s.ended is not null then 'ended' when s.ends <= at or s.last_seen + p_idle <= at then 'expired'
        when s.locked is not null then 'locked' else 'open' end
    from whereabouts.session s where s.hash = p_hash;
end
$$;

-- Puts the session of a cookie into another post of the same person.
create function whereabouts.act_in(p_hash bytea, p_post uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update whereabouts.session s set post = p_post
    where s.hash = p_hash and s.ended is null and s.locked is null
      and exists (select from whereabouts.post p where p.id = p_post and p.person = s.person);
  return found;
end
$$;

create function whereabouts.lock_session(p_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.session set locked = whereabouts.clock() where hash = p_hash and locked is null;
end;

-- Its person has just shown again who they are: what was locked opens, and what asks for it may go on.
create function whereabouts.authenticated_again(p_hash bytea, p_how text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update whereabouts.session
    set locked = null, how = p_how, authenticated = now_is.at, last_seen = now_is.at
    from (select whereabouts.clock() as at) as now_is
    where hash = p_hash and ended is null and now_is.at < ends;
end;

-- Ends the session of a cookie, or all sessions of its person. Says how many.
create function whereabouts.end_session(p_hash bytea, p_everywhere boolean) returns bigint
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with ended as (
    update whereabouts.session set ended = whereabouts.clock()
      where ended is null and (hash = p_hash
        or p_everywhere and person = (select s.person from whereabouts.session s where s.hash = p_hash))
      returning 1)
  select count(*) from ended;
end;

create function whereabouts.hold_form(p_hash bytea, p_person uuid, p_sealed bytea, p_for interval) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.held_form where until < whereabouts.clock();
  insert into whereabouts.held_form values (p_hash, p_person, p_sealed, whereabouts.clock() + p_for);
end;

-- What is held for whoever asks, under this hash.
create function whereabouts.held_form_of(p_hash bytea) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp
return (select f.sealed from whereabouts.held_form f
  where f.hash = p_hash and f.person = whereabouts.visiting_person() and whereabouts.clock() < f.until);

create function whereabouts.drop_held_form(p_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.held_form where hash = p_hash;
end;

revoke all on whereabouts.session, whereabouts.held_form from public;
grant select, insert, update, delete on whereabouts.session to whereabouts_keeper;
grant select, insert, delete on whereabouts.held_form to whereabouts_keeper;
grant select on whereabouts.session, whereabouts.held_form to whereabouts_maintainer;
grant update (ended) on whereabouts.session to whereabouts_maintainer;
grant select on whereabouts.post to whereabouts_keeper;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  foreach signature in array array['open_session(bytea, text, interval)', 'session_of(bytea, interval, boolean)',
    'act_in(bytea, uuid)', 'lock_session(bytea)', 'authenticated_again(bytea, text)', 'end_session(bytea, boolean)',
    'hold_form(bytea, uuid, bytea, interval)', 'held_form_of(bytea)', 'drop_held_form(bytea)']
  loop
    execute format('alter function whereabouts.%s owner to whereabouts_keeper', signature);
    execute format('revoke all on function whereabouts.%s from public', signature);
    execute format('grant execute on function whereabouts.%s to whereabouts_app', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
