-- Agreements, their versions, and the links that publish them.

create table agreements (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  title text not null,
  current_version integer not null,
  created_by uuid references users on delete set null,
  archived_at timestamptz,
  document_retention_days integer check (document_retention_days between 1 and 36500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index agreements_created on agreements (organization_id, created_at desc, id desc);
select protect_tenant_table('agreements');

-- A version never changes: a submission is bound to the words that were shown.
create table agreement_versions (
  organization_id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  title text not null,
  source text not null,
  source_sha256 bytea not null,
  -- BCP 47, and whether the author said so or it was detected.
  language text not null,
  language_given boolean not null default false,
  signer_roles jsonb not null,
  fields jsonb not null,
  required_verifications jsonb not null,
  -- Which metadata the signers see; null is what their link's address says.
  shown_metadata text[],
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  primary key (organization_id, agreement_id, number),
  foreign key (organization_id, agreement_id) references agreements on delete cascade
);
create index agreement_versions_created on agreement_versions (organization_id, created_at desc, agreement_id desc, number desc);
select protect_tenant_table('agreement_versions');
revoke update on agreement_versions from sealane_tenant;

create table agreement_links (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null unique,
  agreement_id uuid not null,
  title text not null,
  is_active boolean not null default true,
  expires_at timestamptz,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search_id text not null generated always as (lower(agreement_link_public_id(id))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references agreements
);
create index agreement_links_agreement on agreement_links (organization_id, agreement_id);
create index agreement_links_search on agreement_links (organization_id) include (search_id, id);
select protect_tenant_table('agreement_links');
