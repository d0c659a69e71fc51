-- What people had done to webhooks, each written in the transaction of its audit row. Rows outlive the webhook and the
-- event that they name.
create table redeliveries (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  actor jsonb not null,
  requested_at timestamptz not null,
  primary key (organization_id, id)
);
create index redeliveries_requested on redeliveries (organization_id, requested_at, id);
select protect_tenant_table('redeliveries');

create table secret_rotations (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  webhook_id uuid not null,
  overlap_hours integer,
  actor jsonb not null,
  rotated_at timestamptz not null,
  primary key (organization_id, id)
);
create index secret_rotations_rotated on secret_rotations (organization_id, rotated_at, id);
select protect_tenant_table('secret_rotations');

insert into redeliveries (organization_id, id, webhook_id, event_id, actor, requested_at)
select organization_id, id, subject_id, (data->>'eventId')::uuid, actor, occurred_at
from audit_events where action = 'webhook.event_redelivered';
insert into secret_rotations (organization_id, id, webhook_id, overlap_hours, actor, rotated_at)
select organization_id, id, subject_id, (data->>'overlapHours')::integer, actor, occurred_at
from audit_events where action = 'webhook.secret_rotated';
