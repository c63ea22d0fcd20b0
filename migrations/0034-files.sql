-- Photographs and papers: bytes that an entry speaks of by their SHA-256. Read, backed up and disposed of as the content
-- of that entry is.

create table whereabouts.file (
  subject uuid not null,
  entry uuid not null,
  name text not null check (name in ('photograph', 'pack')),
  stream uuid not null,
  -- Whoever reads this section of the record reads the file.
  section text not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
  primary key (subject, entry, name)
);
-- Pictures and PDF are pressed already.
alter table whereabouts.file alter column bytes set storage external;

create trigger never_changed before update or truncate on whereabouts.file
  for each statement execute function whereabouts.refuse_change();
create trigger disposed_of_by_the_maintainer before delete on whereabouts.file
  for each statement when (current_user <> 'whereabouts_maintainer')
  execute function whereabouts.refuse_change();

alter table whereabouts.file enable row level security;
alter table whereabouts.file force row level security;
create policy kept on whereabouts.file to whereabouts_keeper using (true);
create policy maintained on whereabouts.file to whereabouts_maintainer using (true);
create policy granted on whereabouts.file for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = file.subject and g.post = (select whereabouts.visitor())
    and g.section = file.section and (g.stream is null or g.stream = file.stream)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
revoke all on whereabouts.file from public;
grant select on whereabouts.file to whereabouts_app;
grant select, delete on whereabouts.file to whereabouts_maintainer;
grant select, insert on whereabouts.file to whereabouts_keeper;

grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;

-- Beside an entry that the visitor wrote, and only what that entry says: the bytes are held to the hash in it. Where the
-- file lies follows from what the entry is.
create function whereabouts.keep_file(p_subject uuid, p_entry uuid, p_bytes bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  said jsonb;
  at_stream uuid;
  is_pack boolean;
begin
  select convert_from(c.bytes, 'UTF8')::jsonb, e.stream into said, at_stream
    from whereabouts.entry e
    join whereabouts.command d on d.subject = e.subject and d.id = e.command
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where e.subject = p_subject and e.id = p_entry
      and (session_user = 'whereabouts_maintainer'
        or d.person = whereabouts.visiting_person() and d.post = whereabouts.visitor());
  is_pack := said ->> 'type' = 'pack-frozen';
  if said is null or said ->> 'type' not in ('photograph-added', 'pack-frozen') then
    raise exception 'no entry of the visitor speaks of this file' using errcode = 'WB001';
  end if;
  if said -> 'body' ->> 'sha256' is distinct from encode(sha256(p_bytes), 'hex') then
    raise exception 'the entry speaks of another file' using errcode = 'WB001';
  end if;
  insert into whereabouts.file (subject, entry, name, stream, section, bytes)
    values (
      p_subject, p_entry, case when is_pack then 'pack' else 'photograph' end,
      -- What police alone read they read of an episode.
      case
        when is_pack and (said -> 'body' ->> 'withFindings')::boolean then (said -> 'body' ->> 'episode')::uuid
        else at_stream
      end,
      -- A pack is as narrow as the narrowest that went into it: what was released for police is theirs alone.
      case
        when not is_pack then 'core'
        when (said -> 'body' ->> 'withFindings')::boolean then 'police-intelligence'
        else 'health'
      end,
      p_bytes);
end
$$;
revoke all on function whereabouts.keep_file from public;
grant execute on function whereabouts.keep_file to whereabouts_app, whereabouts_maintainer;

-- What was learned and released for police, and not taken back since: for the pack that is made for them, whoever makes
-- it. To anybody but police no page shows it.
create function whereabouts.released_for_police(p_subject uuid) returns table (learned jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with said as (
    select c.entry, c.stream, c.section, e.sequence, convert_from(c.bytes, 'UTF8')::jsonb as whole
    from whereabouts.entry_content c
    join whereabouts.entry e on e.subject = c.subject and e.id = c.entry
    where c.subject = p_subject and c.section in ('core', 'interview-restricted')
      and exists (
        select from whereabouts.access_grant g
        where g.subject = p_subject and g.post = whereabouts.visitor() and g.section = 'core'
          and g.from_at <= now() and (g.until_at is null or now() < g.until_at))
  ), voids as (
    select whole -> 'body' -> 'scope' ->> 'kind' as kind, whole -> 'body' -> 'scope' ->> 'entry' as entry, stream
    from said where whole ->> 'type' = 'recorded-in-error'
  ), marks as (
    select distinct on (whole -> 'body' ->> 'finding') whole -> 'body' ->> 'finding' as finding, whole ->> 'type' as type
    from said
    where whole ->> 'type' in ('finding-released', 'finding-kept')
      and not exists (select from voids v where v.entry = said.entry::text)
    order by whole -> 'body' ->> 'finding', sequence desc
  )
  select coalesce(f.whole -> 'body' -> 'open', r.whole -> 'restricted')
  from said f
  join marks m on m.finding = f.entry::text and m.type = 'finding-released'
  left join said r on r.entry = f.entry and r.section = 'interview-restricted' and r.whole ? 'restricted'
  where f.section = 'core' and f.whole ->> 'type' = 'finding-recorded'
    and not exists (
      select from voids v where v.entry = f.entry::text or v.kind = 'episode' and v.stream = f.stream)
  order by f.stream, f.sequence;
end;
revoke all on function whereabouts.released_for_police from public;
grant execute on function whereabouts.released_for_police to whereabouts_app;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
