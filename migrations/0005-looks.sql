-- Who looked at whom, written and committed before anything is shown.
create table whereabouts.look (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default whereabouts.clock(),
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  what text not null,
  children uuid[] not null
);
create trigger only_added_to before update or delete or truncate on whereabouts.look
  for each statement execute function whereabouts.refuse_change();

-- Every run of the maintainer, and why.
create table whereabouts.maintenance (
  run uuid primary key,
  verb text not null,
  reason text not null,
  at timestamptz(3) not null default whereabouts.clock()
);
create trigger only_added_to before update or delete or truncate on whereabouts.maintenance
  for each statement execute function whereabouts.refuse_change();
