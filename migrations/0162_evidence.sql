-- The log of each organization: a Merkle tree (RFC 6962) whose leaves are the rows of its trail, in the order of their
-- positions, with its newest signed head.
create table evidence_logs (
  organization_id uuid primary key references organizations on delete cascade,
  origin text not null,
  size bigint not null check (size > 0),
  root bytea not null,
  checkpoint text not null,
  signed_at timestamptz not null
);
select protect_tenant_table('evidence_logs');

-- Which row of the trail is which leaf.
create table evidence_leaves (
  organization_id uuid not null references evidence_logs on delete cascade,
  leaf bigint not null,
  audit_event_id uuid not null,
  primary key (organization_id, leaf),
  unique (organization_id, audit_event_id)
);
select protect_tenant_table('evidence_leaves');

-- Hashes of the tree by 256 at once. Level 0 has those of leaves; each hash of a level above is that of a full tile below.
create table evidence_tiles (
  organization_id uuid not null references evidence_logs on delete cascade,
  level smallint not null,
  number bigint not null,
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (organization_id, level, number)
);
select protect_tenant_table('evidence_tiles');
revoke insert, update, delete on evidence_logs, evidence_leaves, evidence_tiles from sealane_tenant;

-- Up to which position rows of all trails are leaves. One row.
create table evidence_cursor (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into evidence_cursor (position) values (0);
revoke all on evidence_cursor from sealane_tenant;

-- What signs heads. The newest signs; those before it stay known.
create table evidence_keys (
  id uuid primary key,
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
revoke all on evidence_keys from sealane_tenant;

create index audit_events_position_of_all on audit_events (position);
