-- Looks and runs are committed to as entries are, and wait in the same outbox for their place on the one chain.

-- What a row says, as RFC 8785 would write it: names in order, and texts escaped as PostgreSQL's JSON escapes them,
-- which is the same.
create function whereabouts.look_text(l whereabouts.look) returns text
language sql stable set search_path = pg_catalog, pg_temp
return format('{"at":"%s","children":[%s],"number":%s,"person":"%s","post":"%s","purpose":%s,"reference":%s,"what":%s}',
  to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  case when l.children = '{}' then '' else '"' || array_to_string(l.children, '","') || '"' end,
  l.id, l.person, l.post, coalesce(to_json(l.purpose)::text, 'null'), coalesce(to_json(l.reference)::text, 'null'),
  to_json(l.what));

create function whereabouts.run_text(m whereabouts.maintenance) returns text
language sql stable set search_path = pg_catalog, pg_temp
return format('{"at":"%s","reason":%s,"run":"%s","verb":%s}',
  to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_json(m.reason), m.run, to_json(m.verb));

create function whereabouts.said_hash(p_salt bytea, p_text text) returns bytea
language sql immutable set search_path = pg_catalog, pg_temp
return sha256(convert_to(E'whereabouts section 1\n', 'UTF8') || p_salt || convert_to(p_text, 'UTF8'));

-- Each of these runs as the keeper, because nobody who looks may write into the outbox. A random UUID is a salt of 122
-- random bits.
create function whereabouts.commit_look() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.salt := uuid_send(gen_random_uuid());
  new.said := whereabouts.said_hash(new.salt, whereabouts.look_text(new));
  new.commitment := sha256(convert_to(E'whereabouts look 1\n', 'UTF8') || int8send(new.id) || new.said);
  insert into whereabouts.outbox (look) values (new.id);
  return new;
end
$$;

create function whereabouts.commit_run() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.salt := uuid_send(gen_random_uuid());
  new.said := whereabouts.said_hash(new.salt, whereabouts.run_text(new));
  new.commitment := sha256(convert_to(E'whereabouts run 1\n', 'UTF8') || uuid_send(new.run) || new.said);
  insert into whereabouts.outbox (run) values (new.run);
  return new;
end
$$;

create trigger committed_to before insert on whereabouts.look
  for each row execute function whereabouts.commit_look();
create trigger committed_to before insert on whereabouts.maintenance
  for each row execute function whereabouts.commit_run();

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.look_text owner to whereabouts_keeper;
alter function whereabouts.run_text owner to whereabouts_keeper;
alter function whereabouts.said_hash owner to whereabouts_keeper;
alter function whereabouts.commit_look owner to whereabouts_keeper;
alter function whereabouts.commit_run owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.look_text, whereabouts.run_text, whereabouts.said_hash, whereabouts.commit_look,
  whereabouts.commit_run from public;

-- The worker places what it cannot read: numbers and hashes, never who looked at whom.
grant select (id, said, commitment) on whereabouts.look to whereabouts_worker;
grant select (run, said, commitment) on whereabouts.maintenance to whereabouts_worker;
create policy published on whereabouts.look to whereabouts_worker using (true);

-- What was signed of the chain, exactly as it was signed, and each time that it was sent to somebody outside. About no
-- child, so no row security.
create table whereabouts.checkpoint (
  number bigint primary key check (number > 0),
  position bigint not null,
  at timestamptz(3) not null,
  document text not null,
  signature bytea not null check (octet_length(signature) = 64)
);
create table whereabouts.checkpoint_sending (
  id bigint generated always as identity primary key,
  checkpoint bigint not null references whereabouts.checkpoint,
  receiver text not null,
  at timestamptz(3) not null default whereabouts.clock(),
  trouble text
);
create index checkpoint_sending_by_receiver on whereabouts.checkpoint_sending (receiver, checkpoint);
create trigger only_added_to before update or delete or truncate on whereabouts.checkpoint
  for each statement execute function whereabouts.refuse_change();
create trigger only_added_to before update or delete or truncate on whereabouts.checkpoint_sending
  for each statement execute function whereabouts.refuse_change();

revoke all on whereabouts.checkpoint, whereabouts.checkpoint_sending from public;
grant select, insert on whereabouts.checkpoint to whereabouts_worker;
grant select, insert (checkpoint, receiver, trouble) on whereabouts.checkpoint_sending to whereabouts_worker;
grant select on whereabouts.checkpoint, whereabouts.checkpoint_sending to whereabouts_maintainer;
grant select (number, position, at) on whereabouts.checkpoint to whereabouts_keeper;
grant select (checkpoint, at, trouble) on whereabouts.checkpoint_sending to whereabouts_keeper;
grant execute on function whereabouts.clock to whereabouts_worker;
-- A mark of a checkpoint is made from an entry's id and its sections' hashes.
grant select (sections, hashes) on whereabouts.entry to whereabouts_worker;

-- The newest checkpoint, and the newest that somebody outside has.
create function whereabouts.attested()
returns table (number bigint, "position" bigint, at timestamptz, received bigint, received_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.number, c.position, c.at, s.checkpoint, s.at
  from whereabouts.checkpoint c
  left join lateral (
    select s.checkpoint, min(s.at) as at from whereabouts.checkpoint_sending s
    where s.trouble is null group by s.checkpoint order by s.checkpoint desc limit 1) s on true
  order by c.number desc limit 1;
end;

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.attested owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.attested from public;
grant execute on function whereabouts.attested to whereabouts_app;

-- Who has looked at a child's record, for those who answer for its readers: whoever may read who is shut out of it, or
-- reviews what was opened in an emergency (domain/access/looks.ts). A look names other children too, so rows of looks
-- are shown to nobody: these functions leave the others out.
grant select (person, post, what, children, purpose, reference) on whereabouts.look to whereabouts_keeper;

create function whereabouts.may_read_looks(p_child uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.access_grant g
  where g.subject = p_child and g.post = whereabouts.visitor() and g.section in ('shut-out', 'review')
    and g.stream is null and g.from_at <= now() and (g.until_at is null or now() < g.until_at));

-- One row for what one post looked at on one London day, by one kind of page and for one purpose.
create function whereabouts.looks_at(p_child uuid, p_person uuid, p_from date, p_until date)
returns table (day date, person uuid, post uuid, what text, purpose text, reference text, first timestamptz,
  last timestamptz, times bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select (l.at at time zone 'Europe/London')::date, l.person, l.post, l.what, l.purpose, l.reference, min(l.at),
    max(l.at), count(*)
  from whereabouts.look l
  where whereabouts.may_read_looks(p_child) and l.children @> array[p_child]
    and (p_person is null or l.person = p_person)
    and (p_from is null or l.at >= p_from::timestamp at time zone 'Europe/London')
    and (p_until is null or l.at < (p_until + 1)::timestamp at time zone 'Europe/London')
  group by 1, 2, 3, 4, 5, 6
  order by max(l.at) desc, l.post, l.what;
end;

-- The same across the records that the visitor answers for: by person, by words of a purpose or reference, by days.
create function whereabouts.looks_by(p_person uuid, p_words text, p_from date, p_until date)
returns table (day date, person uuid, post uuid, what text, purpose text, reference text, first timestamptz,
  last timestamptz, times bigint, child uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select (l.at at time zone 'Europe/London')::date, l.person, l.post, l.what, l.purpose, l.reference, min(l.at),
    max(l.at), count(*), named.child
  from whereabouts.look l cross join lateral unnest(l.children) as named (child)
  where (p_person is null or l.person = p_person)
    and (p_words is null
      or strpos(lower(coalesce(l.purpose, '') || ' ' || coalesce(l.reference, '')), lower(p_words)) > 0)
    and l.at >= p_from::timestamp at time zone 'Europe/London'
    and l.at < (p_until + 1)::timestamp at time zone 'Europe/London'
    and whereabouts.may_read_looks(named.child)
  group by 1, 2, 3, 4, 5, 6, 10
  order by max(l.at) desc, l.post, l.what, named.child;
end;

-- A page that fetches itself shows again whom it has shown: only children whom this visitor's looks of that page do not
-- name yet, since their session began, and never longer ago than a session lasts.
create function whereabouts.not_yet_named(p_what text, p_children uuid[], p_since timestamptz) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp
return array(
  select distinct shown.child from unnest(p_children) as shown (child)
  where not exists (
    select from whereabouts.look l
    where l.children @> array[shown.child] and l.what = p_what and l.person = whereabouts.visiting_person()
      and l.post = whereabouts.visitor() and l.at >= greatest(p_since, now() - interval '12 hours')));

-- Who opened the own pages of many children, for somebody to ask about: how many, and of how many they may read nothing
-- now. A list of children is not opened by anybody for the sake of one. No score, and no order but the name's.
create function whereabouts.many_looks(p_from date, p_until date, p_least integer)
returns table (person uuid, children bigint, without_leave bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select opened.person, count(*), count(*) filter (where not opened.leave)
  from (
    select l.person, named.child, bool_or(exists (
      select from whereabouts.access_grant g
      where g.subject = named.child and g.post = l.post and g.from_at <= now()
        and (g.until_at is null or now() < g.until_at))) as leave
    from whereabouts.look l cross join lateral unnest(l.children) as named (child)
    where l.what in ('child', 'episode', 'episode as known at')
      and l.at >= p_from::timestamp at time zone 'Europe/London'
      and l.at < (p_until + 1)::timestamp at time zone 'Europe/London'
      and whereabouts.may_read_looks(named.child)
    group by l.person, named.child) as opened
  group by opened.person
  having count(*) >= p_least;
end;

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.looks_by owner to whereabouts_keeper;
alter function whereabouts.not_yet_named owner to whereabouts_keeper;
alter function whereabouts.many_looks owner to whereabouts_keeper;
alter function whereabouts.may_read_looks owner to whereabouts_keeper;
alter function whereabouts.looks_at owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.may_read_looks, whereabouts.looks_at, whereabouts.looks_by, whereabouts.many_looks,
  whereabouts.not_yet_named from public;
grant execute on function whereabouts.may_read_looks, whereabouts.looks_at, whereabouts.looks_by, whereabouts.many_looks,
  whereabouts.not_yet_named to whereabouts_app;
