-- The claim of deliveries: the type of a claimed delivery, a fast path for few deliveries, and the batch.

-- The settings of a webhook (destination_url and so on) are in one row of each webhook in a batch, and null in its
-- other rows.
drop type if exists claimed_delivery cascade;
create type claimed_delivery as (
  organization_id uuid, webhook_id uuid, event_id uuid, sequence bigint, attempts integer, tries integer, ordered boolean,
  body_version text, type text, data jsonb, occurred_at timestamptz, is_test boolean,
  destination_url text, secret bytea, previous_secret bytea, previous_secret_expires_at timestamptz,
  signing_key bytea, previous_signing_key bytea, connection bytea);

-- Claims due deliveries, at most `most`, and stops at the first one that is not plain; claim_deliveries claims the rest
-- in a batch. A delivery is plain when its webhook is on, has room and a closed circuit, and has neither an order to
-- keep nor a limit on its rate. A few deliveries take a fraction of the time that the batch needs to begin.
create or replace function claim_few(worker integer, most integer) returns setof claimed_delivery language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  due record;
  target record;
  busy record;
begin
  for due in
    select d.ctid as row_id, d.* from open_deliveries d
    where d.claimed_by is null and d.parked is null and d.due_at <= delivery_clock()
    order by d.due_at, d.position limit most for update skip locked
  loop
    select w.*, l.last_sequence, l.open_until into target
    from webhooks w join webhook_lanes l on l.organization_id = w.organization_id and l.webhook_id = w.id
    where w.id = due.webhook_id and w.organization_id = due.organization_id;
    exit when not found or not target.service_status or target.open_until is not null or target.max_per_second is not null
      or due.ordering_key is not null;
    select count(*) as count, min(d.claimed_at) < delivery_clock() - interval '2 seconds' as is_slow into busy
    from open_deliveries d where d.webhook_id = due.webhook_id and d.claimed_by is not null;
    exit when busy.count >= target.max_concurrency or busy.is_slow;
    if due.sequence is null then
      due.sequence := target.last_sequence + 1;
      update webhook_lanes l set last_sequence = due.sequence
      where l.organization_id = due.organization_id and l.webhook_id = due.webhook_id;
    end if;
    update open_deliveries d set sequence = due.sequence, body_version = coalesce(d.body_version, target.api_version),
      claimed_by = worker, claimed_at = delivery_clock()
    where d.ctid = due.row_id;
    return query
      select due.organization_id, due.webhook_id, due.event_id, due.sequence, due.attempts, due.attempts - due.attempts_before,
        false, coalesce(due.body_version, target.api_version), e.type, e.data, e.occurred_at, e.is_test,
        target.destination_url, target.secret, target.previous_secret, target.previous_secret_expires_at,
        target.signing_key, target.previous_signing_key, target.connection
      from events e where e.organization_id = due.organization_id and e.id = due.event_id limit 1;
  end loop;
end $$;
revoke execute on function claim_few from public;

-- Claims up to `wanted` (at most 1,000) due deliveries for a worker that holds the advisory lock (7325266, worker). The
-- others are parked (capacity, open circuit), blocked (an earlier delivery of an ordered webhook's agreement is not
-- done) or closed as held (the webhook is disabled).
create or replace function claim_deliveries(worker integer, wanted integer) returns setof claimed_delivery language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_mergejoin = off as $$
declare
  few integer;
begin
  perform pg_advisory_xact_lock(7325265, 1);
  -- Few deliveries go through claim_few while no lane waits for capacity.
  if not exists (select from webhook_lanes l where l.has_parked) then
    select count(*) into few from (
      select from open_deliveries d where d.claimed_by is null and d.parked is null and d.due_at <= delivery_clock()
      order by d.due_at, d.position limit 9) x;
    if few <= least(wanted, 8) then
      perform set_config('synchronous_commit', 'off', true);
      return query select * from claim_few(worker, few);
      if not exists (
        select from open_deliveries d where d.claimed_by is null and d.parked is null and d.due_at <= delivery_clock()
      ) then return; end if;
    end if;
  end if;
  -- Tables are read row by row (lateral, with a limit) or by ctid, so that no plan reads a whole table, whatever the
  -- statistics say. A candidate is locked, so its ctid stays. All other joins are between batches. A bitmap scan would
  -- read the entries of all deliveries since the last vacuum, which a plain index scan skips.
  return query
  with due as materialized (
    -- The constant bounds the planner's estimate. Only as many rows as wanted are locked.
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
      -- Counted by webhook alone, because a condition on the organization makes the planner walk all open deliveries.
      select count(*) as count, min(d.claimed_at) < delivery_clock() - interval '2 seconds' as is_slow
      from open_deliveries d
      where d.webhook_id = l.webhook_id and d.claimed_by is not null) busy
    where l.has_parked and (l.open_until is null or l.open_until <= delivery_clock()
      or l.open_until > delivery_clock() + interval '1 hour')
      and busy.count < case
        when l.open_until is not null then 1
        -- A webhook that has kept a request waiting leaves room for others until it answers.
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
    -- The number of a webhook replaces its two ids, because a sort by small numbers costs far less.
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
      where d.webhook_id = c.webhook_id and d.claimed_by is not null) busy
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
    -- Only claims change last_sequence, and claims run one after another, so the value read here is still the present
    -- one at the update.
    select r.*, coalesce(r.sequence, r.last_sequence + r.fresh_place) as final_sequence, case
      when r.exists is not true then 'gone'
      when not r.service_status then 'held'
      when r.blocked then 'order'
      when r.resting or r.busy + r.place > r.capacity or r.place > r.allowance then 'capacity'
      else 'claim' end as verdict
    from ranked r
  ), durability as materialized (
    -- If every delivery is claimed, the commit need not wait for the disk, because the worker writes the bodies before it
    -- sends, and that commit waits. Parked and held deliveries may be read at once, so their numbers must be on disk.
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
