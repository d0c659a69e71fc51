-- Puts a tenant's table behind row-level security and grants it to the tenant role.
create or replace function protect_tenant_table(target regclass, key text default 'organization_id') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant on %s to sealane_tenant using (%I = (select current_organization_id()))', target, key);
  execute format('grant select, insert, update, delete on %s to sealane_tenant', target);
end $$;
