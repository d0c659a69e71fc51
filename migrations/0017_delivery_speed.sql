-- Delivery and recording of events with less work for each: plans that are kept, rows that are found once, and no part
-- that grows with the product of deliveries and webhooks. And Ed25519 keys that overlap when they are changed.

alter table webhooks
  add column previous_signing_key bytea,
  add column previous_signing_public_key bytea;

-- How many of a webhook are on their way is asked with every claim. Nothing else is needed of this index.
drop index open_deliveries_claimed;
create index open_deliveries_claimed on open_deliveries (webhook_id) where claimed_by is not null;

drop function claim_deliveries(integer, integer);
drop type claimed_delivery;

-- What is the webhook's (destination_url and so on) stands in one row of each webhook in a batch, and is null in its others.
create type claimed_delivery as (
  organization_id uuid, webhook_id uuid, event_id uuid, sequence bigint, attempts integer, tries integer, ordered boolean,
  body_version text, type text, data jsonb, occurred_at timestamptz, is_test boolean,
  destination_url text, secret bytea, previous_secret bytea, previous_secret_expires_at timestamptz,
  signing_key bytea, previous_signing_key bytea, connection bytea);

-- Claims up to `wanted` (at most 1,000) deliveries that are due, for a worker that holds the advisory lock (7325266, worker).
-- A due delivery is claimed, parked (its webhook is at capacity or its circuit is open), blocked (an earlier one of the
-- same agreement is not done, for ordered webhooks) or closed as held (its webhook is disabled). A webhook that has kept
-- a request waiting for 2 s gets a quarter of its capacity until it answers, so that many slow ones leave room.
-- Tables are looked up row by row (lateral, with a limit) or by ctid, so that no plan reads one whole, whatever the
-- statistics say; what is joined otherwise are batches. A candidate is locked, so its ctid stays.
-- When all that it numbers is claimed, the commit does not wait for the disk: whoever claims writes the bodies before it
-- sends, and that commit does, after this one. What is parked or held may be read at once, so its numbers are on disk.
create function claim_deliveries(worker integer, wanted integer) returns setof claimed_delivery language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_mergejoin = off as $$
begin
  perform pg_advisory_xact_lock(7325265, 1);
  return query
  with due as materialized (
    -- The constant bounds what the planner expects; rows are locked only as far as they are wanted.
    select x.* from (
      select d.ctid as row_id, d.organization_id, d.webhook_id, d.event_id, d.position, d.sequence, d.ordering_key,
        false as from_lane
      from open_deliveries d
      where d.claimed_by is null and d.parked is null and d.due_at <= delivery_clock()
      order by d.due_at, d.position limit 1000 for update skip locked) x
    limit wanted
  ), lanes as materialized (
    select l.organization_id, l.webhook_id from webhook_lanes l
    cross join lateral (
      select x.max_concurrency, x.max_per_second from webhooks x
      where x.organization_id = l.organization_id and x.id = l.webhook_id limit 1) w
    cross join lateral (
      select count(*) as count, min(d.claimed_at) < delivery_clock() - interval '2 seconds' as is_slow
      from open_deliveries d
      where d.organization_id = l.organization_id and d.webhook_id = l.webhook_id and d.claimed_by is not null) busy
    where l.has_parked and (l.open_until is null or l.open_until <= delivery_clock()
      or l.open_until > delivery_clock() + interval '1 hour')
      and busy.count < case
        when l.open_until is not null then 1
        when busy.is_slow then greatest(1, w.max_concurrency / 4)
        else w.max_concurrency end
      and (w.max_per_second is null or l.rate_used < w.max_per_second or l.rate_second <> date_trunc('second', delivery_clock()))
    order by l.served_at limit 64
  ), waiting as materialized (
    select p.row_id, p.organization_id, p.webhook_id, p.event_id, p.position, p.sequence, p.ordering_key, true as from_lane
    from lanes cross join lateral (
      select d.ctid as row_id, d.* from open_deliveries d
      where d.webhook_id = lanes.webhook_id and d.parked = 'capacity' and d.organization_id = lanes.organization_id
      order by d.position limit wanted for update skip locked) p
    limit wanted
  ), candidates as materialized (
    select * from waiting union all select * from due
  ), destinations as materialized (
    -- Numbered, because to sort by small numbers costs far less than to sort by two ids.
    select row_number() over (order by c.organization_id, c.webhook_id)::integer as webhook_number,
      c.organization_id, c.webhook_id, w.destination_url, w.secret, w.previous_secret, w.previous_secret_expires_at,
      w.signing_key, w.previous_signing_key, w.connection, w.id is not null as exists, w.service_status, w.max_concurrency,
      w.api_version, w.max_per_second - case when l.rate_second = date_trunc('second', delivery_clock()) then l.rate_used else 0 end as allowance,
      l.last_sequence, l.open_until is not null as probing,
      l.open_until > delivery_clock() and l.open_until <= delivery_clock() + interval '1 hour' as resting,
      busy.count as busy, busy.is_slow
    from (select distinct x.organization_id, x.webhook_id from candidates x) c
    left join lateral (
      select x.* from webhooks x where x.organization_id = c.organization_id and x.id = c.webhook_id limit 1) w on true
    left join lateral (
      select x.* from webhook_lanes x
      where x.organization_id = c.organization_id and x.webhook_id = c.webhook_id limit 1) l on true
    cross join lateral (
      select count(*) as count, min(d.claimed_at) < delivery_clock() - interval '2 seconds' as is_slow
      from open_deliveries d
      where d.organization_id = c.organization_id and d.webhook_id = c.webhook_id and d.claimed_by is not null) busy
  ), checked as materialized (
    select c.*, t.webhook_number, t.exists, t.service_status, t.api_version, t.busy, t.allowance, t.last_sequence, t.resting is true as resting,
      case
        when t.probing then 1
        when t.is_slow then greatest(1, t.max_concurrency / 4)
        else t.max_concurrency end as capacity,
      c.ordering_key is not null and exists (
        select from open_deliveries e
        where e.webhook_id = c.webhook_id and e.ordering_key = c.ordering_key and e.event_id <> c.event_id
          and (e.position < c.position or e.claimed_by is not null)) as blocked
    from candidates c join destinations t on t.organization_id = c.organization_id and t.webhook_id = c.webhook_id
  ), ranked as (
    select k.*,
      row_number() over (partition by k.webhook_number, k.blocked order by k.from_lane desc, k.position) as place,
      row_number() over (partition by k.webhook_number, k.sequence is null order by k.position) as fresh_place
    from checked k
  ), judged as materialized (
    -- Only claims move last_sequence, and they run one after the other, so what was read is what will be counted on from.
    select r.*, coalesce(r.sequence, r.last_sequence + r.fresh_place) as final_sequence, case
      when r.exists is not true then 'gone'
      when not r.service_status then 'held'
      when r.blocked then 'order'
      when r.resting or r.busy + r.place > r.capacity or r.place > r.allowance then 'capacity'
      else 'claim' end as verdict
    from ranked r
  ), durability as materialized (
    select set_config('synchronous_commit', case when bool_and(j.verdict = 'claim') then 'off' else 'on' end, true) as mode
    from judged j
  ), numbered as (
    update webhook_lanes l set
      last_sequence = l.last_sequence + f.fresh,
      has_parked = f.parks or (l.has_parked and exists (
        select from open_deliveries p where p.webhook_id = l.webhook_id and p.parked = 'capacity')),
      served_at = case when f.served then delivery_clock() else l.served_at end,
      rate_used = f.claimed + case when l.rate_second = date_trunc('second', delivery_clock()) then l.rate_used else 0 end,
      rate_second = date_trunc('second', delivery_clock())
    from (
      select t.organization_id, t.webhook_id, j.served, false as idle, j.fresh, j.claimed, t.allowance is not null as metered, j.parks
      from destinations t join (
        select k.webhook_number, bool_or(k.from_lane) as served, count(*) filter (where k.sequence is null) as fresh,
          count(*) filter (where k.verdict = 'claim') as claimed, bool_or(k.verdict = 'capacity') as parks
        from judged k where k.verdict <> 'gone' group by 1) j on j.webhook_number = t.webhook_number
      union all
      select n.organization_id, n.webhook_id, false, true, 0, 0, false, false from lanes n
      where not exists (select from destinations t where t.organization_id = n.organization_id and t.webhook_id = n.webhook_id)
      order by 1, 2
    ) f
    where l.organization_id = f.organization_id and l.webhook_id = f.webhook_id
      and (f.fresh > 0 or f.served or f.idle or f.metered or f.parks and not l.has_parked)
  ), marked as (
    update open_deliveries d set
      sequence = s.final_sequence,
      body_version = coalesce(d.body_version, case when s.verdict = 'claim' then s.api_version end),
      parked = case when s.verdict = 'claim' then null else s.verdict end,
      claimed_by = case when s.verdict = 'claim' then worker end,
      claimed_at = case when s.verdict = 'claim' then delivery_clock() end
    from judged s
    where d.ctid = s.row_id and s.verdict in ('claim', 'capacity', 'order') and not (s.verdict = 'capacity' and s.from_lane)
    returning d.organization_id, d.webhook_id, d.event_id, d.sequence, d.attempts, d.attempts - d.attempts_before as tries,
      d.claimed_by, d.body_version, d.ordering_key, s.place, s.webhook_number
  ), ended as (
    delete from open_deliveries d using judged s
    where d.ctid = s.row_id and s.verdict in ('held', 'gone')
    returning d.organization_id, d.webhook_id, d.event_id, d.position, s.final_sequence, d.ordering_key, d.body_version, d.attempts, s.verdict
  ), filed as (
    insert into closed_deliveries (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, state, attempts, finished_at)
    select e.organization_id, e.webhook_id, e.event_id, e.position, e.final_sequence, e.ordering_key, e.body_version, 'held', e.attempts, delivery_clock()
    from ended e where e.verdict = 'held'
  ), promoted as (
    update open_deliveries d set parked = null, due_at = '-infinity'
    from (select distinct next.row_id from ended e cross join lateral (
            select o.ctid as row_id from open_deliveries o
            where o.webhook_id = e.webhook_id and o.ordering_key = e.ordering_key and o.position > e.position and o.parked = 'order'
            order by o.position limit 1) next) n
    where d.ctid = n.row_id
  )
  select m.organization_id, m.webhook_id, m.event_id, m.sequence, m.attempts, m.tries, m.ordering_key is not null,
    m.body_version, e.type, e.data, e.occurred_at, e.is_test,
    t.destination_url, t.secret, t.previous_secret, t.previous_secret_expires_at, t.signing_key, t.previous_signing_key,
    t.connection
  from marked m
  left join destinations t on m.place = 1 and t.webhook_number = m.webhook_number
  cross join lateral (
    select x.* from events x where x.organization_id = m.organization_id and x.id = m.event_id limit 1) e
  where m.claimed_by is not null and (select mode from durability) is not null;
end $$;
revoke execute on function claim_deliveries from public;

-- `results` is a list of answers of receivers. `state` is the delivery's: delivered, failed, retry (due again after delay_ms), or release
-- (given back untried). pause_ms rests the whole webhook; disable switches it off (410 Gone); a member that is left out is 0 or false.
-- Records a batch of answers, of those deliveries only that the worker still owns; returns how many those were, and
-- whether others became due by it. Five failures in a row open a webhook's circuit: 5 s, doubling to 5 minutes, then one
-- probe. Ordered deliveries settle under the claim lock, so that the next of the agreement is never missed.
-- `is not distinct from` keeps the planner from walking the index of claimed rows, which it takes for a short one.
create or replace function complete_deliveries(worker integer, results json, any_ordered boolean, out kept integer, out freed boolean)
  language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if any_ordered then perform pg_advisory_xact_lock(7325265, 1); end if;
  with answers as materialized (
    select r.*, d.row_id from json_to_recordset(results) as r (organization_id uuid, webhook_id uuid, event_id uuid, state text,
      delay_ms bigint, pause_ms bigint, disable boolean, outcome text, http_status integer, error text, response_excerpt text,
      started_at timestamptz, duration_ms integer)
    cross join lateral (
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
    insert into attempts (organization_id, webhook_id, event_id, number, outcome, http_status, error, response_excerpt, started_at, duration_ms)
    select o.organization_id, o.webhook_id, o.event_id, o.number, o.outcome, o.http_status, o.error, decode(o.response_excerpt, 'base64'), o.started_at, o.duration_ms
    from owned o where o.state <> 'release'
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

-- Records an event and opens a delivery for each webhook that subscribes, in the transaction of the caller and under its
-- rights. A function, so that its plans are kept: planning costs more than the writing. The webhooks' own rows are only
-- read: nothing here makes two events of an organization wait for each other. An engine that sleeps holds lock
-- (7325265, 2) alone, so the try fails and it is notified; while an engine is awake the try succeeds and is held to the
-- commit, which keeps that engine from falling asleep before it saw this event.
create function record_event(organization uuid, event uuid, event_type text, of_type text, of_id uuid, details jsonb, at timestamptz,
  test boolean, submission uuid, key uuid) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into events (organization_id, id, type, subject_type, subject_id, data, occurred_at, is_test)
  values (organization, event, event_type, of_type, of_id, details, at, test);
  insert into open_deliveries (organization_id, webhook_id, event_id, ordering_key)
  select w.organization_id, w.id, event, case when w.ordered then coalesce(
    (select s.agreement_id from submissions s where s.organization_id = w.organization_id and s.id = submission), key) end
  from webhooks w where w.organization_id = organization and event_type = any(w.event_types);
  if found and not pg_try_advisory_xact_lock_shared(7325265, 2) then perform pg_notify('sealane_deliveries', ''); end if;
end $$;
