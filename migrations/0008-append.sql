-- The two functions that only others of the keeper call have no search path of their own: it would be set once more for
-- each, at a price.

-- What is to be otherwise on the read side of one subject. Rows that go are named by their prints, and go before others
-- come, so that an episode that ended makes room for the next within one call. Rows of another child are not this one's.
create function whereabouts.change_projection(
  p_subject uuid,
  gone_cards text[], gone_episodes text[], gone_board text[], gone_duties text[], gone_grants text[],
  cards whereabouts.child_card[], episodes whereabouts.episode_card[], board whereabouts.board[],
  duties whereabouts.duty[], grants whereabouts.access_grant[]
) returns void
language plpgsql volatile as $$
begin
  if cardinality(gone_cards) > 0 then
    delete from whereabouts.child_card t where t.subject = p_subject and t.print = any (gone_cards);
  end if;
  if cardinality(gone_episodes) > 0 then
    delete from whereabouts.episode_card t where t.subject = p_subject and t.print = any (gone_episodes);
  end if;
  if cardinality(gone_board) > 0 then
    delete from whereabouts.board t where t.subject = p_subject and t.print = any (gone_board);
  end if;
  if cardinality(gone_duties) > 0 then
    delete from whereabouts.duty t where t.subject = p_subject and t.print = any (gone_duties);
  end if;
  if cardinality(gone_grants) > 0 then
    delete from whereabouts.access_grant t where t.subject = p_subject and t.print = any (gone_grants);
  end if;

  if cardinality(cards) > 0 then
    insert into whereabouts.child_card select n.* from unnest(cards) n where n.subject = p_subject;
  end if;
  if cardinality(episodes) > 0 then
    insert into whereabouts.episode_card select n.* from unnest(episodes) n where n.subject = p_subject;
  end if;
  if cardinality(board) > 0 then
    insert into whereabouts.board select n.* from unnest(board) n where n.subject = p_subject;
  end if;
  if cardinality(duties) > 0 then
    insert into whereabouts.duty select n.* from unnest(duties) n where n.subject = p_subject;
  end if;
  if cardinality(grants) > 0 then
    insert into whereabouts.access_grant select n.* from unnest(grants) n where n.subject = p_subject;
  end if;
end
$$;

-- Puts a read side in the place of whatever stands there, for a rebuild.
create function whereabouts.replace_projection(
  p_subject uuid,
  cards whereabouts.child_card[], episodes whereabouts.episode_card[], board whereabouts.board[],
  duties whereabouts.duty[], grants whereabouts.access_grant[]
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from whereabouts.child_card t where t.subject = p_subject;
  delete from whereabouts.episode_card t where t.subject = p_subject;
  delete from whereabouts.board t where t.subject = p_subject;
  delete from whereabouts.duty t where t.subject = p_subject;
  delete from whereabouts.access_grant t where t.subject = p_subject;
  perform whereabouts.change_projection(
    p_subject, '{}', '{}', '{}', '{}', '{}', cards, episodes, board, duties, grants);
end
$$;

-- The only way into the record: entries with their content, their command and answer, their place in the outbox and
-- what changes on the read side. The caller holds the subject's row through `load`, and made the commitments from the
-- sequences and the clock that `load` gave; what does not follow on from the stored heads is refused whole. Rows come
-- as rows in binary: the server reads them several times as fast as their text, and that three times as fast as JSON.
create function whereabouts.append(
  p_subject uuid, p_recorded timestamptz, p_command text, p_hash text, p_answer jsonb,
  entries whereabouts.entry[], contents whereabouts.entry_content[],
  gone_cards text[], gone_episodes text[], gone_board text[], gone_duties text[], gone_grants text[],
  cards whereabouts.child_card[], episodes whereabouts.episode_card[], board whereabouts.board[],
  duties whereabouts.duty[], grants whereabouts.access_grant[]
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
as $$
begin
  perform from whereabouts.subject s where s.id = p_subject for update;
  if not found or not whereabouts.may_write(p_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  -- Of which a part was disposed of: a chronology with gaps goes no further.
  if exists (select from whereabouts.disposal d where d.subject = p_subject) then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  -- The child writes what they have to say, in their own record, and nothing else.
  if whereabouts.visiting_person() = p_subject and exists (
    select from unnest(entries) e
    where e.stream not in (p_subject, whereabouts.care_stream(p_subject))
      or e.sections <> array['care-childs-account'])
  then
    raise exception 'no grant on this record' using errcode = 'WB001';
  end if;
  perform whereabouts.lengthen_streams(p_subject, p_recorded, entries);

  insert into whereabouts.entry (subject, id, stream, sequence, command, recorded, sections, hashes, commitment)
    select p_subject, e.id, e.stream, e.sequence, p_command, p_recorded, e.sections, e.hashes, e.commitment
    from unnest(entries) e;
  insert into whereabouts.entry_content (subject, entry, stream, section, salt, bytes)
    select p_subject, c.entry, c.stream, c.section, c.salt, c.bytes from unnest(contents) c;
  insert into whereabouts.outbox (subject, entry)
    select p_subject, e.id from unnest(entries) with ordinality as e order by e.ordinality;
  insert into whereabouts.command (subject, id, person, post, request_hash, answer)
    values (p_subject, p_command, whereabouts.visiting_person(), whereabouts.visitor(), p_hash, p_answer);

  perform whereabouts.change_projection(
    p_subject, gone_cards, gone_episodes, gone_board, gone_duties, gone_grants, cards, episodes, board, duties, grants);
end
$$;

-- Moves the heads of the streams that are written to, and refuses entries that would leave a gap, be recorded before
-- what is there or at another time than now, or put one stream under two subjects. Only the maintainer, whose runs
-- are on the record, may bring in what was recorded earlier.
create function whereabouts.lengthen_streams(p_subject uuid, p_recorded timestamptz, entries whereabouts.entry[])
returns void
language plpgsql volatile as $$
declare
  added record;
begin
  if p_recorded > (
    select greatest(whereabouts.clock(), date_trunc('milliseconds', now()), max(s.recorded))
    from whereabouts.stream s where s.subject = p_subject
  ) or p_recorded < date_trunc('milliseconds', now()) and session_user <> 'whereabouts_maintainer' then
    raise exception 'entries do not follow on from their stream' using errcode = 'WB003';
  end if;

  -- One after another: a join would be planned for any number of streams, and read the whole table for it.
  for added in
    select e.stream, count(distinct e.sequence) as entries, min(e.sequence) as first, max(e.sequence) as last
    from unnest(entries) e group by e.stream
  loop
    if added.first > 1 then
      update whereabouts.stream t set head = added.last, recorded = p_recorded
      where t.subject = p_subject and t.id = added.stream and t.head = added.first - 1 and t.recorded <= p_recorded;
    else
      insert into whereabouts.stream (subject, id, kind, head, recorded)
      select p_subject, added.stream, case added.stream when p_subject then 'child'
          when whereabouts.care_stream(p_subject) then 'care' else 'episode' end,
        added.last, p_recorded
      where not exists (select from whereabouts.stream other where other.id = added.stream);
    end if;
    if not found or added.entries <> added.last - added.first + 1 then
      raise exception 'entries do not follow on from their stream' using errcode = 'WB003';
    end if;
  end loop;
end
$$;
-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.replace_projection owner to whereabouts_keeper;
alter function whereabouts.change_projection owner to whereabouts_keeper;
alter function whereabouts.lengthen_streams owner to whereabouts_keeper;
alter function whereabouts.append owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
