-- A machine's leave to act in one post. Of the token itself only a hash is kept; a plain one does, because the token is
-- 256 random bits. It is about no child, so no row security: the application asks about one hash and reads no list.
create table whereabouts.api_token (
  id uuid primary key,
  hash bytea not null unique check (octet_length(hash) = 32),
  post uuid not null references whereabouts.post,
  name text not null check (name <> ''),
  created timestamptz(3) not null default whereabouts.clock(),
  revoked timestamptz(3)
);

-- A token that was revoked stays so, and every token that ever was stays on the list.
create function whereabouts.refuse_revival() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.revoked is not null then
    raise exception 'a token that was revoked stays revoked' using errcode = 'WB002';
  end if;
  return new;
end
$$;
create trigger revoked_once before update on whereabouts.api_token
  for each row execute function whereabouts.refuse_revival();
create trigger only_added_to before delete or truncate on whereabouts.api_token
  for each statement execute function whereabouts.refuse_change();

create function whereabouts.post_of_token(p_hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
return (select t.post from whereabouts.api_token t where t.hash = p_hash and t.revoked is null);

-- Unless a superuser gives it, a function goes only to a role that could have made it.
grant create on schema whereabouts to whereabouts_keeper;
alter function whereabouts.post_of_token owner to whereabouts_keeper;
revoke create on schema whereabouts from whereabouts_keeper;

revoke all on whereabouts.api_token from public;
revoke all on function whereabouts.post_of_token, whereabouts.refuse_revival from public;
grant select on whereabouts.api_token to whereabouts_keeper, whereabouts_maintainer;
grant insert (id, hash, post, name), update (revoked) on whereabouts.api_token to whereabouts_maintainer;
grant execute on function whereabouts.post_of_token to whereabouts_app;
