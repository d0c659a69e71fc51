-- Drops the weekly partitions that end before a moment, and deletes their open deliveries. Returns the number of
-- dropped tables.
create or replace function drop_event_partitions(before timestamptz) returns integer language plpgsql as $$
declare
  part text;
  dropped integer := 0;
begin
  for part in
    select child.relname from pg_inherits
    join pg_class child on child.oid = inhrelid
    where inhparent in ('events'::regclass, 'event_bodies'::regclass, 'closed_deliveries'::regclass, 'attempts'::regclass)
      and child.relname ~ '_\d{8}$'
      and to_timestamp(right(child.relname, 8), 'YYYYMMDD') at time zone 'UTC' + interval '7 days' <= before at time zone 'UTC'
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  delete from open_deliveries where event_id < first_id_at(before) and not exists (
    select from events where events.organization_id = open_deliveries.organization_id and events.id = open_deliveries.event_id);
  return dropped;
end $$;
