-- All webhooks, and the deleted ones whose deliveries are still in the event log.
create or replace view known_webhooks with (security_invoker = true) as
  select organization_id, id from webhooks
  union all
  select organization_id, id from former_webhooks;
grant select on known_webhooks to sealane_tenant;
