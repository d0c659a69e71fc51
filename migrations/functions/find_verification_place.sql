-- The hour that contains the row at a position, counted from the newest (0), and the number of rows before it in that
-- hour. Null when there are fewer rows. Searches months, then days, then hours. Only the given kinds count; null counts
-- all.
drop type if exists verification_place cascade;
create type verification_place as (since timestamptz, until timestamptz, skip bigint);
create or replace function find_verification_place(organization uuid, way smallint, kinds smallint[], at_row bigint)
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
