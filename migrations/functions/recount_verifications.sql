-- Counts all verifications again, for rows that are older than the counts or were written without triggers. Writers
-- wait until it ends.
create or replace function recount_verifications() returns void language plpgsql as $$
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
