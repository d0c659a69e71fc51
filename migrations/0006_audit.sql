-- The audit trail. The rows of a chain are linked by hash, so that a missing or changed row is detected.
create table audit_events (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  chain uuid not null,
  sequence bigint not null,
  action text not null,
  actor jsonb not null,
  subject_type text not null,
  subject_id uuid not null,
  data jsonb not null,
  -- `data` has commitments in place of personal data, and the hash covers them. Their openings are sealed under the
  -- person's key, so that the chain stays valid when the key is destroyed.
  person_id uuid,
  personal bytea,
  occurred_at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  -- The position in the order of recording, which is independent of any process's clock. The live stream reads it
  -- (core/changes).
  position bigint default next_event_position(),
  -- A keyed hash of the request's IP address, for searches. The hash of the row does not cover it. It is the only
  -- column that changes: the erasure of a person empties it.
  address_mark bytea,
  primary key (organization_id, id),
  unique (organization_id, chain, sequence)
);
create index audit_events_newest on audit_events (organization_id, occurred_at, id);
create index audit_events_subject on audit_events (organization_id, subject_id, sequence);
create index audit_events_position on audit_events (organization_id, position);
create index audit_events_position_of_all on audit_events (position);
create index audit_events_address on audit_events (organization_id, address_mark, occurred_at, id)
  where address_mark is not null;
create index audit_events_marked_person on audit_events (organization_id, person_id)
  where address_mark is not null and person_id is not null;
select protect_tenant_table('audit_events');
revoke update, delete on audit_events from sealane_tenant;
grant update (address_mark) on audit_events to sealane_tenant;

-- The head and the length of each chain, so that rows missing at its end are detected.
create table audit_chains (
  organization_id uuid not null references organizations on delete cascade,
  chain uuid not null,
  length bigint not null,
  head bytea not null,
  primary key (organization_id, chain)
) with (fillfactor = 70);
select protect_tenant_table('audit_chains');
revoke delete on audit_chains from sealane_tenant;

-- Organizations with a listener: the end of the listening, and the position from which all notes exist.
create table change_listeners (
  organization_id uuid primary key references organizations on delete cascade,
  since bigint not null,
  until timestamptz not null
);
select protect_tenant_table('change_listeners');

-- Changes without a row in the trail or the event log (attempts, progress). They are written only while somebody
-- listens to the organization, and kept for a few minutes.
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

-- The log of each organization with its newest signed head: a Merkle tree (RFC 6962) whose leaves are the rows of the
-- trail in the order of their positions.
create table evidence_logs (
  organization_id uuid primary key references organizations on delete cascade,
  origin text not null,
  size bigint not null check (size > 0),
  root bytea not null,
  checkpoint text not null,
  signed_at timestamptz not null,
  -- The newest head with enough signatures of witnesses.
  witnessed_size bigint not null default 0,
  witnessed_checkpoint text
);
select protect_tenant_table('evidence_logs');

-- The leaf of each row of the trail.
create table evidence_leaves (
  organization_id uuid not null references evidence_logs on delete cascade,
  leaf bigint not null,
  audit_event_id uuid not null,
  primary key (organization_id, leaf),
  unique (organization_id, audit_event_id)
);
select protect_tenant_table('evidence_leaves');

-- The hashes of the tree in tiles of 256. Level 0 has the hashes of leaves. A hash of a higher level is the hash of a
-- full tile below.
create table evidence_tiles (
  organization_id uuid not null references evidence_logs on delete cascade,
  level smallint not null,
  number bigint not null,
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (organization_id, level, number)
);
select protect_tenant_table('evidence_tiles');
revoke insert, update, delete on evidence_logs, evidence_leaves, evidence_tiles from sealane_tenant;

-- One row: the position up to which the rows of all trails are leaves.
create table evidence_cursor (
  one boolean primary key default true check (one),
  position bigint not null,
  -- The time since when documents wait for witnesses. Null without witnesses.
  witnessed_from timestamptz,
  -- The time since when the log has the content of each document before its seal. Null before the first.
  content_from timestamptz
);
insert into evidence_cursor (position) values (0);
revoke all on evidence_cursor from sealane_tenant;

-- The keys that sign heads. The newest key signs, and older keys stay known.
create table evidence_keys (
  id uuid primary key,
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
revoke all on evidence_keys from sealane_tenant;

-- The certificates that seal documents and stamp times, and the roots that issued them. For each purpose the newest
-- leaf that is not retired acts. Roots stay for ever, because documents depend on them. A leaf without a private key
-- signs through a command. `chain` has the certificates above an imported leaf, including the root.
create table seal_certificates (
  id uuid primary key,
  purpose text not null check (purpose in ('seal', 'time')),
  is_root boolean not null,
  issuer_id uuid references seal_certificates,
  certificate bytea not null,
  chain bytea[] not null default '{}',
  private_key bytea,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  -- The revocation list of a root, its number, and the time until which it is current.
  crl bytea,
  crl_number bigint not null default 0,
  crl_until timestamptz,
  check (is_root or issuer_id is not null or cardinality(chain) > 0)
);
create index seal_certificates_acting on seal_certificates (purpose, created_at desc) where retired_at is null;
revoke all on seal_certificates from sealane_tenant;

-- The serial numbers of the built-in authority's timestamps. Each is used once (RFC 3161, section 2.4.2).
create sequence timestamp_serials;
revoke all on sequence timestamp_serials from sealane_tenant;

-- The size of the log that each witness knows, and why it refuses new heads: it has seen a larger tree or a different
-- one.
create table evidence_witnesses (
  organization_id uuid not null references evidence_logs on delete cascade,
  witness text not null,
  size bigint not null,
  refusal text check (refusal in ('larger', 'other')),
  asked_at timestamptz not null,
  primary key (organization_id, witness)
);
select protect_tenant_table('evidence_witnesses');
revoke insert, update, delete on evidence_witnesses from sealane_tenant;
