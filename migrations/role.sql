-- The role of all requests. Every start creates it if it is missing, because a restored database may be in a new
-- cluster.

do $$
begin
  if not exists (select from pg_roles where rolname = 'sealane_tenant') then
    create role sealane_tenant nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The database user % may not create the role sealane_tenant.', current_user
      using hint = format('Ask an administrator to run: CREATE ROLE sealane_tenant NOLOGIN; GRANT sealane_tenant TO %I;', current_user);
end $$;

-- Since PostgreSQL 16 even the creator of a role may not assume it until it is granted.
do $$
declare
  right_to_become constant text := case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'sealane_tenant', right_to_become) then
    execute format('grant sealane_tenant to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception 'The database user % may not become sealane_tenant.', current_user
      using hint = format('Ask an administrator to run: GRANT sealane_tenant TO %I;', current_user);
end $$;
