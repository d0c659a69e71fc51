-- Records a batch of receivers' answers for the deliveries that the worker still owns. Returns how many it owned, and
-- whether other deliveries became due. The `state` of an answer is delivered, failed, retry (due after delay_ms), or
-- release (no attempt was made). `pause_ms` pauses the whole webhook, `disable` switches it off (410 Gone).
create or replace function complete_deliveries(worker integer, results json, any_ordered boolean, out kept integer, out freed boolean)
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  -- Ordered deliveries are recorded under the claim lock, so that the next delivery of the agreement is never missed.
  if any_ordered then perform pg_advisory_xact_lock(7325265, 1); end if;
  with answers as materialized (
    select r.*, d.row_id from json_to_recordset(results) as r (organization_id uuid, webhook_id uuid, event_id uuid, state text,
      delay_ms bigint, pause_ms bigint, disable boolean, outcome text, http_status integer, error jsonb, response_excerpt text,
      started_at timestamptz, duration_ms integer, sent jsonb, answer_headers jsonb)
    cross join lateral (
      -- `is not distinct from` keeps the planner off the index of claimed rows, which it wrongly estimates as short.
      select x.ctid as row_id from open_deliveries x
      where x.organization_id = r.organization_id and x.webhook_id = r.webhook_id and x.event_id = r.event_id
        and x.claimed_by is not distinct from worker limit 1) d
  ), ended as (
    delete from open_deliveries d using answers r
    where d.ctid = r.row_id and d.claimed_by is not distinct from worker and r.state in ('delivered', 'failed')
    returning r.*, d.position, d.sequence, d.ordering_key, d.body_version, d.attempts + 1 as number
  ), again as (
    update open_deliveries d set
      claimed_by = null, claimed_at = null,
      attempts = d.attempts + case when r.state = 'retry' then 1 else 0 end,
      retry_delay_ms = coalesce(r.delay_ms, 0),
      due_at = case when r.state = 'retry' then delivery_clock() + coalesce(r.delay_ms, 0) * interval '1 millisecond' else d.due_at end
    from answers r
    where d.ctid = r.row_id and d.claimed_by is not distinct from worker and r.state in ('retry', 'release')
    returning r.*, d.position, d.sequence, d.ordering_key, d.body_version, d.attempts as number
  ), owned as materialized (
    select * from ended union all select * from again
  ), logged as (
    insert into attempts (organization_id, webhook_id, event_id, number, outcome, http_status, error, response_excerpt, started_at, duration_ms, sent, answer_headers)
    select o.organization_id, o.webhook_id, o.event_id, o.number, o.outcome, o.http_status, o.error, decode(o.response_excerpt, 'base64'), o.started_at, o.duration_ms, o.sent, o.answer_headers
    from owned o where o.state <> 'release'
  ), told as (
    -- Notes for listeners of the organization, which cost nothing while nobody listens.
    insert into change_notes (organization_id, kind, subject, what)
    select o.organization_id, 'attempt', o.event_id || '/' || o.webhook_id || '/' || o.number,
      case o.state when 'retry' then 'delivery.tried' else 'delivery.' || o.state end
    from owned o where o.state <> 'release'
      and exists (select from change_listeners l where l.organization_id = o.organization_id and l.until > delivery_clock())
  ), filed as (
    insert into closed_deliveries (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, state, attempts, finished_at)
    select e.organization_id, e.webhook_id, e.event_id, e.position, e.sequence, e.ordering_key, e.body_version, e.state, e.number, delivery_clock()
    from ended e
  ), promoted as (
    update open_deliveries d set parked = null, due_at = '-infinity'
    from (select distinct next.organization_id, next.webhook_id, next.event_id from ended e cross join lateral (
            select n.* from open_deliveries n
            where n.webhook_id = e.webhook_id and n.ordering_key = e.ordering_key and n.event_id <> e.event_id
            order by n.position limit 1) next
          where e.ordering_key is not null and next.parked = 'order') n
    where d.organization_id = n.organization_id and d.webhook_id = n.webhook_id and d.event_id = n.event_id
    returning 1
  ), health as materialized (
    select o.organization_id, o.webhook_id, count(*) filter (where o.state <> 'delivered') as failures,
      bool_or(o.state = 'delivered') as succeeded, coalesce(max(o.pause_ms), 0) as pause_ms, bool_or(o.disable is true) as disable,
      (array_agg(o.error) filter (where o.state <> 'delivered'))[1] as error
    from owned o where o.state <> 'release' group by 1, 2 order by 1, 2
  ), lanes as (
    update webhook_lanes l set
      consecutive_failures = case when h.succeeded then 0 else l.consecutive_failures + h.failures end,
      failing_since = case when h.succeeded then null else coalesce(l.failing_since, delivery_clock()) end,
      last_success_at = case when h.succeeded then delivery_clock() else l.last_success_at end,
      last_error = case when h.succeeded then l.last_error else h.error end,
      trips = case when h.succeeded then 0 when l.consecutive_failures + h.failures >= 5 then l.trips + 1 else l.trips end,
      -- Five failures in a row open the circuit for 5 s, doubling to 5 minutes. Then one probe is sent.
      open_until = case
        when h.pause_ms > 0 then delivery_clock() + h.pause_ms * interval '1 millisecond'
        when h.succeeded then null
        when l.consecutive_failures + h.failures >= 5 then delivery_clock() + least(300, 5 * 2 ^ least(l.trips, 6)) * interval '1 second'
        else l.open_until end
    from health h
    where l.organization_id = h.organization_id and l.webhook_id = h.webhook_id
      and (not h.succeeded or h.pause_ms > 0 or l.consecutive_failures > 0 or l.failing_since is not null or l.open_until is not null
        or l.last_success_at is null or l.last_success_at < delivery_clock() - interval '1 minute')
  ), switched as (
    update webhooks w set service_status = false, disabled_at = delivery_clock(), disabled_reason = 'gone', updated_at = delivery_clock()
    from health h where h.disable and w.organization_id = h.organization_id and w.id = h.webhook_id and w.service_status
  )
  select count(*), exists (select from promoted) or exists (
    select from health h join webhook_lanes l on l.organization_id = h.organization_id and l.webhook_id = h.webhook_id where l.has_parked)
  into kept, freed from owned;
end $$;
revoke execute on function complete_deliveries from public;
