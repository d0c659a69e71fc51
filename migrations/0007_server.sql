-- The server's own: what it owes a repeated request, its jobs, its state.

-- Replies to requests that carried an Idempotency-Key, so that a repeated request gets the first one's reply.
create table idempotent_replies (
  organization_id uuid not null references organizations on delete cascade,
  -- The API key or user that asked: one caller's keys are not another's.
  caller_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  -- Sealed: a reply may hold a secret that is shown once. Null is one that was forgotten with a person.
  reply bytea,
  -- Whom and what it speaks of.
  about uuid[] not null default '{}',
  created_at timestamptz not null,
  primary key (organization_id, caller_id, key)
);
create index idempotent_replies_created on idempotent_replies (organization_id, created_at);
select protect_tenant_table('idempotent_replies');

-- Who runs jobs now. A runner holds an advisory lock on its number for as long as it lives.
create sequence job_runner_numbers as integer;
create table job_runners (
  number integer primary key,
  pool_id text not null,
  started_at timestamptz not null default now()
);

-- Which jobs ran while their process died. A job is known by what it does, not by its id: the clock makes some anew. One
-- that ended two processes is set aside: it is not tried again until somebody asks for it.
create table job_deaths (
  task text not null,
  work bytea not null,
  job_id bigint not null,
  -- The runners that died with it. A runner that was only cut off from the database takes its own out again.
  pools text[] not null,
  -- The runner that tries it in a process apart now. When that runner dies, this job is not to blame.
  tried_apart_by text,
  set_aside_at timestamptz,
  primary key (task, work)
);

-- What is true of the whole installation: at most one row. The check tells the master key again; it does not help to find it.
create table installation (
  only_one boolean primary key default true check (only_one),
  master_key_check bytea not null
);

-- Whether the whole server is in maintenance: at most one row. Organizations that are created meanwhile begin in it.
create table server_maintenance (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null
);

-- What /ready writes as a tenant, to prove that tenants can: one row, of the organization that is none.
create table probes (
  organization_id uuid primary key,
  written_at timestamptz not null
);
select protect_tenant_table('probes');
