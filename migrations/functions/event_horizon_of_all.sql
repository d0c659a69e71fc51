-- The position up to which all transactions that record events of any organization have ended; as event_horizon. The
-- classes of their locks are negative, so their numbers are in the upper half.
create or replace function event_horizon_of_all() returns bigint language plpgsql as $$
declare
  last bigint;
  first bigint;
begin
  select case when is_called then last_value else 0 end into last from event_positions;
  select min(last - behind) into first from (
    select (last - objid::bigint) & 2147483647 as behind from pg_locks
    where locktype = 'advisory' and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
      and classid::bigint >= 2147483648) held
  where behind < 1073741824;
  return least(last, first);
end $$;
