-- Two records of one child are joined by an entry in each. Whoever is shut out of one, and whoever is not named for one
-- that is restricted, is kept out of the other from that moment: what is computed of a record therefore rests on what
-- the others say of who is kept out, and a write that changes that works each of them anew in the same transaction.

-- Every record that was ever named as of the same child as this one, also by way of others; of those that are joined
-- now, where that is asked.
create function whereabouts.joined_with(p_subject uuid, p_now boolean) returns setof uuid
language sql stable as $$
  with recursive reached(subject) as (
    select p_subject
    union
    select said.other
    from reached r
    cross join lateral (
      select distinct on (other) other, undone
      from (
        select (text -> 'body' ->> 'as')::uuid as other, coalesce((text -> 'body' ->> 'undone')::boolean, false) as undone,
          sequence
        from (
          select convert_from(c.bytes, 'UTF8')::jsonb as text, e.sequence
          from whereabouts.entry e
          join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = 'core'
          where e.subject = r.subject and e.stream = r.subject
        ) entries
        where text ->> 'type' = 'same-child'
      ) joins
      order by other, sequence desc
    ) said
    where not p_now or not said.undone
  )
  select subject from reached where subject <> p_subject
$$;

-- What other records of the child say of who is kept out, for whoever may write to this one.
create function whereabouts.joined_to(p_subject uuid)
returns table (subject uuid, id uuid, sequence integer, content text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not whereabouts.may_write(p_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  return query
    select e.subject, e.id, e.sequence, convert_from(c.bytes, 'UTF8')
    from whereabouts.joined_with(p_subject, false) other(id)
    join whereabouts.entry e on e.subject = other.id and e.stream = other.id
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where convert_from(c.bytes, 'UTF8')::jsonb ->> 'type' in ('same-child', 'person-shut-out', 'shut-out-ended',
      'record-restricted', 'restriction-ended', 'entry-corrected')
    order by e.subject, e.sequence;
end
$$;

-- Takes the locks of these records and of all that were ever joined with them, always in one order: whoever writes to
-- several of them waits, and nobody waits for each other.
create function whereabouts.lock_joined(p_subjects uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_wanted uuid[];
  v_locked uuid[];
begin
  -- Whoever held one of them may have joined another to it meanwhile.
  loop
    select array_agg(id order by id) into v_wanted from (
      select one.id from unnest(p_subjects) one(id) where whereabouts.may_write(one.id)
      union
      select whereabouts.joined_with(one.id, false) from unnest(p_subjects) one(id) where whereabouts.may_write(one.id)
    ) as wanted(id);
    exit when v_wanted is not distinct from v_locked;
    perform from whereabouts.subject s where s.id = any (v_wanted) order by s.id for update;
    v_locked := v_wanted;
  end loop;
end
$$;

-- Locks a record that was ever joined with one that the visitor may write to, and reads its core: first what stands on
-- its read side and whether it is at rest, then its entries.
create function whereabouts.load_joined(p_of uuid, p_subject uuid)
returns table (prints text, at_rest boolean, stream uuid, id uuid, sequence integer, content text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not whereabouts.may_write(p_of) or p_subject not in (select whereabouts.joined_with(p_of, false)) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  perform from whereabouts.subject where id = p_subject for update;
  return query
    select (select string_agg(stands.print, ' ') from (
        select 'child_card ' || t.print as print from whereabouts.child_card t where t.subject = p_subject
        union all
        select 'episode_card ' || t.print from whereabouts.episode_card t where t.subject = p_subject
        union all
        select 'board ' || t.print from whereabouts.board t where t.subject = p_subject
        union all
        select 'duty ' || t.print from whereabouts.duty t where t.subject = p_subject
        union all
        select 'access_grant ' || t.print from whereabouts.access_grant t where t.subject = p_subject
      ) as stands),
      exists (select from whereabouts.disposal d where d.subject = p_subject),
      null::uuid, null::uuid, null::integer, null::text;
  return query
    select null::text, null::boolean, e.stream, e.id, e.sequence, convert_from(c.bytes, 'UTF8')
    from whereabouts.entry e
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where e.subject = p_subject and e.stream <> whereabouts.care_stream(p_subject)
    order by e.stream, e.sequence;
end
$$;

-- The read side of a record that is joined with one that was written to in this very transaction: the write may have
-- ended the visitor's own sight of it.
create function whereabouts.rework(
  p_of uuid, p_subject uuid,
  gone_cards text[], gone_episodes text[], gone_board text[], gone_duties text[], gone_grants text[],
  cards whereabouts.child_card[], episodes whereabouts.episode_card[], board whereabouts.board[],
  duties whereabouts.duty[], grants whereabouts.access_grant[]
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_subject not in (select whereabouts.joined_with(p_of, false)) or not exists (
    select from whereabouts.command c
    where c.subject = p_of and c.xmin = pg_current_xact_id()::xid)
  then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  perform whereabouts.change_projection(
    p_subject, gone_cards, gone_episodes, gone_board, gone_duties, gone_grants, cards, episodes, board, duties, grants);
end
$$;

-- Who would hold a role and is shut out: for whoever reads the core of the record, since a page has to name somebody else.
-- It is asked by the application for that and shown to nobody; no row that a reader of core can select says it.
create function whereabouts.kept_out_of(p_subjects uuid[]) returns table (subject uuid, person uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct k.subject, p.person
  from whereabouts.access_grant k
  join whereabouts.post p on p.id = k.post
  where k.subject = any (p_subjects) and k.section = 'kept-out'
    and k.from_at <= now() and (k.until_at is null or now() < k.until_at)
    and (exists (
        select from whereabouts.access_grant g
        where g.subject = k.subject and g.post = whereabouts.visitor() and g.section = 'core'
          and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
      or exists (
        select from whereabouts.emergency e
        where e.subject = k.subject and e.post = whereabouts.visitor() and now() < e.until_at));
end;

-- Nobody reads that they are kept out.
drop policy own on whereabouts.access_grant;
create policy own on whereabouts.access_grant for select to whereabouts_app
  using (post = (select whereabouts.visitor()) and section <> 'kept-out');

-- A record that is joined now with one that stays closed to this person stays closed to them too. It has an owner
-- already, and who migrates need not be a superuser.
grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;
create or replace function whereabouts.stays_closed(p_subject uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with of_the_child(id) as (
    select p_subject union all select whereabouts.joined_with(p_subject, true)
  ), said as (
    select c.subject, c.entry, e.sequence, convert_from(c.bytes, 'UTF8')::jsonb as text
    from of_the_child o
    join whereabouts.entry_content c on c.subject = o.id and c.stream = o.id and c.section in ('core', 'shut-out')
    join whereabouts.entry e on e.subject = c.subject and e.id = c.entry
  )
  select exists (
      select from (
        select distinct on (last.subject) last.text ->> 'type' as type from said last
        where last.text ->> 'type' in ('record-restricted', 'restriction-ended')
        order by last.subject, last.sequence desc
      ) lasts where lasts.type = 'record-restricted')
    or exists (
      select from said shut
      where shut.text ->> 'type' = 'person-shut-out' and shut.text -> 'body' ->> 'person' = p_person::text
        and not exists (
          select from said ended
          where ended.text ->> 'type' = 'shut-out-ended'
            and ended.text -> 'body' ->> 'shutOut' = shut.entry::text));
end;

-- As before, of every record of the same child: nobody decides about one whose other half is closed to them, and a hold on
-- one is on each.
create or replace function whereabouts.was_shut_out(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from (select p_subject as id union all select whereabouts.joined_with(p_subject, true)) of_the_child
    join whereabouts.entry_content shut
      on shut.subject = of_the_child.id and shut.stream = of_the_child.id and shut.section = 'shut-out'
    where convert_from(shut.bytes, 'UTF8')::jsonb ->> 'type' = 'person-shut-out'
      and convert_from(shut.bytes, 'UTF8')::jsonb -> 'body' ->> 'person' = whereabouts.visiting_person()::text);
end;
create or replace function whereabouts.is_held(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with of_the_child(id) as (
    select p_subject union all select whereabouts.joined_with(p_subject, false)
  )
  select exists (
    select from whereabouts.retention_act h
    where h.kind = 'hold'
      and not exists (
        select from whereabouts.retention_act e
        where e.subject = h.subject and e.kind = 'hold-ended' and e.about = h.id)
      and (h.subject in (select o.id from of_the_child o)
        or h.subject = '00000000-0000-0000-0000-000000000000' and exists (
          select from whereabouts.entry_content c
          join of_the_child o on o.id = c.subject
          where convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation' = h.controller::text)));
end;
reset role;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
alter function whereabouts.joined_with owner to whereabouts_keeper;
alter function whereabouts.joined_to owner to whereabouts_keeper;
alter function whereabouts.lock_joined owner to whereabouts_keeper;
alter function whereabouts.load_joined owner to whereabouts_keeper;
alter function whereabouts.rework owner to whereabouts_keeper;
alter function whereabouts.kept_out_of owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.joined_with, whereabouts.joined_to, whereabouts.lock_joined,
  whereabouts.load_joined, whereabouts.rework,  whereabouts.kept_out_of from public;
grant execute on function whereabouts.joined_to, whereabouts.lock_joined, whereabouts.load_joined, whereabouts.rework
  to whereabouts_app, whereabouts_maintainer;
grant execute on function whereabouts.kept_out_of to whereabouts_app;
