-- Tenants may not insert people, because one person can belong to many organizations. This is the one way in: the
-- person who has the address, or a new one. The membership that follows is the tenant's own row.
create function find_or_create_user(new_id uuid, new_name text, new_email text, at timestamptz) returns uuid
language plpgsql security definer set search_path from current as $$
declare
  known uuid;
begin
  insert into users (id, name, email, created_at, updated_at) values (new_id, new_name, new_email, at, at)
    on conflict ((lower(email))) do nothing returning id into known;
  if known is null then
    select id into known from users where lower(email) = lower(new_email);
  end if;
  return known;
end $$;
revoke execute on function find_or_create_user from public;
grant execute on function find_or_create_user to sealane_tenant;
