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
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
