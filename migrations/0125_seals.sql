-- Certificates that seal documents and stamp times, and the roots that issued them. Of each purpose the newest leaf that is
-- not retired acts; roots stay known for ever, because documents lead to them. A leaf without a key is one for which a
-- command signs. The chain is what stands between an imported leaf and its root, and the root.
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
  -- The list of what a root has revoked, its number, and until when it is the newest.
  crl bytea,
  crl_number bigint not null default 0,
  crl_until timestamptz,
  check (is_root or issuer_id is not null or cardinality(chain) > 0)
);
create index seal_certificates_acting on seal_certificates (purpose, created_at desc) where retired_at is null;
revoke all on seal_certificates from sealane_tenant;

-- The serial numbers of timestamps of the built-in authority: each is given once (RFC 3161, section 2.4.2).
create sequence timestamp_serials;
revoke all on sequence timestamp_serials from sealane_tenant;

-- The seal of a document: its level, the moment that its timestamp says, whose timestamp it is, and the hashes of the
-- certificate that sealed and of the evidence within.
alter table documents
  add column seal_level text check (seal_level in ('B-T', 'B-LT', 'B-LTA')),
  add column sealed_at timestamptz,
  add column timestamp_authority text,
  add column seal_certificate_sha256 bytea,
  add column evidence_sha256 bytea,
  -- At B-LTA, until when another timestamp must follow.
  add column refresh_before timestamptz;
create index documents_refreshed on documents (refresh_before) where refresh_before is not null and removed_at is null;

-- When everybody had acted. The sealed document follows within moments; a sweep looks for those that lack it.
alter table submissions add column acted_at timestamptz;
update submissions as s set acted_at = coalesce(completed_at, updated_at) where not exists (
  select from signers where signers.organization_id = s.organization_id and signers.submission_id = s.id and is_awaited)
  and declined_at is null and voided_at is null and expired_at is null;
create index submissions_unsealed on submissions (acted_at)
  where acted_at is not null and completed_at is null and declined_at is null and voided_at is null and expired_at is null;
