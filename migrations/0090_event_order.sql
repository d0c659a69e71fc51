-- Events in an order that no process's clock decides: a position from one sequence. Positions are taken before the
-- commit, so a reader asks for the horizon first: up to there every transaction has ended, and nothing can appear later.

create sequence event_positions;
grant usage, select on event_positions to sealane_tenant;

-- The class of the advisory locks that transactions hold which record events of an organization (null: of any). Negative,
-- so that it is no other lock's. Two organizations that share a class wait for each other's transactions, no more.
create function event_lock_class(organization uuid) returns integer language sql immutable parallel safe as
  $$ select case when organization is null then -1 else -2 - (hashtextextended(organization::text, 0) & 1073741823)::integer end $$;

-- The next position. A transaction that takes its first one holds a lock from then on, whose key is a position that was
-- given out before: all that it records stands behind that one.
create function next_event_position() returns bigint language plpgsql as $$
declare
  class constant integer := event_lock_class(current_organization_id());
begin
  if current_setting('sealane.records_events', true) is distinct from class::text then
    perform pg_advisory_xact_lock_shared(class, (nextval('event_positions') & 2147483647)::integer);
    perform set_config('sealane.records_events', class::text, true);
  end if;
  return nextval('event_positions');
end $$;

-- The position up to which all transactions that record events of an organization have ended. Rows must be read by a
-- later statement. The order of the two questions matters: who takes the lock after the first stands behind `last`.
create function event_horizon(organization uuid) returns bigint language plpgsql as $$
declare
  last bigint;
  first bigint;
begin
  select case when is_called then last_value else 0 end into last from event_positions;
  -- The key is the lower half of a position; one that seems far behind was given out after `last`.
  select min(last - behind) into first from (
    select (last - objid::bigint) & 2147483647 as behind from pg_locks
    where locktype = 'advisory' and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
      and classid in (event_lock_class(organization)::oid, event_lock_class(null)::oid)) held
  where behind < 1073741824;
  return least(last, first);
end $$;

alter table events add column position bigint;
update events set position = numbered.position
from (select organization_id, id, row_number() over (order by id) as position from events) numbered
where events.organization_id = numbered.organization_id and events.id = numbered.id;
select setval('event_positions', (select max(position) from events)) where exists (select from events);
alter table events alter column position set not null, alter column position set default next_event_position();
create index events_position on events (organization_id, position);
