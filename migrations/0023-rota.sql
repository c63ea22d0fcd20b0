-- Who of a duty team is on duty, when. About no child.

-- A shift that comes back each week. Without posts it is the whole team's.
create table whereabouts.shift (
  id uuid primary key,
  organisation uuid not null references whereabouts.organisation,
  name text not null check (name <> ''),
  hours text not null,
  posts uuid[] not null,
  from_day date not null,
  until_day date
);
create trigger changes_version after insert or update or delete or truncate on whereabouts.shift
  for each statement execute function whereabouts.directory_changed();

-- When a post of a duty team is off duty, as the rota and the rule in src/domain/child/rota.ts give it, for a year ahead.
-- It says who is off and never who is on: where nothing is said, as after the last of it, the whole team is on duty.
create table whereabouts.off_duty (
  post uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  primary key (post, from_at),
  check (from_at < until_at)
);

-- Its names were bound when it was made: it needs no search path.
create function whereabouts.is_off_duty(p_at timestamptz) returns boolean
language sql stable security definer
return exists (
  select from whereabouts.off_duty o
  where o.post = whereabouts.visitor() and o.from_at <= p_at and p_at < o.until_at);

-- A grant of a whole record is for the time on duty; one of a stream is its post's at any hour, and a passage follows
-- from what else is read. Every other policy sees the grants through this one. Only posts of duty teams are ever off
-- duty.
drop policy own on whereabouts.access_grant;
create policy own on whereabouts.access_grant for select to whereabouts_app
  using (post = (select whereabouts.visitor()) and section <> 'kept-out'
    and (stream is not null and section <> 'interview-passage'
      or not (select whereabouts.is_off_duty(now()))));

revoke all on whereabouts.shift, whereabouts.off_duty from public;
grant select on whereabouts.shift to whereabouts_app;
grant select, insert, update on whereabouts.shift to whereabouts_maintainer;
grant select, insert, delete on whereabouts.off_duty to whereabouts_maintainer;
grant select on whereabouts.off_duty to whereabouts_keeper;

grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.is_off_duty owner to whereabouts_keeper;

-- The same for whoever writes. Only its owner may put another in a function's place.
set local role whereabouts_keeper;
create or replace function whereabouts.may_write(p_subject uuid) returns boolean
language sql volatile
return session_user = 'whereabouts_maintainer'
  or whereabouts.visitor() is not null and (
    exists (
      select from whereabouts.access_grant g
      where g.subject = p_subject and g.post = whereabouts.visitor() and g.section = 'core'
        and g.from_at <= clock_timestamp() and (g.until_at is null or clock_timestamp() < g.until_at)
        and (g.stream is not null or not whereabouts.is_off_duty(clock_timestamp()))
    )
    or (select s.id from whereabouts.stream s where s.subject = p_subject order by s.subject, s.id limit 1) is null
  );
reset role;

revoke create on schema whereabouts from whereabouts_keeper;
revoke all on function whereabouts.is_off_duty from public;
grant execute on function whereabouts.is_off_duty to whereabouts_app, whereabouts_keeper;
