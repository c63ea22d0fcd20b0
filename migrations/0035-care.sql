-- What is recorded of a child's Care: read and written beside everything else of a record, so that whoever reports a
-- missing child never waits for it.

-- Where each strand is that a child is owed: times, and never a standing. A row speaks from a moment until a moment,
-- because a birthday ends one strand and begins another with nobody writing anything. What the child says themself can
-- make it otherwise: then there is a second row, for those who read that.
create table whereabouts.care_strand (
  subject uuid not null,
  section text not null check (section in ('care', 'care-childs-account')),
  strand text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  title text not null,
  holder text not null,
  -- Where the child lives, who answers for them, and the post of their social worker.
  place text,
  council uuid,
  worker uuid,
  recorded boolean not null,
  seen_at timestamptz(3),
  due_at timestamptz(3),
  reasonable_until timestamptz(3),
  elsewhere_until timestamptz(3),
  denied_at timestamptz(3),
  amiss boolean not null,
  primary key (subject, section, strand, from_at)
);

alter table whereabouts.care_strand enable row level security;
alter table whereabouts.care_strand force row level security;
create policy kept on whereabouts.care_strand to whereabouts_keeper using (true);
create policy maintained on whereabouts.care_strand to whereabouts_maintainer using (true);
create policy granted on whereabouts.care_strand for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = care_strand.subject and g.post = (select whereabouts.visitor())
    and g.section = care_strand.section and g.stream is null
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

-- One row of verdict first, as `load` gives it, then each entry of the child's own stream and of their Care, as it
-- stands in its first section. It holds the child's row until the transaction ends.
create function whereabouts.load_care(p_subject uuid, p_command text, p_hash text)
returns table (
  at timestamptz, verdict text, answer jsonb, directory uuid, stream uuid, id uuid, sequence integer, content text
)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
as $$
#variable_conflict use_column
declare
  remembered whereabouts.command;
  v_verdict text := 'new';
  v_may boolean;
begin
  perform from whereabouts.subject where id = p_subject for update;
  -- Care is recorded of a child who is known here.
  if not found then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  select * into remembered from whereabouts.command c where c.subject = p_subject and c.id = p_command;
  if found then
    v_verdict := case
      when remembered.person = whereabouts.visiting_person() and remembered.post = whereabouts.visitor()
        and remembered.request_hash = p_hash then 'done'
      else 'taken'
    end;
  end if;
  v_may := whereabouts.may_write(p_subject);
  -- A retry is answered also when what it did took the visitor's own grant away.
  if not v_may and v_verdict <> 'done' then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  return query
    select greatest(whereabouts.clock(), date_trunc('milliseconds', now()),
        (select max(s.recorded) from whereabouts.stream s where s.subject = p_subject)),
      v_verdict, case v_verdict when 'done' then remembered.answer end,
      (select d.version from whereabouts.directory_version d),
      null::uuid, null::uuid, null::integer, null::text;
  return query
    select null::timestamptz, null::text, null::jsonb, null::uuid, e.stream, e.id, e.sequence,
      convert_from(c.bytes, 'UTF8')
    from whereabouts.entry e
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where v_may and e.subject = p_subject and e.stream = any (array[p_subject, whereabouts.care_stream(p_subject)])
    order by e.stream, e.sequence;
end
$$;

-- Whether the visitor may write to this record, or did in this very transaction: what they wrote may have ended it.
create function whereabouts.writes_to(p_subject uuid) returns boolean
language sql volatile
return whereabouts.may_write(p_subject) or exists (
  select from whereabouts.command c where c.subject = p_subject and c.xmin = pg_current_xact_id()::xid);

-- The Care of a record that was written to in this transaction: where a child lives, and whether they are looked after,
-- says what they are owed.
create function whereabouts.care_written(p_subject uuid)
returns table (id uuid, sequence integer, content text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not whereabouts.writes_to(p_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  return query
    select e.id, e.sequence, convert_from(c.bytes, 'UTF8')
    from whereabouts.entry e
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where e.subject = p_subject and e.stream = whereabouts.care_stream(p_subject)
    order by e.sequence;
end
$$;

-- What the read side of a child's Care is to be. Rows that say the same stay.
create function whereabouts.put_care(p_subject uuid, strands whereabouts.care_strand[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not whereabouts.writes_to(p_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  delete from whereabouts.care_strand t
  where t.subject = p_subject and not exists (select from unnest(strands) n where n is not distinct from t);
  insert into whereabouts.care_strand
    select n.* from unnest(strands) n
    where n.subject = p_subject and not exists (
      select from whereabouts.care_strand t
      where t.subject = p_subject and t.section = n.section and t.strand = n.strand and t.from_at = n.from_at);
end
$$;

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.load_care owner to whereabouts_keeper;
alter function whereabouts.writes_to owner to whereabouts_keeper;
alter function whereabouts.care_written owner to whereabouts_keeper;
alter function whereabouts.put_care owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;

revoke all on whereabouts.care_strand from public;
revoke all on function whereabouts.load_care, whereabouts.writes_to, whereabouts.care_written, whereabouts.put_care
  from public;
grant select on whereabouts.care_strand to whereabouts_app;
grant select, delete on whereabouts.care_strand to whereabouts_maintainer;
grant select, insert, delete on whereabouts.care_strand to whereabouts_keeper;
grant execute on function whereabouts.load_care, whereabouts.care_written, whereabouts.put_care to whereabouts_app;
grant execute on function whereabouts.load_care, whereabouts.care_written, whereabouts.put_care
  to whereabouts_maintainer;
grant execute on function whereabouts.care_stream to whereabouts_keeper, whereabouts_app, whereabouts_maintainer;

-- Nothing is written from a wall into the tables that came since that was last asked of each.
grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;
grant execute on function whereabouts.refuse_wallboard to session_user;
reset role;
create trigger not_from_a_wallboard before insert or update or delete on whereabouts.file
  for each statement execute function whereabouts.refuse_wallboard();
create trigger not_from_a_wallboard before insert or update or delete on whereabouts.care_strand
  for each statement execute function whereabouts.refuse_wallboard();
set local role whereabouts_keeper;
revoke execute on function whereabouts.refuse_wallboard from session_user;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
