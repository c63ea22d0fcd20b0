-- The one order of everything that was ever committed, and one hash chain over it: entries, looks and runs.
create table whereabouts.position (
  position bigint primary key check (position > 0),
  subject uuid,
  entry uuid,
  look bigint unique,
  run uuid unique,
  commitment bytea not null check (octet_length(commitment) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  unique (subject, entry),
  check (num_nonnulls(entry, look, run) = 1 and (entry is null) = (subject is null))
);

-- `record` is this record's own name, so that what was attested of another is not held against it.
create table whereabouts.chain_head (
  only_row boolean primary key default true check (only_row),
  record uuid not null default gen_random_uuid(),
  position bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);
insert into whereabouts.chain_head (position, hash) values (0, decode(repeat('00', 32), 'hex'));

create trigger only_added_to before update or delete or truncate on whereabouts.position
  for each statement execute function whereabouts.refuse_change();
create trigger the_only_row before insert or delete or truncate on whereabouts.chain_head
  for each statement execute function whereabouts.refuse_change();
