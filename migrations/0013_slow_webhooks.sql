-- A webhook that answers slowly takes fewer of the slots that all share.

-- Claims up to `wanted` deliveries that are due, for a worker that holds the advisory lock (7325266, worker).
-- A due delivery is claimed, parked (its webhook is at capacity or its circuit is open), blocked (an earlier one of the
-- same agreement is not done, for ordered webhooks) or closed as held (its webhook is disabled). A webhook that has kept
-- a request waiting for 2 s gets a quarter of its capacity until it answers, so that many slow ones leave room.
create or replace function claim_deliveries(worker integer, wanted integer) returns setof claimed_delivery language plpgsql
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
    join webhooks w on w.organization_id = l.organization_id and w.id = l.webhook_id
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
      busy.count as busy, busy.is_slow
    from (select distinct x.organization_id, x.webhook_id from candidates x) c
    left join webhooks w on w.organization_id = c.organization_id and w.id = c.webhook_id
    left join webhook_lanes l on l.organization_id = c.organization_id and l.webhook_id = c.webhook_id
    cross join lateral (
      select count(*) as count, min(d.claimed_at) < delivery_clock() - interval '2 seconds' as is_slow
      from open_deliveries d
      where d.organization_id = c.organization_id and d.webhook_id = c.webhook_id and d.claimed_by is not null) busy
  ), checked as materialized (
    select c.*, t.exists, t.service_status, t.api_version, t.busy, t.allowance, t.resting is true as resting,
      case
        when t.probing then 1
        when t.is_slow then greatest(1, t.max_concurrency / 4)
        else t.max_concurrency end as capacity,
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
  -- Lateral with a limit: a planner without statistics may otherwise scan an organization's events for each row.
  cross join lateral (
    select x.* from webhooks x where x.organization_id = m.organization_id and x.id = m.webhook_id limit 1) w
  cross join lateral (
    select x.* from events x where x.organization_id = m.organization_id and x.id = m.event_id limit 1) e
  left join lateral (
    select x.body from event_bodies x
    where x.organization_id = m.organization_id and x.event_id = m.event_id and x.api_version = m.body_version limit 1) b on true
  where m.claimed_by is not null;
end $$;
