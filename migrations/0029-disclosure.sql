-- A child's record on its way to the child or whoever asks for them: what each controller discloses, whom it asked, what
-- it withheld and why. Acts are added and never changed.
create table whereabouts.disclosure_act (
  subject uuid not null,
  request uuid not null,
  number integer not null check (number > 0),
  id uuid not null,
  -- Who carried it out, and the id that makes a second press the same.
  command text not null,
  controller uuid not null,
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  said jsonb not null,
  primary key (subject, request, number),
  unique (subject, id),
  check ((number = 1) = (said ->> 'kind' = 'received'))
);
create index disclosure_act_by_controller on whereabouts.disclosure_act (controller, request);
create trigger only_added_to before update or truncate on whereabouts.disclosure_act
  for each statement execute function whereabouts.refuse_change();
create trigger disposed_of_by_the_maintainer before delete on whereabouts.disclosure_act for each statement
  when (current_user <> 'whereabouts_maintainer') execute function whereabouts.refuse_change();

-- Whether the visitor prepares what their own organisation discloses of this child.
create function whereabouts.may_disclose(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (
    select from whereabouts.access_grant g
    where g.subject = p_subject and g.section = 'disclosure' and g.post = whereabouts.visitor()
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at));
end;

create function whereabouts.visiting_organisation() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select p.organisation from whereabouts.post p where p.id = whereabouts.visitor();
end;

alter table whereabouts.disclosure_act enable row level security;
alter table whereabouts.disclosure_act force row level security;
create policy maintained on whereabouts.disclosure_act to whereabouts_maintainer using (true);
create policy kept on whereabouts.disclosure_act to whereabouts_keeper using (true);
-- Each controller reads and adds to its own requests, and to nobody else's.
create policy own on whereabouts.disclosure_act for select to whereabouts_app
  using (controller = (select whereabouts.visiting_organisation()) and whereabouts.may_disclose(subject));
create policy adding on whereabouts.disclosure_act for insert to whereabouts_app
  with check (controller = (select whereabouts.visiting_organisation()) and whereabouts.may_disclose(subject)
    and person = whereabouts.visiting_person() and post = whereabouts.visitor());

-- To prepare a disclosure is to read nothing else: it opens no page of the record.
drop policy granted on whereabouts.subject;
create policy granted on whereabouts.subject for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = subject.id and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own', 'theirs', 'beside', 'beside-words', 'disclosure')
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
drop policy granted on whereabouts.stream;
create policy granted on whereabouts.stream for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = stream.subject and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own', 'theirs', 'beside', 'beside-words', 'disclosure')
    and (g.stream is null or g.stream = stream.id)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

-- Children of whom the visitor's organisation may have to disclose: by the reference of an episode, or by name and date of
-- birth, or by their ids; the first five hundred of them where nothing is said.
create function whereabouts.disclosure_children(
  p_subjects uuid[], p_reference text, p_name text, p_born_on date
)
returns table (subject uuid, name text, other_names text[], born_on date, council uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.subject, c.name, c.other_names, c.born_on, (c.answerable ->> 'responsibleCouncil')::uuid
  from whereabouts.child_card c
  where c.subject in (
      select g.subject from whereabouts.access_grant g
      where g.section = 'disclosure' and g.post = whereabouts.visitor()
        and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
    and (p_subjects is null or c.subject = any (p_subjects))
    and (p_reference is null
      or exists (
        select from whereabouts.episode_card e where e.subject = c.subject and e.reference = p_reference)
      -- Of a record that is at rest there are no cards of episodes.
      or exists (select from whereabouts.disposal d where d.subject = c.subject) and exists (
        select from whereabouts.entry_content e
        where e.subject = c.subject and e.section = 'core'
          and convert_from(e.bytes, 'UTF8')::jsonb ->> 'type' = 'concern-raised'
          and convert_from(e.bytes, 'UTF8')::jsonb -> 'body' ->> 'reference' = p_reference))
    and (p_name is null or lower(c.name) = lower(p_name))
    and (p_born_on is null or c.born_on = p_born_on)
  order by c.name, c.subject
  limit 500;
end;

-- Every passage of one child's record: a council's, of the whole record, because it answers for the child; anybody
-- else's, of what their own organisation wrote. What police keep for police is there without its words, except for the
-- force that wrote it. Of an entry of which the rest was disposed of nothing is said but what is left.
create function whereabouts.disclosure_passages(p_subject uuid)
returns table (stream uuid, kind text, entry uuid, sequence integer, section text, own boolean, recorded timestamptz,
  said text, content text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.stream, s.kind, e.id, e.sequence, c.section, c.section = e.sections[1], e.recorded, written.said,
    case when c.section <> 'police-intelligence' or written.organisation = me.id
      then convert_from(c.bytes, 'UTF8') end
  from (select o.id, o.kind from whereabouts.organisation o where o.id = whereabouts.visiting_organisation()) me
  cross join whereabouts.entry e
  join whereabouts.stream s on s.subject = e.subject and s.id = e.stream
  left join whereabouts.entry_content first on first.subject = e.subject and first.entry = e.id
    and first.section = e.sections[1]
  cross join lateral (
    select convert_from(first.bytes, 'UTF8') as said,
      (convert_from(first.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation')::uuid as organisation) written
  join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id
  where e.subject = p_subject and whereabouts.may_disclose(p_subject)
    and (me.kind = 'council' or written.organisation = me.id)
  order by e.recorded, e.stream, e.sequence, c.section;
end;

-- What of this record was disposed of: by whom, on which day and how many entries, and never what. To a council, of
-- everybody; to anybody else, of their own.
create function whereabouts.disclosure_disposed(p_subject uuid)
returns table (controller uuid, name text, day date, entries integer)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.controller, o.name, (d.at at time zone 'Europe/London')::date, d.entries
  from whereabouts.disposal d
  join whereabouts.organisation o on o.id = d.controller
  cross join (select v.id, v.kind from whereabouts.organisation v where v.id = whereabouts.visiting_organisation()) me
  where d.subject = p_subject and d.entries > 0 and whereabouts.may_disclose(p_subject)
    and (me.kind = 'council' or d.controller = me.id)
  order by d.line;
end;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
grant select on whereabouts.organisation to whereabouts_keeper;
alter function whereabouts.may_disclose owner to whereabouts_keeper;
alter function whereabouts.visiting_organisation owner to whereabouts_keeper;
alter function whereabouts.disclosure_children owner to whereabouts_keeper;
alter function whereabouts.disclosure_passages owner to whereabouts_keeper;
alter function whereabouts.disclosure_disposed owner to whereabouts_keeper;

-- As before, of every record that was ever named as of the same child, also by way of others; and a record that somebody
-- has asked for is in use until they have been answered. Only its owner may put another in a function's place.
set local role whereabouts_keeper;
create or replace function whereabouts.in_use(p_subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with joined(id) as (
    select p_subject union all select whereabouts.joined_with(p_subject, false)
  )
  select exists (
      select from whereabouts.board b join joined j on j.id = b.subject
      where b.response in ('concern', 'searching', 'reported') and not b.died)
    or exists (
      select from whereabouts.duty d join joined j on j.id = d.subject
      where coalesce(d.met_at, d.discharged_at, d.cancelled_at) is null)
    or exists (
      select from whereabouts.disclosure_act r join joined j on j.id = r.subject
      where r.number = 1 and not exists (
        select from whereabouts.disclosure_act a
        where a.subject = r.subject and a.request = r.request and a.said ->> 'kind' = 'exported'));
end;
reset role;

revoke create on schema whereabouts from whereabouts_keeper;
revoke all on whereabouts.disclosure_act from public;
revoke all on function whereabouts.may_disclose, whereabouts.visiting_organisation, whereabouts.disclosure_children,
  whereabouts.disclosure_passages, whereabouts.disclosure_disposed from public;
grant execute on function whereabouts.may_disclose, whereabouts.visiting_organisation,
  whereabouts.disclosure_children, whereabouts.disclosure_passages, whereabouts.disclosure_disposed to whereabouts_app;
grant select, insert (subject, request, number, id, command, controller, said) on whereabouts.disclosure_act
  to whereabouts_app;
grant select, delete on whereabouts.disclosure_act to whereabouts_maintainer;
grant select on whereabouts.disclosure_act to whereabouts_keeper;
