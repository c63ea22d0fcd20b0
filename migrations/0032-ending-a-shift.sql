-- A shift that somebody vouched for is ended before its time, by whoever may vouch at that home.

grant update (ends_at) on whereabouts.post to whereabouts_keeper;

grant create on schema whereabouts to whereabouts_keeper;
set local role whereabouts_keeper;

-- Who is in on somebody's word at a home of the visitor's, and on whose.
create function whereabouts.vouched_shifts()
returns table (id uuid, name text, home text, until timestamptz, "by" text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select v.id, v.name, d.home, v.until::timestamptz, w.person_name
    from whereabouts.vouching v join whereabouts.device d on d.id = v.device
    left join whereabouts.post w on w.id = v.vouched_in
    where v.ready is not null and whereabouts.clock() < v.until and whereabouts.vouches_at(d.organisation, d.home)
    order by v.until, v.id;
end;

-- Ends such a shift before its time, at once: the post that was made for it, the PIN and every session on the device.
-- Null where it is not theirs to say, or is over.
create function whereabouts.end_vouched_shift(p_id uuid)
returns table (post uuid, organisation uuid, home text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  at timestamptz := whereabouts.clock();
  given whereabouts.vouching;
  at_device whereabouts.device;
begin
  select * into given from whereabouts.vouching v where v.id = p_id for update;
  select * into at_device from whereabouts.device d where d.id = given.device;
  if at_device.id is null or not whereabouts.vouches_at(at_device.organisation, at_device.home)
    or given.ready is null or given.until <= at
  then
    return;
  end if;
  update whereabouts.vouching set until = at where id = p_id;
  update whereabouts.post set ends_at = at where id = given.post and vouched_by is not null and at < ends_at;
  update whereabouts.pin i set until = at
    from whereabouts.post p
    where given.taken is not null and p.id = given.post and i.person = p.person and i.organisation = p.organisation
      and at < i.until;
  update whereabouts.session set ended = at
    where post = given.post and device = given.device and ended is null;
  return query select given.post, at_device.organisation, at_device.home;
end
$$;
revoke all on function whereabouts.vouched_shifts, whereabouts.end_vouched_shift from public;
grant execute on function whereabouts.vouched_shifts, whereabouts.end_vouched_shift to whereabouts_app;
reset role;
revoke create on schema whereabouts from whereabouts_keeper;
