-- Who of those who answer for it has said that they know of a record opened in an emergency: each for themselves. Until
-- then it stands at the head of every page of theirs.
create table whereabouts.emergency_known (
  subject uuid not null,
  emergency uuid not null,
  person uuid not null default whereabouts.visiting_person(),
  post uuid not null default whereabouts.visitor(),
  at timestamptz(3) not null default whereabouts.clock(),
  primary key (subject, emergency, post)
);
create trigger only_added_to before update or delete or truncate on whereabouts.emergency_known
  for each statement execute function whereabouts.refuse_change();
alter table whereabouts.emergency_known enable row level security;
alter table whereabouts.emergency_known force row level security;
create policy maintained on whereabouts.emergency_known to whereabouts_maintainer using (true);
create policy reviewed on whereabouts.emergency_known for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g where g.subject = emergency_known.subject and g.section = 'review'
    and g.post = (select whereabouts.visitor()) and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
-- Only of what the visitor reviews, and nobody knows of their own in place of the others.
create policy knowing on whereabouts.emergency_known for insert to whereabouts_app
  with check (person = whereabouts.visiting_person() and post = whereabouts.visitor() and exists (
    select from whereabouts.emergency e where e.id = emergency and e.subject = emergency_known.subject
      and e.person <> whereabouts.visiting_person()));
revoke all on whereabouts.emergency_known from public;
grant select, insert (subject, emergency) on whereabouts.emergency_known to whereabouts_app;
grant select on whereabouts.emergency_known to whereabouts_maintainer;
