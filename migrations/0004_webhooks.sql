-- Subscriptions, the events they hear of, and how each delivery went.

create table webhooks (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  destination_url text not null,
  event_types text[] not null,
  notification_emails text[] not null default '{}',
  service_status boolean not null default true,
  disabled_reason text,
  api_version text not null,
  secret bytea not null,
  previous_secret bytea,
  previous_secret_expires_at timestamptz,
  last_sequence bigint not null default 0,
  created_by uuid references users on delete set null,
  updated_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index webhooks_created on webhooks (organization_id, created_at desc, id desc);
select protect_tenant_table('webhooks');

create table events (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  data jsonb not null,
  occurred_at timestamptz not null,
  primary key (organization_id, id)
);
create index events_subject on events (organization_id, subject_id);
select protect_tenant_table('events');

create table deliveries (
  organization_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  webhook_id uuid not null,
  sequence bigint not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  claimed_by bigint,
  body bytea,
  finished_at timestamptz,
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, webhook_id, sequence),
  foreign key (organization_id, event_id) references events on delete cascade,
  foreign key (organization_id, webhook_id) references webhooks on delete cascade
);
create index deliveries_due on deliveries (next_attempt_at, id) where state = 'pending' and claimed_by is null;
create index deliveries_claimed on deliveries (claimed_by) where claimed_by is not null;
create index deliveries_event on deliveries (organization_id, event_id);
select protect_tenant_table('deliveries');

create table attempts (
  organization_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  outcome text not null,
  http_status integer,
  error text,
  response_excerpt bytea,
  started_at timestamptz not null,
  duration_ms integer not null,
  primary key (organization_id, id),
  unique (organization_id, delivery_id, number),
  foreign key (organization_id, delivery_id) references deliveries on delete cascade
);
select protect_tenant_table('attempts');

create sequence delivery_worker_numbers as integer;
