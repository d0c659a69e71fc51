-- Remembers a deleted webhook, unless its whole organization is deleted.
create or replace function remember_webhook() returns trigger language plpgsql as $$
begin
  insert into former_webhooks (organization_id, id, deleted_at)
  select old.organization_id, old.id, now() where exists (select from organizations where id = old.organization_id);
  return null;
end $$;
