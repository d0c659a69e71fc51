-- Sets confirmed_at at the first sign-in of a person: they have acted for themself.
create or replace function confirm_user() returns trigger language plpgsql as $$
begin
  update users set confirmed_at = new.created_at where id = new.user_id and confirmed_at is null;
  return null;
end $$;
