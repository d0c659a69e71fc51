-- Replies to requests that carried an Idempotency-Key, so that a repeated request gets the first one's reply.

create table idempotent_replies (
  organization_id uuid not null references organizations on delete cascade,
  -- The API key or user that asked: one caller's keys are not another's.
  caller_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  -- Sealed: a reply may hold a secret that is shown once.
  reply bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, caller_id, key)
);
create index idempotent_replies_created on idempotent_replies (organization_id, created_at);
select protect_tenant_table('idempotent_replies');
