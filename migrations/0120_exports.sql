-- Lists that were given away as files, and the files until their time is over.
create table exports (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  -- The person who asked for it. Nobody else sees it.
  user_id uuid not null references users on delete cascade,
  list text not null,
  format text not null check (format in ('csv', 'ndjson')),
  -- The permission without which the list cannot be read.
  permission text not null,
  -- The sealed filters and order of the list. They may name people. Null after the file is gone.
  question bytea,
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'expired')),
  -- The reason why it failed.
  trouble jsonb,
  total integer,
  made integer not null default 0,
  bytes bigint not null default 0,
  parts integer not null default 0,
  -- The sealed cursor behind the last part. It has values of the row.
  place bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  kept_until timestamptz not null,
  primary key (organization_id, id)
);
create index exports_of_person on exports (organization_id, user_id, created_at, id);
create index exports_kept on exports (kept_until);
select protect_tenant_table('exports');

create table export_parts (
  organization_id uuid not null,
  export_id uuid not null,
  number integer not null,
  -- Compressed, then sealed.
  sealed bytea not null,
  primary key (organization_id, export_id, number),
  foreign key (organization_id, export_id) references exports on delete cascade
);
alter table export_parts alter column sealed set storage external;
select protect_tenant_table('export_parts');
