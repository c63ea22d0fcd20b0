-- A part of an interview that was shared on purpose. The grant names the entry in the place of a stream: it opens that
-- passage, and nothing else of any section.

create policy shared_with_them on whereabouts.entry_content for select to whereabouts_app using (
  section = 'interview-passage' and exists (
    select from whereabouts.access_grant g
    where g.subject = entry_content.subject and g.post = (select whereabouts.visitor())
      and g.section = 'interview-passage' and g.stream = entry_content.entry
      and g.from_at <= now() and (g.until_at is null or now() < g.until_at)));
