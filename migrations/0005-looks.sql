-- Who looked at whom, written and committed before anything is shown. `said` is the salted hash of everything that the
-- row says, and the commitment covers it, as an entry's covers its sections.
create table whereabouts.look (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  what text not null,
  children uuid[] not null,
  purpose text,
  reference text,
  salt bytea not null check (octet_length(salt) = 16),
  said bytea not null check (octet_length(said) = 32),
  commitment bytea not null check (octet_length(commitment) = 32)
);
create index look_by_child on whereabouts.look using gin (children);
create index look_by_day on whereabouts.look using brin (at);
create trigger only_added_to before update or delete or truncate on whereabouts.look
  for each statement execute function whereabouts.refuse_change();

-- Every run of the maintainer, and why.
create table whereabouts.maintenance (
  run uuid primary key,
  verb text not null,
  reason text not null,
  at timestamptz(3) not null default whereabouts.clock(),
  salt bytea not null check (octet_length(salt) = 16),
  said bytea not null check (octet_length(said) = 32),
  commitment bytea not null check (octet_length(commitment) = 32)
);
create trigger only_added_to before update or delete or truncate on whereabouts.maintenance
  for each statement execute function whereabouts.refuse_change();
