-- The two statements of the delivery engine that must be atomic and take one round trip (docs/decisions: delivery).
-- Claims of all workers run one after the other under an advisory lock (7325265, 1), each with a snapshot taken after
-- the lock, so that sequence numbers, per-webhook capacity and per-agreement order are decided on settled facts.

-- The engine's clock: one place, so that a test can step it.
create function delivery_clock() returns timestamptz language sql volatile parallel safe as $$ select clock_timestamp() $$;

create type claimed_delivery as (
  organization_id uuid, webhook_id uuid, event_id uuid, sequence bigint, attempts integer, tries integer, ordered boolean,
  type text, data jsonb, occurred_at timestamptz, is_test boolean, body bytea,
  destination_url text, api_version text, secret bytea, previous_secret bytea, previous_secret_expires_at timestamptz,
  signing_key bytea, connection bytea);

-- Claims up to `wanted` deliveries that are due, for a worker that holds the advisory lock (7325266, worker).
-- A due delivery is claimed, parked (its webhook is at capacity or its circuit is open), blocked (an earlier one of the
-- same agreement is not done, for ordered webhooks) or closed as held (its webhook is disabled).
create function claim_deliveries(worker integer, wanted integer) returns setof claimed_delivery language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform pg_advisory_xact_lock(7325265, 1);
  return query
  with due as materialized (
    select d.organization_id, d.webhook_id, d.event_id, d.position, d.sequence, d.ordering_key, false as from_lane
    from open_deliveries d
    where d.claimed_by is null and d.parked is null and d.due_at <= delivery_clock()
    order by d.due_at, d.position limit wanted for update skip locked
  ), lanes as materialized (
    select l.organization_id, l.webhook_id from webhook_lanes l
    where l.has_parked and (l.open_until is null or l.open_until <= delivery_clock()
      or l.open_until > delivery_clock() + interval '1 hour')
    order by l.served_at limit 64
  ), waiting as materialized (
    select p.organization_id, p.webhook_id, p.event_id, p.position, p.sequence, p.ordering_key, true as from_lane
    from lanes cross join lateral (
      select d.* from open_deliveries d
      where d.webhook_id = lanes.webhook_id and d.parked = 'capacity' and d.organization_id = lanes.organization_id
      order by d.position limit wanted for update skip locked) p
    limit wanted
  ), candidates as materialized (
    select * from waiting union all select * from due
  ), destinations as materialized (
    select c.organization_id, c.webhook_id, w.id is not null as exists, w.service_status, w.max_concurrency,
      w.api_version, w.max_per_second - case when l.rate_second = date_trunc('second', delivery_clock()) then l.rate_used else 0 end as allowance,
      l.open_until is not null as probing,
      l.open_until > delivery_clock() and l.open_until <= delivery_clock() + interval '1 hour' as resting,
      (select count(*) from open_deliveries busy
        where busy.organization_id = c.organization_id and busy.webhook_id = c.webhook_id and busy.claimed_by is not null) as busy
    from (select distinct x.organization_id, x.webhook_id from candidates x) c
    left join webhooks w on w.organization_id = c.organization_id and w.id = c.webhook_id
    left join webhook_lanes l on l.organization_id = c.organization_id and l.webhook_id = c.webhook_id
  ), checked as materialized (
    select c.*, t.exists, t.service_status, t.api_version, t.busy, t.allowance, t.resting is true as resting,
      case when t.probing then 1 else t.max_concurrency end as capacity,
      c.ordering_key is not null and exists (
        select from open_deliveries e
        where e.webhook_id = c.webhook_id and e.ordering_key = c.ordering_key and e.event_id <> c.event_id
          and (e.position < c.position or e.claimed_by is not null)) as blocked
    from candidates c join destinations t on t.organization_id = c.organization_id and t.webhook_id = c.webhook_id
  ), ranked as materialized (
    select k.*,
      row_number() over (partition by k.organization_id, k.webhook_id, k.blocked order by k.from_lane desc, k.position) as place,
      row_number() over (partition by k.organization_id, k.webhook_id, k.sequence is null order by k.position) as fresh_place
    from checked k
  ), judged as materialized (
    select r.*, case
      when r.exists is not true then 'gone'
      when not r.service_status then 'held'
      when r.blocked then 'order'
      when r.resting or r.busy + r.place > r.capacity or r.place > r.allowance then 'capacity'
      else 'claim' end as verdict
    from ranked r
  ), numbered as (
    update webhook_lanes l set
      last_sequence = l.last_sequence + f.fresh,
      has_parked = f.parks or (l.has_parked and exists (
        select from open_deliveries p where p.webhook_id = l.webhook_id and p.parked = 'capacity')),
      served_at = case when f.served then delivery_clock() else l.served_at end,
      rate_used = f.claimed + case when l.rate_second = date_trunc('second', delivery_clock()) then l.rate_used else 0 end,
      rate_second = date_trunc('second', delivery_clock())
    from (
      select x.organization_id, x.webhook_id, coalesce(bool_or(x.from_lane), false) as served, bool_or(x.idle_lane) as idle,
        count(*) filter (where x.fresh) as fresh, count(*) filter (where x.verdict = 'claim') as claimed,
        bool_or(x.metered) as metered, coalesce(bool_or(x.verdict = 'capacity'), false) as parks
      from (
        select j.organization_id, j.webhook_id, j.verdict, j.from_lane, false as idle_lane, j.sequence is null as fresh,
          j.allowance is not null as metered
        from judged j where j.verdict <> 'gone'
        union all
        select n.organization_id, n.webhook_id, null, false, true, false, false from lanes n
        where not exists (select from candidates c where c.organization_id = n.organization_id and c.webhook_id = n.webhook_id)
      ) x group by 1, 2 order by 1, 2
    ) f
    where l.organization_id = f.organization_id and l.webhook_id = f.webhook_id
      and (f.fresh > 0 or f.served or f.idle or f.metered or f.parks and not l.has_parked)
    returning l.organization_id, l.webhook_id, l.last_sequence - f.fresh as base
  ), settled as materialized (
    select j.*, coalesce(j.sequence, n.base + j.fresh_place) as final_sequence
    from judged j left join numbered n on n.organization_id = j.organization_id and n.webhook_id = j.webhook_id
  ), marked as (
    update open_deliveries d set
      sequence = s.final_sequence,
      body_version = coalesce(d.body_version, case when s.verdict = 'claim' then s.api_version end),
      parked = case when s.verdict = 'claim' then null else s.verdict end,
      claimed_by = case when s.verdict = 'claim' then worker end,
      claimed_at = case when s.verdict = 'claim' then delivery_clock() end
    from settled s
    where d.organization_id = s.organization_id and d.webhook_id = s.webhook_id and d.event_id = s.event_id
      and s.verdict in ('claim', 'capacity', 'order')
      and not (s.verdict = 'capacity' and s.from_lane)
    returning d.organization_id, d.webhook_id, d.event_id, d.sequence, d.attempts, d.attempts - d.attempts_before as tries, d.claimed_by, d.body_version, d.ordering_key
  ), ended as (
    delete from open_deliveries d using settled s
    where d.organization_id = s.organization_id and d.webhook_id = s.webhook_id and d.event_id = s.event_id
      and s.verdict in ('held', 'gone')
    returning d.organization_id, d.webhook_id, d.event_id, d.position, s.final_sequence, d.ordering_key, d.body_version, d.attempts, s.verdict
  ), filed as (
    insert into closed_deliveries (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, state, attempts, finished_at)
    select e.organization_id, e.webhook_id, e.event_id, e.position, e.final_sequence, e.ordering_key, e.body_version, 'held', e.attempts, delivery_clock()
    from ended e where e.verdict = 'held'
  ), promoted as (
    update open_deliveries d set parked = null, due_at = '-infinity'
    from (select distinct next.organization_id, next.webhook_id, next.event_id from ended e cross join lateral (
            select o.* from open_deliveries o
            where o.webhook_id = e.webhook_id and o.ordering_key = e.ordering_key and o.position > e.position and o.parked = 'order'
            order by o.position limit 1) next) n
    where d.organization_id = n.organization_id and d.webhook_id = n.webhook_id and d.event_id = n.event_id
  )
  select m.organization_id, m.webhook_id, m.event_id, m.sequence, m.attempts, m.tries, m.ordering_key is not null,
    e.type, e.data, e.occurred_at, e.is_test, b.body,
    w.destination_url, m.body_version, w.secret, w.previous_secret, w.previous_secret_expires_at, w.signing_key, w.connection
  from marked m
  join webhooks w on w.organization_id = m.organization_id and w.id = m.webhook_id
  join events e on e.organization_id = m.organization_id and e.id = m.event_id
  left join event_bodies b on b.organization_id = m.organization_id and b.event_id = m.event_id and b.api_version = m.body_version
  where m.claimed_by is not null;
end $$;
revoke execute on function claim_deliveries from public;

-- `results` is a list of answers of receivers. `state` is the delivery's: delivered, failed, retry (due again after delay_ms), or release
-- (given back untried). pause_ms rests the whole webhook; disable switches it off (410 Gone).
-- Records a batch of answers, of those deliveries only that the worker still owns; returns how many those were, and
-- whether others became due by it. Five failures in a row open a webhook's circuit: 5 s, doubling to 5 minutes, then one
-- probe. Ordered deliveries settle under the claim lock, so that the next of the agreement is never missed.
create function complete_deliveries(worker integer, results json, any_ordered boolean, out kept integer, out freed boolean)
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if any_ordered then perform pg_advisory_xact_lock(7325265, 1); end if;
  with owned as materialized (
    select r.*, d.position, d.sequence, d.ordering_key, d.body_version, d.attempts
    from json_to_recordset(results) as r (organization_id uuid, webhook_id uuid, event_id uuid, state text, delay_ms bigint,
      pause_ms bigint, disable boolean, outcome text, http_status integer, error text, response_excerpt text,
      started_at timestamptz, duration_ms integer)
    cross join lateral (
      select x.* from open_deliveries x
      where x.organization_id = r.organization_id and x.webhook_id = r.webhook_id and x.event_id = r.event_id
        and x.claimed_by = worker for update) d
  ), logged as (
    insert into attempts (organization_id, webhook_id, event_id, number, outcome, http_status, error, response_excerpt, started_at, duration_ms)
    select o.organization_id, o.webhook_id, o.event_id, o.attempts + 1, o.outcome, o.http_status, o.error, decode(o.response_excerpt, 'base64'), o.started_at, o.duration_ms
    from owned o where o.state <> 'release'
  ), ended as (
    delete from open_deliveries d using owned o
    where d.organization_id = o.organization_id and d.webhook_id = o.webhook_id and d.event_id = o.event_id
      and o.state in ('delivered', 'failed')
  ), filed as (
    insert into closed_deliveries (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, state, attempts, finished_at)
    select o.organization_id, o.webhook_id, o.event_id, o.position, o.sequence, o.ordering_key, o.body_version, o.state, o.attempts + 1, delivery_clock()
    from owned o where o.state in ('delivered', 'failed')
  ), again as (
    update open_deliveries d set
      claimed_by = null, claimed_at = null,
      attempts = d.attempts + case when o.state = 'retry' then 1 else 0 end,
      retry_delay_ms = o.delay_ms,
      due_at = case when o.state = 'retry' then delivery_clock() + o.delay_ms * interval '1 millisecond' else d.due_at end
    from owned o
    where d.organization_id = o.organization_id and d.webhook_id = o.webhook_id and d.event_id = o.event_id
      and o.state in ('retry', 'release')
  ), promoted as (
    update open_deliveries d set parked = null, due_at = '-infinity'
    from (select distinct next.organization_id, next.webhook_id, next.event_id from owned o cross join lateral (
            select n.* from open_deliveries n
            where n.webhook_id = o.webhook_id and n.ordering_key = o.ordering_key and n.event_id <> o.event_id
            order by n.position limit 1) next
          where o.state in ('delivered', 'failed') and next.parked = 'order') n
    where d.organization_id = n.organization_id and d.webhook_id = n.webhook_id and d.event_id = n.event_id
    returning 1
  ), health as materialized (
    select o.organization_id, o.webhook_id, count(*) filter (where o.state <> 'delivered') as failures,
      bool_or(o.state = 'delivered') as succeeded, max(o.pause_ms) as pause_ms, bool_or(o.disable) as disable,
      max(o.error) filter (where o.state <> 'delivered') as error
    from owned o where o.state <> 'release' group by 1, 2 order by 1, 2
  ), lanes as (
    update webhook_lanes l set
      consecutive_failures = case when h.succeeded then 0 else l.consecutive_failures + h.failures end,
      failing_since = case when h.succeeded then null else coalesce(l.failing_since, delivery_clock()) end,
      last_success_at = case when h.succeeded then delivery_clock() else l.last_success_at end,
      last_error = case when h.succeeded then l.last_error else h.error end,
      trips = case when h.succeeded then 0 when l.consecutive_failures + h.failures >= 5 then l.trips + 1 else l.trips end,
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
