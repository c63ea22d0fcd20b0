-- Makes the read side of one subject what `projection` says: an object of rows by table. Rows that stay the same are
-- not touched; those that changed go before their successors come, so that an episode that ended makes room for the
-- next within one call.
create function whereabouts.replace_projection(p_subject uuid, projection jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from whereabouts.child_card t where t.subject = p_subject and not exists (
    select from jsonb_populate_recordset(null::whereabouts.child_card, projection -> 'child_card') n
    where n is not distinct from t);
  delete from whereabouts.episode_card t where t.subject = p_subject and not exists (
    select from jsonb_populate_recordset(null::whereabouts.episode_card, projection -> 'episode_card') n
    where n.episode = t.episode and n is not distinct from t);
  delete from whereabouts.board t where t.subject = p_subject and not exists (
    select from jsonb_populate_recordset(null::whereabouts.board, projection -> 'board') n
    where n.episode = t.episode and n is not distinct from t);
  delete from whereabouts.duty t where t.subject = p_subject and not exists (
    select from jsonb_populate_recordset(null::whereabouts.duty, projection -> 'duty') n
    where n.episode = t.episode and n.id = t.id and n is not distinct from t);
  delete from whereabouts.access_grant t where t.subject = p_subject and not exists (
    select from jsonb_populate_recordset(null::whereabouts.access_grant, projection -> 'access_grant') n
    where n.post = t.post and n is not distinct from t);

  insert into whereabouts.child_card
    select n.* from jsonb_populate_recordset(null::whereabouts.child_card, projection -> 'child_card') n
    where not exists (select from whereabouts.child_card t where t.subject = p_subject);
  insert into whereabouts.episode_card
    select n.* from jsonb_populate_recordset(null::whereabouts.episode_card, projection -> 'episode_card') n
    where not exists (
      select from whereabouts.episode_card t where t.subject = p_subject and t.episode = n.episode);
  insert into whereabouts.board
    select n.* from jsonb_populate_recordset(null::whereabouts.board, projection -> 'board') n
    where not exists (select from whereabouts.board t where t.subject = p_subject and t.episode = n.episode);
  insert into whereabouts.duty
    select n.* from jsonb_populate_recordset(null::whereabouts.duty, projection -> 'duty') n
    where not exists (
      select from whereabouts.duty t
      where t.subject = p_subject and t.episode = n.episode and t.id = n.id);
  insert into whereabouts.access_grant
    select distinct n.*
    from jsonb_populate_recordset(null::whereabouts.access_grant, projection -> 'access_grant') n
    where not exists (
      select from whereabouts.access_grant t
      where t.subject = p_subject and t.post = n.post and t is not distinct from n);
end
$$;

-- The only way into the record: entries with their content, their command and answer, their place in the outbox and
-- the read side that they lead to. The caller holds the subject's row through `load`, and made the commitments from
-- the sequences and the clock that `load` gave; what does not follow on from the stored heads is refused whole.
create function whereabouts.append(written jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_subject constant uuid := (written ->> 'subject')::uuid;
  v_recorded constant timestamptz := (written ->> 'recorded')::timestamptz;
  v_command constant text := written -> 'command' ->> 'id';
begin
  perform from whereabouts.subject s where s.id = v_subject for update;
  if not found or not whereabouts.may_write(v_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  perform whereabouts.lengthen_streams(v_subject, v_recorded, written);

  insert into whereabouts.entry (subject, id, stream, sequence, command, recorded, sections, hashes, commitment)
    select v_subject, e.id, e.stream, e.sequence, v_command, v_recorded, e.sections,
      (select array_agg(decode(hash, 'hex') order by place)
       from unnest(e.hashes) with ordinality as h (hash, place)),
      decode(e.commitment, 'hex')
    from jsonb_to_recordset(written -> 'entries')
      as e (id uuid, stream uuid, sequence integer, sections text[], hashes text[], commitment text);
  insert into whereabouts.entry_content (subject, entry, stream, section, salt, bytes)
    select v_subject, c.entry, c.stream, c.section, decode(c.salt, 'hex'), convert_to(c.text, 'UTF8')
    from jsonb_to_recordset(written -> 'content')
      as c (entry uuid, stream uuid, section text, salt text, text text);
  insert into whereabouts.outbox (subject, entry)
    select v_subject, (e.value ->> 'id')::uuid
    from jsonb_array_elements(written -> 'entries') with ordinality as e (value, place) order by e.place;
  insert into whereabouts.command (subject, id, person, post, request_hash, answer)
    values (v_subject, v_command, whereabouts.visiting_person(), whereabouts.visitor(),
      written -> 'command' ->> 'hash', written -> 'command' -> 'answer');

  perform whereabouts.replace_projection(v_subject, written -> 'projection');
end
$$;

-- Moves the heads of the streams that are written to, and refuses entries that would leave a gap, be recorded before
-- what is there or at another time than now, or put one stream under two subjects. Only the maintainer, whose runs
-- are on the record, may bring in what was recorded earlier.
create function whereabouts.lengthen_streams(p_subject uuid, p_recorded timestamptz, written jsonb) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_moved integer;
begin
  if p_recorded > (
    select greatest(whereabouts.clock(), date_trunc('milliseconds', now()), max(s.recorded))
    from whereabouts.stream s where s.subject = p_subject
  ) or p_recorded < date_trunc('milliseconds', now()) and session_user <> 'whereabouts_maintainer' or exists (
    select from jsonb_to_recordset(written -> 'streams') as s (id uuid, head integer, added integer)
    full join (
      select e.stream, count(distinct e.sequence) as n, min(e.sequence) as first, max(e.sequence) as last
      from jsonb_to_recordset(written -> 'entries') as e (stream uuid, sequence integer)
      group by e.stream
    ) e on e.stream = s.id
    where (e.n, e.first, e.last) is distinct from (s.added::bigint, s.head - s.added + 1, s.head)
  ) or exists (
    select from jsonb_to_recordset(written -> 'streams') as s (id uuid)
    join whereabouts.stream other on other.id = s.id and other.subject <> p_subject
  ) then
    raise exception 'entries do not follow on from their stream' using errcode = 'WB003';
  end if;

  with moved as (
    select s.id, s.kind, s.head, s.added
    from jsonb_to_recordset(written -> 'streams') as s (id uuid, kind text, head integer, added integer)
  ), lengthened as (
    update whereabouts.stream t set head = moved.head, recorded = p_recorded
    from moved
    where t.subject = p_subject and t.id = moved.id and t.kind = moved.kind
      and t.head = moved.head - moved.added and t.recorded <= p_recorded
    returning t.id
  ), begun as (
    insert into whereabouts.stream (subject, id, kind, head, recorded)
    select p_subject, moved.id, moved.kind, moved.head, p_recorded from moved where moved.head = moved.added
    returning id
  )
  select count(*) into v_moved from (select from lengthened union all select from begun) as both_kinds;
  if v_moved <> jsonb_array_length(written -> 'streams') then
    raise exception 'entries do not follow on from their stream' using errcode = 'WB003';
  end if;
end
$$;
-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.replace_projection owner to whereabouts_keeper;
alter function whereabouts.lengthen_streams owner to whereabouts_keeper;
alter function whereabouts.append owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
