-- The read side, written in the transaction of the entries that it follows from and rebuildable from them at any
-- time. It holds times and never a standing: whoever reads brings their own now.
--
-- `print` is a hash of the rest of a row, made by whoever writes it: the next write sends the rows that are to be
-- otherwise and leaves the others alone. A row with another print, or none, is replaced by that write.

create extension if not exists pg_trgm;

-- A post may read a section of a record from a moment until a moment. Without a stream: of the whole record.
create table whereabouts.access_grant (
  subject uuid not null,
  post uuid not null,
  stream uuid,
  section text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  because text not null,
  print text not null default ''
);
create index access_grant_by_subject on whereabouts.access_grant (subject, post, section);
create index access_grant_by_post on whereabouts.access_grant (post, section, subject);

create table whereabouts.child_card (
  subject uuid primary key,
  name text,
  other_names text[] not null,
  born_on date,
  approximate_age integer,
  pronoun text not null,
  telephone text,
  address text,
  placement text,
  answerable jsonb not null,
  found_by text not null,
  print text not null default ''
);
create index child_card_found_by on whereabouts.child_card using gin (found_by gin_trgm_ops);

create table whereabouts.episode_card (
  subject uuid not null,
  episode uuid not null,
  reference text not null,
  response text not null,
  voided boolean not null,
  from_at timestamptz(3) not null,
  returned_at timestamptz(3),
  sequence integer not null,
  -- What is missing of the child's Care: such an episode is in no list and no figure of the child's own.
  care jsonb,
  -- What figures count of its return, from each moment at which it became known.
  counted jsonb,
  print text not null default '',
  primary key (subject, episode)
);

create table whereabouts.board (
  subject uuid not null,
  episode uuid not null,
  reference text not null,
  name text,
  born_on date,
  approximate_age integer,
  pronoun text not null,
  placement text,
  answerable jsonb not null,
  response text not null,
  whereabouts text not null,
  authorisation text not null,
  police_know boolean not null,
  died boolean not null,
  from_at timestamptz(3) not null,
  risk text,
  risk_since timestamptz(3),
  reported_at timestamptz(3),
  last_known text,
  last_seen text,
  last_seen_at timestamptz(3),
  last_seen_precision text,
  imported boolean not null,
  returned_at timestamptz(3),
  returned_to text,
  print text not null default '',
  primary key (subject, episode)
);
-- A child is missing once at a time; any number of episodes may be back and still owed.
create unique index one_open_episode_a_child on whereabouts.board (subject)
  where response in ('concern', 'searching', 'reported');

create table whereabouts.duty (
  subject uuid not null,
  episode uuid not null,
  id text not null,
  duty text not null,
  title text not null,
  keeper boolean not null,
  owed_by text not null,
  covered boolean not null,
  starts_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  end_of_day boolean not null,
  provisional boolean not null,
  because text not null,
  met_at timestamptz(3),
  met_by uuid,
  discharged_at timestamptz(3),
  cancelled_at timestamptz(3),
  edition text not null,
  verified boolean not null,
  rungs jsonb not null,
  shown_overdue jsonb not null,
  -- Whoever reads this section may know that it is owed.
  section text not null,
  -- Where its work lies outside the core: whoever is shut out of one of these holds nothing of it.
  work_in text[] not null,
  print text not null default '',
  primary key (subject, episode, id)
);
-- One expression for how a duty ended, because three that are asked one by one look to the planner as if most duties
-- were open: of years of them few are, and only statistics on the whole say so.
create index duty_still_open on whereabouts.duty (subject, episode)
  where coalesce(met_at, discharged_at, cancelled_at) is null;
create statistics whereabouts.duty_ended on coalesce(met_at, discharged_at, cancelled_at) from whereabouts.duty;
