-- The next position. The first call in a transaction takes a lock until its end. The key of the lock is a position that
-- was given out before, so the transaction records only at later positions.
create or replace function next_event_position() returns bigint language plpgsql as $$
declare
  class constant integer := event_lock_class(current_organization_id());
begin
  if current_setting('sealane.records_events', true) is distinct from class::text then
    perform pg_advisory_xact_lock_shared(class, (nextval('event_positions') & 2147483647)::integer);
    perform set_config('sealane.records_events', class::text, true);
  end if;
  return nextval('event_positions');
end $$;
