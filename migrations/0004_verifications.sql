-- Verifications, what providers answered, and what lists find them by.

create table verifications (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  parent_id uuid,
  subject_id uuid not null,
  submission_id uuid,
  signer_id uuid,
  agreement_link_id uuid,
  type text not null check (type in ('enhanced_identity_verification', 'us_criminal_record_check', 'motor_vehicle_record', 'panel_drug')),
  subtype text check (subtype in ('single_state_county_record_check_result', 'all_state_county_record_check_result', 'ssn_id_document_reports')),
  tier text check (tier in ('request_us_criminal_record_check_tier_1', 'request_us_criminal_record_check_tier_2',
    'request_us_criminal_record_check_tier_3', 'panel 5', 'panel 7', 'panel 9', 'panel 10')),
  is_scan boolean not null default false,
  status text not null check (status in ('started', 'cancelled', 'in_progress', 'completed')),
  result text check (result in ('pending', 'verified', 'rejected')),
  sub_status text check (sub_status in ('county_level_check', 'national_level_check')),
  provider text not null,
  provider_reference text,
  -- Whether nobody was really checked.
  is_simulated boolean not null default false,
  attempt integer not null default 1,
  revision integer not null default 0,
  latest_response jsonb not null default '{}',
  metadata jsonb not null default '{}',
  details jsonb not null default '{}',
  last_status_at timestamptz not null,
  last_synced_at timestamptz not null,
  submitted_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by jsonb,
  deleted_at timestamptz,
  deleted_by jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- What a search looks through, one word a line, in lower case.
  search_text text not null generated always as (lower(
    verification_public_id(id) || E'\n' || coalesce(agreement_link_public_id(agreement_link_id), '') || E'\n' || type
    || E'\n' || coalesce(subtype, '') || E'\n' || coalesce(tier, '') || E'\n' || status || E'\n' || coalesce(result, ''))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, subject_id) references subjects,
  foreign key (organization_id, parent_id) references verifications,
  foreign key (organization_id, submission_id) references submissions,
  foreign key (organization_id, agreement_link_id) references agreement_links,
  check ((result = 'pending') is not true or status = 'in_progress'),
  check (status <> 'in_progress' or result = 'pending'),
  check (status not in ('started', 'cancelled') or (result is null and type in ('enhanced_identity_verification', 'panel_drug'))),
  check (status <> 'completed' or result is not null or type in ('us_criminal_record_check', 'motor_vehicle_record')),
  check (sub_status is null or (type = 'us_criminal_record_check' and status = 'in_progress'))
);
create index verifications_created on verifications (organization_id, created_at desc, id desc) where deleted_at is null;
-- Lists by the last change, and by status, begin without reading all.
create index verifications_updated on verifications (organization_id, updated_at desc, id desc) where deleted_at is null;
create index verifications_status on verifications (organization_id, status, id desc) where deleted_at is null;
create index verifications_submission on verifications (organization_id, submission_id);
create index verifications_link on verifications (organization_id, agreement_link_id);
create unique index verifications_provider_reference on verifications (provider, provider_reference, type, coalesce(subtype, ''));
create index verifications_parent on verifications (organization_id, parent_id) where parent_id is not null;
create index verifications_subject on verifications (organization_id, subject_id);
create index verifications_open on verifications (last_synced_at)
  where status in ('started', 'in_progress') and deleted_at is null and parent_id is null;
select protect_tenant_table('verifications');

-- Each member of a verification's metadata as one value (a hash of key and text), so that a filter finds it by an index.
-- Row-level security lets only leak-proof operators reach an index: equality of uuid is one, containment of jsonb is not.
create table verification_metadata (
  organization_id uuid not null,
  pair uuid not null,
  verification_id uuid not null,
  primary key (organization_id, pair, verification_id),
  foreign key (organization_id, verification_id) references verifications on delete cascade
);
create index verification_metadata_verification on verification_metadata (organization_id, verification_id);
select protect_tenant_table('verification_metadata');

-- Every answer of a provider that said something new, in whatever order it came; nothing here is ever changed.
create table verification_revisions (
  organization_id uuid not null,
  verification_id uuid not null,
  attempt integer not null,
  revision integer not null,
  provider_status text not null,
  result text,
  payload_sha256 bytea not null,
  received_at timestamptz not null,
  primary key (organization_id, verification_id, attempt, revision),
  foreign key (organization_id, verification_id) references verifications on delete cascade
);
select protect_tenant_table('verification_revisions');
revoke update on verification_revisions from sealane_tenant;
