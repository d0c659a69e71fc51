-- Recovering what a webhook missed, as a job that outlives crashes; and the end of what is old.

create table webhook_recoveries (
  organization_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  since timestamptz not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
  total integer not null,
  reopened integer not null default 0,
  per_second integer not null,
  last_event_id uuid,
  created_by uuid references users on delete set null,
  ended_until timestamptz not null default delivery_clock(),
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, webhook_id) references webhooks on delete cascade
);
create unique index webhook_recoveries_running on webhook_recoveries (organization_id, webhook_id) where state = 'running';
select protect_tenant_table('webhook_recoveries');

-- Drops the weekly partitions that lie wholly before a moment, and what is still open of them. Returns how many tables.
create function drop_event_partitions(before timestamptz) returns integer language plpgsql as $$
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
