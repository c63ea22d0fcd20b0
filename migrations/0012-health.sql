-- How the product is, for machines that watch it: counts and times, and nothing about any child, so nobody has to say
-- who asks.
grant select on public.schema_version to whereabouts_keeper;
grant select on whereabouts.chain_head to whereabouts_keeper;
grant select (run, verb, at) on whereabouts.maintenance to whereabouts_keeper;
grant select (id, at) on whereabouts.look to whereabouts_keeper;

-- `oldest` is when that was recorded which waits longest for its position.
create function whereabouts.health()
returns table (at timestamptz, schema integer, "position" bigint, unpublished bigint, oldest timestamptz, backup timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select clock_timestamp(),
    (select max(v.number) from public.schema_version v),
    (select c.position from whereabouts.chain_head c),
    (select count(*) from whereabouts.outbox),
    (select coalesce(e.recorded, l.at, m.at) from whereabouts.outbox o
     left join whereabouts.entry e on e.subject = o.subject and e.id = o.entry
     left join whereabouts.look l on l.id = o.look
     left join whereabouts.maintenance m on m.run = o.run
     order by o.id limit 1),
    (select max(m.at) from whereabouts.maintenance m where m.verb = 'backup-written');
end;

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.health owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.health from public;
grant execute on function whereabouts.health to whereabouts_app;
