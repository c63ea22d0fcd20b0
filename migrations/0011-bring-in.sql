-- A second way into the record, for the maintainer alone: children whom nobody knows here yet, each with a whole past
-- in which every entry was recorded at its own time. For an invented partnership of any size, hundreds of children go
-- in at once; `append` writes one child at one moment.

-- `written` has what `append` takes, as JSON and for any number of subjects, and each entry says when it was recorded.
-- What does not count from one, goes back in time, is still to come or is about somebody who is known here is refused whole.
create function whereabouts.bring_in(written jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into whereabouts.subject (id)
    select s.id from jsonb_to_recordset(written -> 'subjects') as s (id uuid);

  insert into whereabouts.stream (subject, id, kind, head, recorded)
    select e.subject, e.stream, case e.stream when e.subject then 'child'
        when whereabouts.care_stream(e.subject) then 'care' else 'episode' end,
      max(e.sequence), max(e.recorded)
    from jsonb_to_recordset(written -> 'entries')
      as e (subject uuid, stream uuid, sequence integer, recorded timestamptz)
    group by e.subject, e.stream;
  if exists (
    select from (
      select e.subject, e.stream, e.sequence, e.recorded,
        row_number() over each_stream as place, lag(e.recorded) over each_stream as before
      from jsonb_to_recordset(written -> 'entries')
        as e (subject uuid, stream uuid, sequence integer, recorded timestamptz)
      window each_stream as (partition by e.subject, e.stream order by e.sequence)
    ) e
    where e.sequence <> e.place or e.recorded < e.before or e.recorded > whereabouts.clock()
      or not exists (
        select from jsonb_to_recordset(written -> 'subjects') as s (id uuid) where s.id = e.subject)
      or exists (select from whereabouts.stream t where t.id = e.stream and t.subject <> e.subject)
  ) then
    raise exception 'entries do not follow on from their stream' using errcode = 'WB003';
  end if;

  insert into whereabouts.entry (subject, id, stream, sequence, command, recorded, sections, hashes, commitment)
    select e.subject, e.id, e.stream, e.sequence, e.command, e.recorded, e.sections, e.hashes, e.commitment
    from jsonb_to_recordset(written -> 'entries') as e (subject uuid, id uuid, stream uuid, sequence integer,
      command text, recorded timestamptz, sections text[], hashes bytea[], commitment bytea);
  insert into whereabouts.entry_content (subject, entry, stream, section, salt, bytes)
    select c.subject, c.entry, c.stream, c.section, c.salt, c.bytes
    from jsonb_to_recordset(written -> 'content')
      as c (subject uuid, entry uuid, stream uuid, section text, salt bytea, bytes bytea);
  insert into whereabouts.outbox (subject, entry)
    select e.subject, e.id
    from jsonb_to_recordset(written -> 'entries')
      as e (subject uuid, id uuid, sequence integer, recorded timestamptz)
    order by e.recorded, e.subject, e.sequence;
  insert into whereabouts.command (subject, id, person, post, request_hash, answer)
    select s.id, s.command, whereabouts.visiting_person(), whereabouts.visitor(), s.hash, s.answer
    from jsonb_to_recordset(written -> 'subjects') as s (id uuid, command text, hash text, answer jsonb);

  insert into whereabouts.child_card
    select n.* from jsonb_populate_recordset(null::whereabouts.child_card, written -> 'child_card') n;
  insert into whereabouts.episode_card
    select n.* from jsonb_populate_recordset(null::whereabouts.episode_card, written -> 'episode_card') n;
  insert into whereabouts.board
    select n.* from jsonb_populate_recordset(null::whereabouts.board, written -> 'board') n;
  insert into whereabouts.duty
    select n.* from jsonb_populate_recordset(null::whereabouts.duty, written -> 'duty') n;
  insert into whereabouts.access_grant
    select n.* from jsonb_populate_recordset(null::whereabouts.access_grant, written -> 'access_grant') n;
  insert into whereabouts.care_strand
    select n.* from jsonb_populate_recordset(null::whereabouts.care_strand, written -> 'care_strand') n;
end
$$;
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.bring_in owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.bring_in from public;
grant execute on function whereabouts.bring_in to whereabouts_maintainer;
