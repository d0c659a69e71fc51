-- What a webhook heard of stays in the event log as long as events do, also when the webhook is deleted.
create table former_webhooks (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  deleted_at timestamptz not null,
  primary key (organization_id, id)
);
select protect_tenant_table('former_webhooks');

-- An organization that is deleted takes its webhooks along, and leaves no trace of them.
create function remember_webhook() returns trigger language plpgsql as $$
begin
  insert into former_webhooks (organization_id, id, deleted_at)
  select old.organization_id, old.id, now() where exists (select from organizations where id = old.organization_id);
  return null;
end $$;
create trigger remember after delete on webhooks for each row execute function remember_webhook();

create view known_webhooks with (security_invoker = true) as
  select organization_id, id from webhooks
  union all
  select organization_id, id from former_webhooks;
grant select on known_webhooks to sealane_tenant;
