-- What somebody typed and has not sent: their own, for three days. It is sealed under a key that the database does not
-- have, and the page that it was typed on is named by a hash: a copy of the database tells neither words nor child. The
-- application has no right on the table, only on functions that speak of whoever asks.

-- Without what was sealed it was sent or thrown away: what still comes for it is not kept again.
create table whereabouts.draft (
  person uuid not null,
  place bytea not null check (octet_length(place) = 32),
  form uuid not null,
  sealed bytea check (octet_length(sealed) < 2000000),
  began timestamptz(3) not null,
  saved timestamptz(3) not null,
  until timestamptz(3) not null,
  -- An interview under way: signing out is how somebody pauses it.
  outlasts_signing_out boolean not null default false,
  primary key (person, place, form)
);
create index on whereabouts.draft (until);

-- When it was kept, if it is. The oldest of more than fifty give way, so that nobody fills the table, and first of all
-- what does not outlast signing out.
create function whereabouts.keep_draft(p_place bytea, p_form uuid, p_sealed bytea, p_for interval, p_outlasts boolean)
returns timestamptz language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
  who uuid := whereabouts.visiting_person();
begin
  if who is null then
    raise exception 'nobody asks' using errcode = 'WB001';
  end if;
  delete from whereabouts.draft d where d.until <= at;
  insert into whereabouts.draft as d (person, place, form, sealed, began, saved, until, outlasts_signing_out)
    values (who, p_place, p_form, p_sealed, at, at, at + p_for, p_outlasts)
    on conflict (person, place, form) do update
      set sealed = excluded.sealed, saved = excluded.saved, until = excluded.until
      where d.sealed is not null;
  if not found then
    return null;
  end if;
  delete from whereabouts.draft d where d.person = who and (d.place, d.form) in (
    select o.place, o.form from whereabouts.draft o where o.person = who
    order by o.outlasts_signing_out desc, o.saved desc, o.place, o.form offset 50);
  return at;
end
$$;

-- Newest first.
create function whereabouts.drafts_at(p_place bytea)
returns table (form uuid, sealed bytea, began timestamptz, saved timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.form, d.sealed, d.began::timestamptz, d.saved::timestamptz from whereabouts.draft d
    where d.person = whereabouts.visiting_person() and d.place = p_place and d.sealed is not null
      and whereabouts.clock() < d.until
    order by d.saved desc, d.form;
end;

-- It was sent or thrown away, also where nothing of it had come yet.
create function whereabouts.drop_draft(p_place bytea, p_form uuid, p_for interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := whereabouts.clock();
begin
  insert into whereabouts.draft as d (person, place, form, sealed, began, saved, until)
    values (whereabouts.visiting_person(), p_place, p_form, null, at, at, at + p_for)
    on conflict (person, place, form) do update set sealed = null, outlasts_signing_out = false;
end
$$;

-- Everything of whoever signs out, but what outlasts it.
create function whereabouts.drop_drafts() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from whereabouts.draft d where d.person = whereabouts.visiting_person() and not d.outlasts_signing_out;
end;

alter table whereabouts.draft enable row level security;
alter table whereabouts.draft force row level security;
create policy kept on whereabouts.draft to whereabouts_keeper using (true);
create policy maintained on whereabouts.draft to whereabouts_maintainer using (true);
revoke all on whereabouts.draft from public;
grant select, insert, update, delete on whereabouts.draft to whereabouts_keeper;
grant select on whereabouts.draft to whereabouts_maintainer;

grant create on schema whereabouts to whereabouts_keeper;
do $$
declare
  signature text;
begin
  foreach signature in array array['keep_draft(bytea, uuid, bytea, interval, boolean)', 'drafts_at(bytea)',
    'drop_draft(bytea, uuid, interval)', 'drop_drafts()']
  loop
    execute format('alter function whereabouts.%s owner to whereabouts_keeper', signature);
    execute format('revoke all on function whereabouts.%s from public', signature);
    execute format('grant execute on function whereabouts.%s to whereabouts_app', signature);
  end loop;
end
$$;
revoke create on schema whereabouts from whereabouts_keeper;
