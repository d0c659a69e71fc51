-- The position up to which all transactions that record events of an organization (null: of any) have ended. Rows must
-- be read by a later statement. The order of the two queries matters: a transaction that takes its lock after the first
-- query gets positions after `last`.
create or replace function event_horizon(organization uuid) returns bigint language plpgsql as $$
declare
  last bigint;
  first bigint;
begin
  select case when is_called then last_value else 0 end into last from event_positions;
  -- The key is the lower half of a position. A key that seems far behind was given out after `last`.
  select min(last - behind) into first from (
    select (last - objid::bigint) & 2147483647 as behind from pg_locks
    where locktype = 'advisory' and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
      -- The classes of these locks are negative, so their numbers are in the upper half.
      and case when organization is null then classid::bigint >= 2147483648
        else classid in (event_lock_class(organization)::oid, event_lock_class(null)::oid) end) held
  where behind < 1073741824;
  return least(last, first);
end $$;
