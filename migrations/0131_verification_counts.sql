-- Totals and deep pages of verifications from counts that are kept. A change of a live row appends one delta in its own
-- transaction, so that no row is hot; one process at a time adds deltas up (roll_up_verifications). Whoever reads adds the
-- deltas that are left to the counts, in one snapshot, so that what is read is exact at every moment.

create table verification_deltas (
  -- Changes of one row wait for each other, so their numbers have the order of their commits.
  seq bigint generated always as identity primary key,
  organization_id uuid not null,
  verification_id uuid not null,
  agreement_link_id uuid,
  -- How the row was counted before, and is after; null when it was not or is not.
  kind_before smallint,
  kind_after smallint,
  updated_before timestamptz,
  updated_after timestamptz
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
create index verification_deltas_organization on verification_deltas (organization_id);

create table verification_counts (
  organization_id uuid not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, kind)
) with (fillfactor = 50);

create table verification_link_counts (
  organization_id uuid not null,
  agreement_link_id uuid not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, agreement_link_id, kind)
) with (fillfactor = 80);

-- How many rows lie in a month (level 0), a day (1) and an hour (2) of UTC, along their creation (0) or their last change
-- (1). Kind -1 counts all kinds.
create table verification_stretches (
  organization_id uuid not null,
  along smallint not null,
  kind smallint not null,
  level smallint not null,
  since timestamptz not null,
  n bigint not null,
  primary key (organization_id, along, kind, level, since)
) with (fillfactor = 80);

do $$
declare
  target text;
begin
  foreach target in array array['verification_deltas', 'verification_counts', 'verification_link_counts', 'verification_stretches'] loop
    execute format('alter table %I enable row level security', target);
    execute format('create policy tenant on %I to sealane_tenant using (organization_id = (select current_organization_id()))', target);
    execute format('grant select on %I to sealane_tenant', target);
  end loop;
end $$;

create function note_verification_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was constant boolean := tg_op <> 'INSERT' and old.deleted_at is null;
  is_ constant boolean := tg_op <> 'DELETE' and new.deleted_at is null;
begin
  if was and is_ and old.agreement_link_id is not distinct from new.agreement_link_id then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_before, kind_after, updated_before, updated_after)
    values (new.organization_id, new.id, new.agreement_link_id, old.kind, new.kind, old.updated_at, new.updated_at);
    return null;
  end if;
  if was then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_before, updated_before)
    values (old.organization_id, old.id, old.agreement_link_id, old.kind, old.updated_at);
  end if;
  if is_ then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_after, updated_after)
    values (new.organization_id, new.id, new.agreement_link_id, new.kind, new.updated_at);
  end if;
  return null;
end $$;
revoke execute on function note_verification_change from public;
create trigger note_insert after insert on verifications for each row execute function note_verification_change();
create trigger note_delete after delete on verifications for each row execute function note_verification_change();
create trigger note_update after update on verifications for each row
  when (old.kind <> new.kind or old.updated_at <> new.updated_at or old.deleted_at is distinct from new.deleted_at
    or old.agreement_link_id is distinct from new.agreement_link_id or old.id <> new.id or old.organization_id <> new.organization_id)
  execute function note_verification_change();

-- What deltas take away (-1) and add (1).
create function moves_of(deltas verification_deltas[]) returns table (seq bigint, organization_id uuid, verification_id uuid,
  agreement_link_id uuid, kind smallint, updated_at timestamptz, n integer) language sql immutable parallel safe as $$
  select d.seq, d.organization_id, d.verification_id, d.agreement_link_id, m.kind, m.updated_at, m.n
  from unnest(deltas) d cross join lateral (values
    (d.kind_before, d.updated_before, -1), (d.kind_after, d.updated_after, 1)) m (kind, updated_at, n)
  where m.kind is not null
$$;

-- The kinds that the live verifications of an organization have, with how many have each: exact, deltas included.
create function verification_kinds(organization uuid) returns table (kind smallint, n bigint, type text, subtype text, tier text,
  is_scan boolean, is_simulated boolean, status text, result text, sub_status text) language sql stable parallel safe as $$
  select k.kind, k.n, w.* from (
    select kind, sum(n)::bigint as n from (
      select c.kind, c.n from verification_counts c where c.organization_id = organization
      union all
      select m.kind, m.n from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) m (kind, n)
      where d.organization_id = organization and m.kind is not null) counted
    group by kind having sum(n) > 0) k cross join lateral words_of_verification_kind(k.kind) w
$$;

-- The same of those that came from some links.
create function verification_kinds_of(organization uuid, links uuid[]) returns table (kind smallint, n bigint, type text, subtype text,
  tier text, is_scan boolean, is_simulated boolean, status text, result text, sub_status text) language sql stable parallel safe as $$
  select k.kind, k.n, w.* from (
    select kind, sum(n)::bigint as n from (
      select c.kind, c.n from verification_link_counts c where c.organization_id = organization and c.agreement_link_id = any(links)
      union all
      select m.kind, m.n from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) m (kind, n)
      where d.organization_id = organization and d.agreement_link_id = any(links) and m.kind is not null) counted
    group by kind having sum(n) > 0) k cross join lateral words_of_verification_kind(k.kind) w
$$;

-- The hour in which the row at a position is, counted from the newest (0), and how many of that hour come before it. Null
-- when there are not so many. Walks months, days, hours. Kinds are those that count; null is all.
create type verification_place as (since timestamptz, until timestamptz, skip bigint);
create function find_verification_place(organization uuid, way smallint, kinds smallint[], at_row bigint)
  returns verification_place language plpgsql stable as $$
declare
  units constant text[] := array['month', 'day', 'hour'];
  low timestamptz := '-infinity';
  high timestamptz := 'infinity';
  passed bigint := 0;
  stretch record;
begin
  for depth in 0..2 loop
    select since, upto - n as before into stretch from (
      select since, n, sum(n) over (order by since desc) as upto from (
        select since, sum(n) as n from (
          select s.since, s.n from verification_stretches s
          where s.organization_id = organization and s.along = way and s.kind = any(coalesce(kinds, array[-1::smallint]))
            and s.level = depth and s.since >= low and s.since < high
          union all
          select date_trunc(units[depth + 1], m.at, 'UTC'), m.n
          from verification_deltas d cross join lateral (values
            (d.kind_before, case way when 0 then time_of_id(d.verification_id) else d.updated_before end, -1),
            (d.kind_after, case way when 0 then time_of_id(d.verification_id) else d.updated_after end, 1)) m (kind, at, n)
          where d.organization_id = organization and m.kind is not null
            and (kinds is null or m.kind = any(kinds)) and m.at >= low and m.at < high
        ) every group by since) counted) summed
    where upto > at_row - passed order by since desc limit 1;
    if not found then return null; end if;
    passed := passed + stretch.before;
    low := stretch.since;
    high := least(high, (low at time zone 'UTC' + ('1 ' || units[depth + 1])::interval) at time zone 'UTC');
  end loop;
  return row(low, high, at_row - passed)::verification_place;
end $$;

-- The ids of live verifications of some kinds, of which there are `total`, by id: behind one (null: from the beginning),
-- after `skip`, at most `take`. Kinds are null for all. One stable function, so that all of it is one snapshot.
create function verification_ids(organization uuid, kinds smallint[], total bigint, upward boolean, behind uuid, skip bigint, take bigint)
  returns uuid[] language plpgsql stable as $$
declare
  beyond uuid := coalesce(behind, case when upward then '00000000-0000-0000-0000-000000000000'::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end);
  place verification_place;
  ahead bigint := 0;
begin
  if upward and skip > 0 then
    -- The same rows, seen from the newest.
    ahead := greatest(total - skip - take, 0);
    return array(select id from unnest(verification_ids(organization, kinds, total, false, null, ahead, total - skip - ahead))
      with ordinality ids (id, number) order by number desc);
  end if;
  if skip > 0 then
    place := find_verification_place(organization, 0::smallint, kinds, skip);
    if place.until is null then return '{}'; end if;
    beyond := first_id_at(place.until);
    if place.skip > 0 then
      select id into beyond from verifications
      where organization_id = organization and deleted_at is null and id < beyond and id >= first_id_at(place.since)
        and (kinds is null or kind + 0 = any(kinds)) order by id desc offset place.skip - 1 limit 1;
    end if;
  end if;
  if kinds is null and upward then
    return array(select id from verifications where organization_id = organization and deleted_at is null and id > beyond
      order by id limit take);
  elsif kinds is null then
    return array(select id from verifications where organization_id = organization and deleted_at is null and id < beyond
      order by id desc limit take);
  elsif upward then
    return array(select found.id from unnest(kinds) one (kind) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and kind = one.kind and id > beyond
      order by id limit take) found order by found.id limit take);
  else
    return array(select found.id from unnest(kinds) one (kind) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and kind = one.kind and id < beyond
      order by id desc limit take) found order by found.id desc limit take);
  end if;
end $$;

-- The ids of a page: kinds, how many rows each has, and the group that each is of. Groups come one after the other, and
-- their rows by id. Of the group `bounded`, only rows behind an id. `is_all` says that no kind is left out.
create function verification_page(organization uuid, kinds smallint[], counts bigint[], groups bigint[], is_all boolean,
  bounded bigint, behind uuid, upward boolean, skip bigint, take bigint) returns uuid[] language plpgsql stable as $$
declare
  ids uuid[] := '{}';
  ahead bigint := skip;
  part record;
begin
  for part in
    select grp, array_agg(kind) as kinds, sum(n)::bigint as n from unnest(kinds, counts, groups) k (kind, n, grp) group by grp order by grp
  loop
    if ahead >= part.n then
      ahead := ahead - part.n;
    else
      ids := ids || verification_ids(organization, case when not is_all or cardinality(part.kinds) < cardinality(kinds) then part.kinds end,
        part.n, upward, case when part.grp = bounded then behind end, ahead, take - cardinality(ids));
      ahead := 0;
    end if;
    exit when cardinality(ids) >= take;
  end loop;
  return ids;
end $$;

-- The ids of a page of all live verifications, of which there are `total`, by their last change.
create function verification_page_by_change(organization uuid, total bigint, upward boolean, skip bigint, take bigint)
  returns uuid[] language plpgsql stable as $$
declare
  ahead bigint := skip;
  many bigint := take;
  place verification_place;
  moment timestamptz := 'infinity';
  last uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  ids uuid[];
begin
  if upward then
    ahead := greatest(total - skip - take, 0);
    many := total - skip - ahead;
  end if;
  if many <= 0 then return '{}'; end if;
  if ahead > 0 then
    place := find_verification_place(organization, 1::smallint, null, ahead);
    if place.until is null then return '{}'; end if;
    moment := place.until;
    last := '00000000-0000-0000-0000-000000000000';
    if place.skip > 0 then
      select updated_at, id into moment, last from verifications
      where organization_id = organization and deleted_at is null and updated_at < place.until and updated_at >= place.since
      order by updated_at desc, id desc offset place.skip - 1 limit 1;
    end if;
  end if;
  ids := array(select id from verifications where organization_id = organization and deleted_at is null
    and (updated_at, id) < (moment, last) order by updated_at desc, id desc limit many);
  if not upward then return ids; end if;
  return array(select id from unnest(ids) with ordinality found (id, number) order by number desc);
end $$;

create function add_to_verification_counts(deltas verification_deltas[]) returns void language plpgsql as $$
begin
  merge into verification_counts t using (
    select organization_id, kind, sum(n) as n from moves_of(deltas) group by 1, 2 having sum(n) <> 0) m
  on t.organization_id = m.organization_id and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.kind, m.n);
  merge into verification_link_counts t using (
    select organization_id, agreement_link_id, kind, sum(n) as n from moves_of(deltas) where agreement_link_id is not null
    group by 1, 2, 3 having sum(n) <> 0) m
  on t.organization_id = m.organization_id and t.agreement_link_id = m.agreement_link_id and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.agreement_link_id, m.kind, m.n);
end $$;

create function add_to_verification_stretches(deltas verification_deltas[]) returns void language plpgsql as $$
begin
  merge into verification_stretches t using (
    select organization_id, along, kind, level, date_trunc(unit, at, 'UTC') as since, sum(n) as n
    from (
      select organization_id, 0::smallint as along, k.kind, date_trunc('hour', time_of_id(verification_id), 'UTC') as at, sum(n) as n
      from moves_of(deltas) m cross join lateral (values (m.kind), (-1::smallint)) k (kind) group by 1, 3, 4
      union all
      select organization_id, 1, -1, date_trunc('hour', updated_at, 'UTC'), sum(n) from moves_of(deltas) group by 1, 4) hours
    cross join (values (0::smallint, 'month'), (1, 'day'), (2, 'hour')) levels (level, unit)
    where n <> 0 group by 1, 2, 3, 4, 5 having sum(n) <> 0) m
  on t.organization_id = m.organization_id and t.along = m.along and t.kind = m.kind and t.level = m.level and t.since = m.since
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.along, m.kind, m.level, m.since, m.n);
end $$;

-- Adds up to `most` deltas to the counts, the oldest first. Returns how many; -1 when another process does it now.
create function roll_up_verifications(most integer) returns integer language plpgsql as $$
declare
  taken verification_deltas[];
begin
  if not pg_try_advisory_xact_lock(7325269, 1) then return -1; end if;
  with gone as (delete from verification_deltas where seq in (select seq from verification_deltas order by seq limit most) returning *)
  select array_agg(gone) into taken from gone;
  if taken is null then return 0; end if;
  perform add_to_verification_counts(taken);
  perform add_to_verification_stretches(taken);
  return cardinality(taken);
end $$;
revoke execute on function roll_up_verifications from public;

-- Counts all anew: for rows that were there before, or came in while triggers were off. Writers wait meanwhile.
create function recount_verifications() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7325269, 1);
  lock table verifications in share row exclusive mode;
  delete from verification_deltas;
  delete from verification_counts;
  delete from verification_link_counts;
  delete from verification_stretches;
  insert into verification_counts select organization_id, kind, count(*) from verifications where deleted_at is null group by 1, 2;
  insert into verification_link_counts select organization_id, agreement_link_id, kind, count(*) from verifications
    where deleted_at is null and agreement_link_id is not null group by 1, 2, 3;
  insert into verification_stretches select organization_id, 0, kind, 2, date_trunc('hour', time_of_id(id), 'UTC'), count(*)
    from verifications where deleted_at is null group by 1, 3, 5;
  insert into verification_stretches select organization_id, 0, -1, 2, since, sum(n) from verification_stretches group by 1, 5;
  insert into verification_stretches select organization_id, 1, -1, 2, date_trunc('hour', updated_at, 'UTC'), count(*)
    from verifications where deleted_at is null group by 1, 5;
  insert into verification_stretches select organization_id, along, kind, wider, date_trunc(unit, since, 'UTC') as start, sum(n)
    from verification_stretches cross join (values (0::smallint, 'month'), (1, 'day')) levels (wider, unit) group by 1, 2, 3, 4, start;
end $$;
revoke execute on function recount_verifications from public;
select recount_verifications();
