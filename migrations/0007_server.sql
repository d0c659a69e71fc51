-- The state of the server: replies for repeated requests, jobs and maintenance.

-- The replies to requests with an Idempotency-Key. A repeated request gets the first reply.
create table idempotent_replies (
  organization_id uuid not null references organizations on delete cascade,
  -- The API key or user of the request. The keys of two callers are independent.
  caller_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  -- The sealed reply, because it may contain a secret that is shown once. Null when it was deleted with a person.
  reply bytea,
  -- The ids of the people and things in the reply.
  about uuid[] not null default '{}',
  created_at timestamptz not null,
  primary key (organization_id, caller_id, key)
);
create index idempotent_replies_created on idempotent_replies (organization_id, created_at);
select protect_tenant_table('idempotent_replies');

-- The present runners of jobs. A runner holds an advisory lock on its number for its whole life.
create sequence job_runner_numbers as integer;
create table job_runners (
  number integer primary key,
  pool_id text not null,
  started_at timestamptz not null default now()
);

-- The jobs that ran when their process died. A job is identified by its work, not by its id, because the schedule
-- creates some jobs again. A job that ended two processes is set aside: it waits until somebody tries it again.
create table job_deaths (
  task text not null,
  work bytea not null,
  job_id bigint not null,
  -- The runners that died with the job. A runner that only lost its connection to the database removes itself.
  pools text[] not null,
  -- The runner that now tries the job in a separate process. If that runner dies, this job is not to blame.
  tried_apart_by text,
  -- The runner that now tries the job in its own process. If that runner dies, only such a job is to blame.
  tried_here_by text,
  set_aside_at timestamptz,
  primary key (task, work)
);

-- The installation, at most one row. The check recognises the master key and does not help to find it.
create table installation (
  only_one boolean primary key default true check (only_one),
  master_key_check bytea not null
);

-- Maintenance of the whole server, at most one row. Organizations that are created meanwhile begin in maintenance.
create table server_maintenance (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null
);

-- /ready writes this row as a tenant, to prove that tenants can write. The row belongs to no organization.
create table probes (
  organization_id uuid primary key,
  written_at timestamptz not null
);
select protect_tenant_table('probes');

-- Trial documents. A rehearsal of a seal writes, reads and deletes one, so that nothing is published that could not be
-- stored.
create table storage_trials (
  id uuid primary key,
  bytes bytea not null
);
revoke all on storage_trials from sealane_tenant;
