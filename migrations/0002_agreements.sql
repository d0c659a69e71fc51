-- Agreements, the links that publish them, and one submission for each run through a link.

create table agreements (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  title text not null,
  current_version integer not null,
  created_by uuid references users on delete set null,
  archived_at timestamptz,
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
  signer_roles jsonb not null,
  fields jsonb not null,
  required_verifications jsonb not null,
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  primary key (organization_id, agreement_id, number),
  foreign key (organization_id, agreement_id) references agreements on delete cascade
);
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
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references agreements
);
create index agreement_links_agreement on agreement_links (organization_id, agreement_id);
select protect_tenant_table('agreement_links');

create table submissions (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  agreement_link_id uuid not null,
  agreement_id uuid not null,
  agreement_version integer not null,
  metadata jsonb not null,
  viewed_at timestamptz not null,
  completed_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  voided_at timestamptz,
  voided_by uuid references users on delete set null,
  void_reason text,
  expired_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links,
  foreign key (organization_id, agreement_id, agreement_version) references agreement_versions
);
create index submissions_created on submissions (organization_id, created_at desc, id desc);
create index submissions_link on submissions (organization_id, agreement_link_id);
select protect_tenant_table('submissions');

create table signers (
  organization_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  role text not null,
  position integer not null,
  token_hash bytea not null unique,
  name text,
  email text,
  subject_id uuid not null,
  ip_address text,
  user_agent text,
  viewed_at timestamptz not null,
  identified_at timestamptz,
  details_given_at timestamptz,
  signed_at timestamptz,
  signature_method text check (signature_method in ('typed', 'drawn')),
  signature_text text,
  signature_image bytea,
  shown_sha256 bytea,
  declined_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, submission_id, role),
  foreign key (organization_id, submission_id) references submissions on delete cascade
);
select protect_tenant_table('signers');

create table field_values (
  organization_id uuid not null,
  submission_id uuid not null,
  signer_id uuid not null,
  field_key text not null,
  value text not null,
  filled_at timestamptz not null,
  primary key (organization_id, submission_id, field_key),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('field_values');

create table consents (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  subject_id uuid not null,
  submission_id uuid,
  signer_id uuid,
  kind text not null,
  text_version text not null,
  text_sha256 bytea not null,
  locale text not null,
  typed_name text,
  ip_address text,
  user_agent text,
  accepted_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, signer_id, kind),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index consents_subject on consents (organization_id, subject_id);
create index consents_submission on consents (organization_id, submission_id);
select protect_tenant_table('consents');

create table documents (
  organization_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  kind text not null check (kind in ('completed')),
  filename text not null,
  content_type text not null,
  byte_size integer not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, submission_id, kind),
  foreign key (organization_id, submission_id) references submissions on delete cascade
);
select protect_tenant_table('documents');

create table document_contents (
  organization_id uuid not null,
  document_id uuid not null,
  bytes bytea not null,
  primary key (organization_id, document_id),
  foreign key (organization_id, document_id) references documents on delete cascade
);
alter table document_contents alter column bytes set storage external;
select protect_tenant_table('document_contents');
