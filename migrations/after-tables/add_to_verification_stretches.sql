create or replace function add_to_verification_stretches(deltas verification_deltas[]) returns void language plpgsql as $$
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
