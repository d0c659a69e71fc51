-- What the live stream reads (core/changes). Rows of the trail stand in the order of events, which no process's clock
-- decides; those that were there before have no place in it.
alter table audit_events add column position bigint;
alter table audit_events alter column position set default next_event_position();
create index audit_events_position on audit_events (organization_id, position);

-- Organizations that somebody follows just now, until when that is believed, and from which position on all notes are there.
create table change_listeners (
  organization_id uuid primary key references organizations on delete cascade,
  since bigint not null,
  until timestamptz not null
);
select protect_tenant_table('change_listeners');

-- What has no row in the trail or the event log (attempts, progress). Written only while somebody follows the
-- organization, and kept for some minutes.
create table change_notes (
  organization_id uuid not null references organizations on delete cascade,
  position bigint not null default next_event_position(),
  kind text not null,
  subject text not null,
  what text not null,
  noted_at timestamptz not null default delivery_clock(),
  primary key (organization_id, position)
);
select protect_tenant_table('change_notes');
