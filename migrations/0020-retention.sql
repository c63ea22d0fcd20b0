-- How long a record is kept, who decided what about it, and what was disposed of.

-- How long a controller keeps a class of record, where its own schedule says otherwise than the release. Nothing here is
-- about a child.
create table whereabouts.retention_schedule (
  controller uuid not null references whereabouts.organisation,
  class text not null,
  years integer not null check (years between 0 and 150),
  source text not null check (source <> ''),
  at timestamptz(3) not null default whereabouts.clock(),
  primary key (controller, class)
);

-- What somebody decided about one controller's part of a record: to keep it until a day, to hold it, to propose that it
-- be disposed of, to confirm that. A hold on the nil subject is on every record of that controller.
create table whereabouts.retention_act (
  subject uuid not null,
  id uuid not null,
  controller uuid not null,
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  kind text not null check (kind in ('keep', 'hold', 'hold-ended', 'propose', 'withdraw', 'confirm')),
  class text,
  until date,
  reason text,
  about uuid,
  primary key (subject, id),
  check ((kind = 'keep') = (until is not null)),
  check ((kind in ('hold-ended', 'withdraw', 'confirm')) = (about is not null)),
  check ((kind = 'propose') = (class is not null))
);
create index retention_act_by_controller on whereabouts.retention_act (controller, subject);

-- What was carried out, and which line of the register says so. A record of which a part was disposed of is at rest:
-- nobody writes to it, and of its read side there is only what whoever discloses the rest needs. Of the entries are
-- counted those that a disclosure may speak of.
create table whereabouts.disposal (
  subject uuid not null,
  decision uuid not null,
  controller uuid not null,
  whole boolean not null,
  entries integer not null check (entries >= 0),
  at timestamptz(3) not null,
  line integer not null check (line > 0),
  line_hash bytea not null check (octet_length(line_hash) = 32),
  primary key (subject, decision)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['retention_act', 'disposal'] loop
    execute format('alter table whereabouts.%I enable row level security', guarded);
    execute format('alter table whereabouts.%I force row level security', guarded);
    execute format('create policy kept on whereabouts.%I to whereabouts_keeper using (true)', guarded);
    execute format('create policy maintained on whereabouts.%I to whereabouts_maintainer using (true)', guarded);
    execute format('revoke all on whereabouts.%I from public', guarded);
    execute format('grant select on whereabouts.%I to whereabouts_keeper, whereabouts_maintainer', guarded);
  end loop;
  -- Words about a child that stand beside the record's own content: the maintainer disposes of them with it.
  foreach guarded in array array['command', 'emergency', 'emergency_reviewed', 'missing_question', 'name_revealed',
    'retention_act']
  loop
    execute format('drop trigger if exists only_added_to on whereabouts.%I', guarded);
    execute format('create trigger only_added_to before update or truncate on whereabouts.%I '
      'for each statement execute function whereabouts.refuse_change()', guarded);
    execute format('create trigger disposed_of_by_the_maintainer before delete on whereabouts.%I for each statement '
      'when (current_user <> ''whereabouts_maintainer'') execute function whereabouts.refuse_change()', guarded);
    execute format('grant delete on whereabouts.%I to whereabouts_maintainer', guarded);
  end loop;
end
$$;
create trigger only_added_to before update or delete or truncate on whereabouts.disposal
  for each statement execute function whereabouts.refuse_change();
revoke all on whereabouts.retention_schedule from public;
grant select on whereabouts.retention_schedule to whereabouts_app, whereabouts_keeper, whereabouts_maintainer;
grant insert, update, delete on whereabouts.retention_schedule to whereabouts_maintainer;
grant insert on whereabouts.disposal to whereabouts_maintainer;
grant insert on whereabouts.retention_act to whereabouts_keeper;

-- For which organisation the visitor decides about keeping and disposing; null for whoever may not.
create function whereabouts.retains_for() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
return (select p.organisation from whereabouts.post p
  where p.id = whereabouts.visitor() and p.person = whereabouts.visiting_person()
    and p.role in ('information-governance', 'provider-manager', 'senior-manager', 'police-supervisor'));

-- Whether anything about the child is still being done: an episode that is open, a duty that is owed; of another record
-- of the same child too.
create function whereabouts.in_use(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with own as (
    select convert_from(c.bytes, 'UTF8')::jsonb as text
    from whereabouts.entry_content c
    where c.subject = p_subject and c.stream = p_subject and c.section = 'core'
  ), joined as (
    select p_subject as id
    union
    select (text -> 'body' ->> 'as')::uuid from own where text ->> 'type' = 'same-child'
  )
  select exists (
      select from whereabouts.board b join joined j on j.id = b.subject
      where b.response in ('concern', 'searching', 'reported') and not b.died)
    or exists (
      select from whereabouts.duty d join joined j on j.id = d.subject
      where coalesce(d.met_at, d.discharged_at, d.cancelled_at) is null);
end;

-- Whether the visitor was ever shut out of any of a record.
create function whereabouts.was_shut_out(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from whereabouts.entry_content shut
    where shut.subject = p_subject and shut.stream = p_subject and shut.section = 'shut-out'
      and convert_from(shut.bytes, 'UTF8')::jsonb ->> 'type' = 'person-shut-out'
      and convert_from(shut.bytes, 'UTF8')::jsonb -> 'body' ->> 'person' = whereabouts.visiting_person()::text);
end;

-- Records in which the visitor's organisation recorded something and of which it has disposed of nothing, that may be due:
-- nothing was recorded after a day, or whoever it is about was born by a day, died or has no date of birth that anybody
-- knows. In the order of their ids, from after one on: two hundred at a time, of which the application asks the rest. Or
-- the one that is asked for. Never one from which the visitor is shut out. Each entry comes as it stands in its first
-- section.
create function whereabouts.retention_records(p_one uuid, p_quiet_since date, p_born_by date, p_after uuid)
returns table (subject uuid, in_use boolean, disposed uuid[], entries jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with mine as (select whereabouts.retains_for() as organisation),
  ours as (
    select s.id
    from mine
    cross join whereabouts.subject s
    left join whereabouts.child_card c on c.subject = s.id
    where mine.organisation is not null
      and (s.id = p_one or p_one is null
        and (p_after is null or s.id > p_after)
        and not exists (
          select from whereabouts.disposal d where d.subject = s.id and d.controller = mine.organisation)
        and (
          (select max(t.recorded) from whereabouts.stream t where t.subject = s.id)
            < (p_quiet_since + 1)::timestamp at time zone 'Europe/London'
          or c.born_on <= p_born_by
          or p_born_by is not null and (c.born_on is null or exists (
            select from whereabouts.entry_content died
            where died.subject = s.id and died.section = 'core'
              and strpos(convert_from(died.bytes, 'UTF8'), '"died"') > 0))
          -- What is left of one may be older than the last that was written to it.
          or exists (select from whereabouts.disposal d where d.subject = s.id)))
      and exists (
        select from whereabouts.entry_content c
        where c.subject = s.id and convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation'
          = mine.organisation::text)
      and not whereabouts.was_shut_out(s.id)
    order by s.id
    limit 200
  )
  select o.id, whereabouts.in_use(o.id),
    array(select d.controller from whereabouts.disposal d where d.subject = o.id),
    (select jsonb_agg(jsonb_build_object('stream', e.stream, 'kind', s.kind, 'id', e.id, 'sequence', e.sequence,
        'sections', array(
          select l.section from whereabouts.entry_content l where l.subject = e.subject and l.entry = e.id),
        'content', convert_from(c.bytes, 'UTF8')) order by e.stream, e.sequence)
     from whereabouts.entry e
     join whereabouts.stream s on s.subject = e.subject and s.id = e.stream
     join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
     where e.subject = o.id)
  from ours o
  order by o.id;
end;

-- Everything that was decided for the visitor's organisation.
create function whereabouts.retention_acts()
returns setof whereabouts.retention_act
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.* from whereabouts.retention_act a
  where a.controller = whereabouts.retains_for() order by a.at, a.id;
end;

-- Whether anybody holds this record: one of its controllers, or one that holds everything of its own in it.
create function whereabouts.is_held(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from whereabouts.retention_act h
    where h.kind = 'hold'
      and not exists (
        select from whereabouts.retention_act e
        where e.subject = h.subject and e.kind = 'hold-ended' and e.about = h.id)
      and (h.subject = p_subject or h.subject = '00000000-0000-0000-0000-000000000000' and exists (
        select from whereabouts.entry_content c
        where c.subject = p_subject
          and convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation' = h.controller::text)));
end;

-- Keeps what the visitor decided, once however often it is sent. The rules are the application's; that it takes two
-- people, that they are of the organisation that recorded something here, and that nothing in use or on hold is
-- disposed of is held here too.
create function whereabouts.retention_decide(
  p_subject uuid, p_id uuid, p_kind text, p_class text, p_until date, p_reason text, p_about uuid
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_controller uuid := whereabouts.retains_for();
  v_nil constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  -- While a disposal is judged and carried out nobody decides: a hold that is said to stand comes before it or stops it.
  perform pg_advisory_xact_lock_shared(7203119005);
  if v_controller is null
    or p_subject = v_nil and p_kind not in ('hold', 'hold-ended')
    or p_subject <> v_nil and not exists (
      select from whereabouts.entry_content c
      where c.subject = p_subject
        and convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation' = v_controller::text)
    or p_about is not null and not exists (
      select from whereabouts.retention_act a
      where a.subject = p_subject and a.id = p_about and a.controller = v_controller
        and a.kind = case p_kind when 'hold-ended' then 'hold' else 'propose' end)
  then
    raise exception 'nothing to decide' using errcode = 'WB001';
  end if;
  if p_kind = 'confirm' and (
    exists (
      select from whereabouts.retention_act a
      where a.subject = p_subject and a.id = p_about and a.person = whereabouts.visiting_person())
    or whereabouts.is_held(p_subject) or whereabouts.in_use(p_subject))
  then
    raise exception 'nothing to decide' using errcode = 'WB001';
  end if;
  insert into whereabouts.retention_act (subject, id, controller, kind, class, until, reason, about)
    values (p_subject, p_id, v_controller, p_kind, p_class, p_until, p_reason, p_about)
    on conflict (subject, id) do nothing;
end
$$;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  foreach signature in array array['retains_for()', 'was_shut_out(uuid)', 'in_use(uuid)', 'is_held(uuid)', 'retention_acts()',
    'retention_records(uuid, date, date, uuid)',
    'retention_decide(uuid, uuid, text, text, date, text, uuid)']
  loop
    execute format('alter function whereabouts.%s owner to whereabouts_keeper', signature);
    execute format('revoke all on function whereabouts.%s from public', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
grant execute on function whereabouts.retention_acts, whereabouts.retention_records, whereabouts.retention_decide,
  whereabouts.is_held to whereabouts_app;
grant execute on function whereabouts.in_use, whereabouts.is_held to whereabouts_maintainer;
