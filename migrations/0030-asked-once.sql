-- What a machine asks outside its relationships under a key of its own: asked again under it, it is answered and not kept
-- a second time. It says nothing of any child.
create table whereabouts.outside_key (
  key uuid primary key,
  post uuid not null default whereabouts.visitor(),
  request_hash text not null
);
create trigger only_added_to before update or delete or truncate on whereabouts.outside_key
  for each statement execute function whereabouts.refuse_change();

-- 'new', 'again' for the same post and the same request, 'taken' for anything else.
create function whereabouts.take_key(p_key uuid, p_hash text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if whereabouts.visitor() is null then
    raise exception 'nobody asks' using errcode = 'WB001';
  end if;
  insert into whereabouts.outside_key (key, request_hash) values (p_key, p_hash) on conflict (key) do nothing;
  if found then
    return 'new';
  end if;
  return (select case when k.post = whereabouts.visitor() and k.request_hash = p_hash then 'again' else 'taken' end
    from whereabouts.outside_key k where k.key = p_key);
end
$$;

drop function whereabouts.ask_if_missing;
create function whereabouts.ask_if_missing(p_names text[], p_age integer, p_description text[], p_asked text, p_keep boolean)
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
    insert into whereabouts.missing_question (asked, subject) select p_asked, f.subject from fitting f where p_keep
  ), kept_too as (
    insert into whereabouts.missing_question (asked) select p_asked where p_keep and not exists (select from fitting)
  )
  select f.subject, f.council, f.raised_by from fitting f;
end
$$;

drop function whereabouts.reveal_name;
create function whereabouts.reveal_name(p_subject uuid, p_reason text, p_keep boolean) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from whereabouts.access_grant g
    where g.subject = p_subject and g.section = 'figures' and g.post = whereabouts.visitor()
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
  then
    return null;
  end if;
  if p_keep then
    insert into whereabouts.name_revealed (subject, reason) values (p_subject, p_reason);
  end if;
  return (select coalesce(c.name, 'name not known') from whereabouts.child_card c where c.subject = p_subject);
end
$$;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
grant select, insert on whereabouts.outside_key to whereabouts_keeper;
alter function whereabouts.take_key owner to whereabouts_keeper;
alter function whereabouts.ask_if_missing owner to whereabouts_keeper;
alter function whereabouts.reveal_name owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on whereabouts.outside_key from public;
revoke all on function whereabouts.take_key, whereabouts.ask_if_missing, whereabouts.reveal_name from public;
grant execute on function whereabouts.take_key, whereabouts.ask_if_missing, whereabouts.reveal_name to whereabouts_app;
grant select on whereabouts.outside_key to whereabouts_maintainer;

-- Returns for those who count them: what figures are read from, with the first letter of the name. Whoever may read the
-- core of a record may follow the episode; whoever has figures alone reads times and no more.
create function whereabouts.return_figures(p_until timestamptz)
returns table (subject uuid, episode uuid, initial text, readable boolean, counted jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with mine as materialized (
    select g.subject, g.stream, bool_or(g.section = 'core') as readable
    from whereabouts.access_grant g
    where g.post = whereabouts.visitor() and g.section in ('figures', 'core')
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at)
    group by g.subject, g.stream
  )
  select e.subject, e.episode, left(c.name, 1), bool_or(m.readable), e.counted
  from mine m
  join whereabouts.episode_card e on e.subject = m.subject and (m.stream is null or m.stream = e.episode)
  join whereabouts.child_card c on c.subject = e.subject
  where e.counted is not null and e.from_at < p_until
  group by e.subject, e.episode, c.name, e.counted
  order by e.episode;
end;
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.return_figures owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.return_figures from public;
grant execute on function whereabouts.return_figures to whereabouts_app;
