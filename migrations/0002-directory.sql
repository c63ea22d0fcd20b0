-- Everyone who could answer, as the partnership keeps it. Not about any child.
create table whereabouts.organisation (
  id uuid primary key,
  name text not null,
  kind text not null,
  telephone text not null,
  out_of_hours_telephone text,
  levels text[] not null,
  joint_protocol text,
  force uuid references whereabouts.organisation deferrable initially deferred
);

create table whereabouts.post (
  id uuid primary key,
  person uuid not null,
  person_name text not null,
  organisation uuid not null references whereabouts.organisation,
  team text,
  role text not null,
  telephone text not null,
  from_day date not null,
  until_day date,
  all_hours boolean not null,
  -- Cares for children in their own home; nothing is said of anybody else.
  fosters boolean check (fosters is null or role = 'carer')
);

-- Another value after every change of the two, so that whoever has read them knows whether to read them again.
create table whereabouts.directory_version (
  only_row boolean primary key default true check (only_row),
  version uuid not null
);
insert into whereabouts.directory_version (version) values (gen_random_uuid());

create function whereabouts.directory_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update whereabouts.directory_version set version = gen_random_uuid();
  return null;
end
$$;
-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.directory_changed owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;
create trigger changes_version after insert or update or delete or truncate on whereabouts.organisation
  for each statement execute function whereabouts.directory_changed();
create trigger changes_version after insert or update or delete or truncate on whereabouts.post
  for each statement execute function whereabouts.directory_changed();
create trigger the_only_row before insert or delete or truncate on whereabouts.directory_version
  for each statement execute function whereabouts.refuse_change();
