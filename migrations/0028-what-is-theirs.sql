-- What a child reads of their own record: each function answers the child alone, about the child, while access is given; and
-- some of them whoever stands beside the child as their advocate, while they do.

-- Whether whoever asks stands beside this child as their advocate: with the child's words only where the child wishes it.
create function whereabouts.stands_beside(p_subject uuid, p_with_words boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from whereabouts.access_grant g join whereabouts.post p on p.id = g.post
  where g.subject = p_subject and g.post = whereabouts.visitor() and p.person = whereabouts.visiting_person()
    and g.section = case when p_with_words then 'beside-words' else 'beside' end
    and g.from_at <= now() and (g.until_at is null or now() < g.until_at));

-- What the child is called, and the posts and the council that answer for them: no home, no telephone, no address.
create function whereabouts.their_card(p_subject uuid) returns table (name text, answerable jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.name, jsonb_strip_nulls(jsonb_build_object('workers', c.answerable -> 'workers',
    'responsibleCouncil', c.answerable -> 'responsibleCouncil', 'without', c.answerable -> 'without'))
  from whereabouts.child_card c
  where c.subject = p_subject
    and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, false));
end;

-- What the child wrote and was told, and corrections of that.
create function whereabouts.their_messages(p_subject uuid) returns table (id uuid, sequence integer, content text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with said as (
    select e.id, e.sequence, convert_from(c.bytes, 'UTF8') as content
    from whereabouts.entry e
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = 'care-childs-account'
    where e.subject = p_subject and e.stream = p_subject
      and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, true))
  )
  select s.id, s.sequence, s.content from said s
  where s.content::jsonb ->> 'type' in ('child-wrote', 'child-answered')
    or s.content::jsonb ->> 'type' = 'entry-corrected' and exists (
      select from said o
      where o.id::text = s.content::jsonb -> 'body' ->> 'corrects'
        and o.content::jsonb ->> 'type' in ('child-wrote', 'child-answered'))
  order by s.sequence;
end;

-- What the child said in an interview, or of whether they wanted one, what of it was given to which organisation, and what was said
-- since of when that was or whether it was at all: which of it counts is worked out as everywhere else. No reason and no
-- other word of anybody is in it.
create function whereabouts.their_words(p_subject uuid)
returns table (stream uuid, id uuid, sequence integer, said jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with told as (
    select e.stream, e.id, e.sequence, convert_from(own.bytes, 'UTF8')::jsonb as text,
      convert_from(apart.bytes, 'UTF8')::jsonb -> 'childsWords' as words,
      convert_from(apart.bytes, 'UTF8')::jsonb -> 'passage' as passage
    from whereabouts.entry e
    join whereabouts.entry_content own on own.subject = e.subject and own.entry = e.id and own.section = 'core'
    left join whereabouts.entry_content apart
      on apart.subject = e.subject and apart.entry = e.id and apart.section = 'interview-restricted'
    where e.subject = p_subject and e.stream <> p_subject
      and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, true))
  )
  select t.stream, t.id, t.sequence, jsonb_build_object(
    'type', t.text -> 'type', 'version', t.text -> 'version', 'occurred', t.text -> 'occurred',
    'recorded', t.text -> 'recorded', 'by', jsonb_build_object('person', t.text -> 'by' -> 'person'),
    'body', case t.text ->> 'type'
      when 'interview-held' then jsonb_strip_nulls(jsonb_build_object('childsWords', t.words))
      when 'interview-accepted' then jsonb_strip_nulls(jsonb_build_object('childsWords', t.words))
      when 'interview-declined' then jsonb_strip_nulls(jsonb_build_object('childsWords', t.words))
      when 'passage-shared' then jsonb_strip_nulls(jsonb_build_object('with', t.text -> 'body' -> 'with',
        'passage', t.passage))
      else jsonb_strip_nulls(jsonb_build_object('corrects', t.text -> 'body' -> 'corrects',
        'occurred', t.text -> 'body' -> 'occurred', 'needsSecond', t.text -> 'body' -> 'needsSecond',
        'scope', t.text -> 'body' -> 'scope', 'of', t.text -> 'body' -> 'of')) end)
  from told t
  where t.text ->> 'type' in ('interview-held', 'interview-accepted', 'interview-declined', 'passage-shared',
      'entry-corrected', 'recorded-in-error', 'acknowledged')
    and exists (select from told o where o.stream = t.stream and (o.words is not null or
      o.text ->> 'type' = 'passage-shared'))
  order by t.stream, t.sequence;
end;

-- What is owed to the child themselves and is not done yet: only what has words for them, and nothing of how they are
-- looked for. That they wrote shows to whoever reads what they wrote.
create function whereabouts.owed_to_them(p_subject uuid)
returns table (duty text, starts_at timestamptz, due_at timestamptz, end_of_day boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.duty, d.starts_at, d.due_at, d.end_of_day from whereabouts.duty d
  where d.subject = p_subject
    and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, d.section <> 'core'))
    and coalesce(d.met_at, d.discharged_at, d.cancelled_at) is null and d.starts_at <= now()
    and d.duty in ('prevention-check', 'offer-interview', 'return-interview', 'update-missing-plan', 'answer-child',
      'speak-with-child-not-safe')
  order by d.due_at, d.id;
end;

-- When the child was away, as far as it is over: no place, no reason and nothing of how they were looked for.
create function whereabouts.their_absences(p_subject uuid) returns table (from_at timestamptz, returned_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.from_at, e.returned_at from whereabouts.episode_card e
  where e.subject = p_subject and not e.voided and e.returned_at is not null and e.care is null
    and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, false))
  order by e.from_at desc, e.episode
  limit 50;
end;

-- The children beside whom whoever asks stands as their advocate.
create function whereabouts.children_beside() returns table (subject uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.subject, c.name from whereabouts.child_card c
  where exists (
      select from whereabouts.access_grant g
      where g.subject = c.subject and g.post = whereabouts.visitor() and g.section = 'beside')
    and whereabouts.stands_beside(c.subject, false)
  order by c.name, c.subject;
end;

-- Who has looked at the child's record: on which day, in which kind of post, of which kind of organisation. Names of
-- people and of homes are not in it: they could say where the child lives to somebody who looks over their shoulder.
-- Whoever was refused saw nothing.
create function whereabouts.looks_at_them(p_subject uuid)
returns table (day date, role text, kind text, of_their_council boolean, times bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select (l.at at time zone 'Europe/London')::date, p.role, o.kind,
    o.id::text = (select c.answerable ->> 'responsibleCouncil' from whereabouts.child_card c where c.subject = p_subject),
    count(*)
  from whereabouts.look l
  join whereabouts.post p on p.id = l.post
  join whereabouts.organisation o on o.id = p.organisation
  where l.children @> array[p_subject] and l.what <> 'refused' and whereabouts.is_the_child(p_subject)
  group by 1, 2, 3, 4
  order by 1 desc, 5 desc, 2
  limit 200;
end;

-- When somebody read what the child wrote, and in which kind of post.
create function whereabouts.their_messages_read(p_subject uuid) returns table (at timestamptz, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select l.at, p.role
  from whereabouts.look l join whereabouts.post p on p.id = l.post
  where l.children @> array[p_subject] and l.what = 'childs messages'
    and (whereabouts.is_the_child(p_subject) or whereabouts.stands_beside(p_subject, true))
  order by l.at, l.id;
end;

grant select on whereabouts.organisation, whereabouts.look to whereabouts_keeper;
grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  foreach signature in array array['stands_beside(uuid, boolean)', 'their_card(uuid)', 'their_messages(uuid)', 'their_words(uuid)', 'owed_to_them(uuid)',
    'their_absences(uuid)', 'children_beside()', 'looks_at_them(uuid)', 'their_messages_read(uuid)']
  loop
    execute format('alter function whereabouts.%s owner to whereabouts_keeper', signature);
    execute format('revoke all on function whereabouts.%s from public', signature);
    if signature <> 'stands_beside(uuid, boolean)' then
      execute format('grant execute on function whereabouts.%s to whereabouts_app', signature);
    end if;
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
