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
  all_hours boolean not null
);
