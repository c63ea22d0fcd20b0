-- Whoever was refused leaves a look, as whoever was shown something does.

grant insert (what, children, reference) on whereabouts.look to whereabouts_keeper;

grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;

-- As the visitor, of the children that were meant: those among the ids, and those of whom one of the ids is an episode. The
-- visitor learns of neither whether there is one.
create function whereabouts.was_refused(p_ids uuid[], p_route text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into whereabouts.look (what, children, reference)
    select 'refused', coalesce(array_agg(distinct meant.subject), '{}'), p_route
    from (
      select id as subject from whereabouts.subject where id = any (p_ids)
      union select subject from whereabouts.stream where id = any (p_ids)) as meant;
end;
revoke all on function whereabouts.was_refused from public;
grant execute on function whereabouts.was_refused to whereabouts_app;

-- As it was, and whoever was refused saw nothing.
create or replace function whereabouts.looks_at_them(p_subject uuid)
returns table (day date, role text, kind text, of_their_council boolean, times bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select (l.at at time zone 'Europe/London')::date, p.role, o.kind,
    o.id::text = (select c.answerable ->> 'responsibleCouncil' from whereabouts.child_card c where c.subject = p_subject),
    count(*)
  from whereabouts.look l
  join whereabouts.post p on p.id = l.post
  join whereabouts.organisation o on o.id = p.organisation
  where l.children @> array[p_subject] and l.what <> 'refused' and whereabouts.is_the_child(p_subject)
  group by 1, 2, 3, 4
  order by 1 desc, 5 desc, 2
  limit 200;
end;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
