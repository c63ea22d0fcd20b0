-- The record. Every table carries the subject (the child) first in its key, so that it can be partitioned or
-- distributed by subject. No foreign keys: one function writes these tables, and `verify` proves what it wrote.

create table whereabouts.subject (
  id uuid primary key,
  created timestamptz(3) not null default whereabouts.clock()
);

-- A child's own stream has the child's id; each episode is a stream, and what is recorded of a child's Care is one, under
-- an id that follows from the child's. `head` is the sequence of its last entry.
create table whereabouts.stream (
  subject uuid not null,
  id uuid not null,
  kind text not null check (kind in ('child', 'episode', 'care')),
  head integer not null check (head > 0),
  recorded timestamptz(3) not null,
  primary key (subject, id),
  check ((kind = 'child') = (id = subject))
);
create index stream_by_id on whereabouts.stream (id);

-- The Care stream of a child. Its own function, so that whatever does not need it never reads it.
create function whereabouts.care_stream(p_subject uuid) returns uuid
language sql immutable
return (select overlay(overlay(substr(h.hex, 1, 32) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid
  from (select encode(sha256(convert_to('care' || chr(10) || p_subject::text, 'UTF8')), 'hex') as hex) h);

-- One fact, without what it says. `hashes` are the sections' own, in the order of `sections`, so that the commitment
-- can still be checked by someone who may read nothing, and after content was lawfully disposed of.
create table whereabouts.entry (
  subject uuid not null,
  id uuid not null,
  stream uuid not null,
  sequence integer not null check (sequence > 0),
  command text not null,
  recorded timestamptz(3) not null,
  sections text[] not null check (cardinality(sections) > 0 and cardinality(sections) = cardinality(hashes)),
  hashes bytea[] not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (subject, id),
  unique (subject, stream, sequence)
);

-- What it says, one row a section: the exact canonical bytes (RFC 8785) and the salt that hides them in the hash.
create table whereabouts.entry_content (
  subject uuid not null,
  entry uuid not null,
  stream uuid not null,
  section text not null,
  salt bytea not null check (octet_length(salt) = 16),
  bytes bytea not null,
  primary key (subject, entry, section)
);

-- What was asked and answered, so that a retry by the same person with the same body is answered the same.
create table whereabouts.command (
  subject uuid not null,
  id text not null,
  person uuid not null,
  post uuid not null,
  request_hash text not null,
  answer jsonb,
  primary key (subject, id)
);

-- What was committed and has no position yet: an entry, a look or a run of the maintainer. Ids are handed out in the
-- order of writing, not of committing.
create table whereabouts.outbox (
  id bigint generated always as identity primary key,
  subject uuid,
  entry uuid,
  look bigint,
  run uuid,
  check (num_nonnulls(entry, look, run) = 1 and (entry is null) = (subject is null))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create trigger only_added_to before update or delete or truncate on whereabouts.entry
  for each statement execute function whereabouts.refuse_change();
create trigger only_added_to before update or delete or truncate on whereabouts.command
  for each statement execute function whereabouts.refuse_change();
create trigger never_changed before update or truncate on whereabouts.entry_content
  for each statement execute function whereabouts.refuse_change();
create trigger disposed_of_by_the_maintainer before delete on whereabouts.entry_content
  for each statement when (current_user <> 'whereabouts_maintainer')
  execute function whereabouts.refuse_change();
