-- Returns for those who count them: what figures are read from, with the first letter of the name. Whoever may read the
-- core of a record may follow the episode; whoever has figures alone reads times and no more.
create function whereabouts.return_figures(p_until timestamptz)
returns table (subject uuid, episode uuid, initial text, readable boolean, counted jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with mine as materialized (
    select g.subject, g.stream, bool_or(g.section = 'core') as readable
    from whereabouts.access_grant g
    where g.post = whereabouts.visitor() and g.section in ('figures', 'core')
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at)
    group by g.subject, g.stream
  )
  select e.subject, e.episode, left(c.name, 1), bool_or(m.readable), e.counted
  from mine m
  join whereabouts.episode_card e on e.subject = m.subject and (m.stream is null or m.stream = e.episode)
  join whereabouts.child_card c on c.subject = e.subject
  where e.counted is not null and e.from_at < p_until
  group by e.subject, e.episode, c.name, e.counted
  order by e.episode;
end;
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.return_figures owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.return_figures from public;
grant execute on function whereabouts.return_figures to whereabouts_app;
