-- The deliveries of all webhooks, open and closed.
create or replace view deliveries with (security_invoker = true) as
  select organization_id, webhook_id, event_id, sequence, 'pending' as state, attempts,
         case when isfinite(due_at) then due_at end as next_attempt_at, null::timestamptz as finished_at
  from open_deliveries
  union all
  select organization_id, webhook_id, event_id, sequence, state, attempts, null, finished_at
  from closed_deliveries;
grant select on deliveries to sealane_tenant;
