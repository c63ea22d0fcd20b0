-- Who may do what, and which rows each sees. Every table that carries a subject forces row security, for its owner
-- too, and a session that has not said who asks sees none of them.

revoke all on all tables in schema whereabouts from public;
revoke all on all functions in schema whereabouts from public;

-- The application reads, and writes only through `load`, `append` and its looks.
grant select on whereabouts.organisation, whereabouts.post, whereabouts.directory_version, whereabouts.subject, whereabouts.stream,
  whereabouts.entry, whereabouts.entry_content, whereabouts.access_grant, whereabouts.child_card,
  whereabouts.episode_card, whereabouts.board, whereabouts.duty to whereabouts_app;
grant insert (what, children, purpose, reference) on whereabouts.look to whereabouts_app;
grant execute on function whereabouts.visitor, whereabouts.visiting_person, whereabouts.clock,
  whereabouts.load, whereabouts.append to whereabouts_app;

-- The worker numbers and chains what it cannot read.
grant select, delete on whereabouts.outbox to whereabouts_worker;
grant select (subject, id, commitment) on whereabouts.entry to whereabouts_worker;
grant select, insert on whereabouts.position to whereabouts_worker;
grant select, update on whereabouts.chain_head to whereabouts_worker;

-- The maintainer rebuilds the read side, imports, and may dispose of content; never of an entry.
grant select on all tables in schema whereabouts to whereabouts_maintainer;
grant insert, update, delete on whereabouts.organisation, whereabouts.post to whereabouts_maintainer;
grant insert (run, verb, reason) on whereabouts.maintenance to whereabouts_maintainer;
grant delete on whereabouts.entry_content to whereabouts_maintainer;
grant execute on function whereabouts.visitor, whereabouts.visiting_person, whereabouts.clock, whereabouts.load,
  whereabouts.append, whereabouts.replace_projection to whereabouts_maintainer;

-- The keeper owns the functions of load and append, and this is all that they can do.
grant select, insert, update on whereabouts.subject, whereabouts.stream to whereabouts_keeper;
grant select, insert on whereabouts.entry, whereabouts.entry_content, whereabouts.command, whereabouts.outbox
  to whereabouts_keeper;
grant select, insert, delete on whereabouts.access_grant, whereabouts.child_card, whereabouts.episode_card,
  whereabouts.board, whereabouts.duty to whereabouts_keeper;
grant select, update on whereabouts.directory_version to whereabouts_keeper;
grant execute on function whereabouts.visitor, whereabouts.visiting_person, whereabouts.clock
  to whereabouts_keeper;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['subject', 'stream', 'entry', 'entry_content', 'command', 'outbox', 'position',
    'look', 'access_grant', 'child_card', 'episode_card', 'board', 'duty']
  loop
    execute format('alter table whereabouts.%I enable row level security', guarded);
    execute format('alter table whereabouts.%I force row level security', guarded);
    execute format('create policy kept on whereabouts.%I to whereabouts_keeper using (true)', guarded);
    execute format('create policy maintained on whereabouts.%I to whereabouts_maintainer using (true)', guarded);
  end loop;
  foreach guarded in array array['entry', 'outbox', 'position'] loop
    execute format('create policy published on whereabouts.%I to whereabouts_worker using (true)', guarded);
  end loop;
end
$$;

create policy own on whereabouts.access_grant for select to whereabouts_app
  using (post = (select whereabouts.visitor()));

create policy own on whereabouts.look for insert to whereabouts_app
  with check (person = whereabouts.visiting_person() and post = whereabouts.visitor());

-- Each of these is one look into the flat table of grants, which its own policy narrows to the visitor's. Some grants
-- open no part of a record: figures without a name, a list to review, what one's own organisation recorded.
create policy granted on whereabouts.subject for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = subject.id and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own')
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.stream for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = stream.subject and g.post = (select whereabouts.visitor())
    and g.section not in ('figures', 'review', 'own')
    and (g.stream is null or g.stream = stream.id)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.entry for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = entry.subject and g.post = (select whereabouts.visitor())
    and g.section = any (entry.sections) and (g.stream is null or g.stream = entry.stream)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.entry_content for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = entry_content.subject and g.post = (select whereabouts.visitor())
    and g.section = entry_content.section and (g.stream is null or g.stream = entry_content.stream)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

-- Who a child is: to whoever may read the core of the whole record or of the child's own stream.
create policy granted on whereabouts.child_card for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = child_card.subject and g.post = (select whereabouts.visitor())
    and g.section = 'core' and (g.stream is null or g.stream = child_card.subject)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.episode_card for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = episode_card.subject and g.post = (select whereabouts.visitor())
    and g.section = 'core' and (g.stream is null or g.stream = episode_card.episode)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.board for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = board.subject and g.post = (select whereabouts.visitor())
    and g.section = 'core' and (g.stream is null or g.stream = board.episode)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));

create policy granted on whereabouts.duty for select to whereabouts_app using (exists (
  select from whereabouts.access_grant g
  where g.subject = duty.subject and g.post = (select whereabouts.visitor())
    and g.section = 'core' and (g.stream is null or g.stream = duty.episode)
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
