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
  -- What it is sorted into, and of which one it is a copy.
  tags text[] not null default '{}',
  copy_of uuid,
  primary key (organization_id, id),
  foreign key (organization_id, copy_of) references agreements on delete set null (copy_of)
);
create index agreements_created on agreements (organization_id, created_at desc, id desc);
create index agreements_copy_of on agreements (organization_id, copy_of) where copy_of is not null;
select protect_tenant_table('agreements');

-- PDFs that agreements are made of: each once in an organization, as long as a version of an agreement is made of it.
create table pdf_sources (
  organization_id uuid not null references organizations on delete cascade,
  sha256 bytea not null,
  byte_size integer not null,
  -- How large each page is as it is seen, and where words in double braces stand.
  pages jsonb not null,
  anchors jsonb not null,
  -- What is written on each page, for who listens to it.
  words text[] not null default '{}',
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, sha256)
);
-- A PDF is packed already.
alter table pdf_sources alter column bytes set storage external;
select protect_tenant_table('pdf_sources');

-- Pages as pictures, drawn when somebody first looks at them.
create table pdf_source_pictures (
  organization_id uuid not null,
  sha256 bytea not null,
  page integer not null,
  width integer not null,
  lines text[] not null,
  png bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, sha256, page, width),
  foreign key (organization_id, sha256) references pdf_sources on delete cascade
);
alter table pdf_source_pictures alter column png set storage external;
select protect_tenant_table('pdf_source_pictures');

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
  pdf_sha256 bytea,
  -- What the file was called.
  pdf_name text,
  primary key (organization_id, agreement_id, number),
  foreign key (organization_id, agreement_id) references agreements on delete cascade,
  constraint agreement_versions_pdf foreign key (organization_id, pdf_sha256) references pdf_sources,
  constraint agreement_versions_pdf_name check ((pdf_sha256 is null) = (pdf_name is null))
);
create index agreement_versions_created on agreement_versions (organization_id, created_at desc, agreement_id desc, number desc);
create index agreement_versions_pdf on agreement_versions (organization_id, pdf_sha256) where pdf_sha256 is not null;
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
  -- Who else signs, sealed; within how many days, and how they are reminded.
  signers bytea,
  days_to_sign integer check (days_to_sign between 1 and 365),
  reminders jsonb,
  -- Who gets in: everybody, who has a passcode, or who has one of some addresses. Passcodes are kept as keyed hashes, addresses
  -- sealed with the master key.
  auth_mode text not null default 'PUBLIC' check (auth_mode in ('PUBLIC', 'PASSCODE', 'EMAILS')),
  passcode_mark bytea,
  recipients bytea,
  once_per_email boolean not null default false,
  -- With it the parameters of the link's address must be signed.
  parameter_secret bytea,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references agreements,
  constraint agreement_links_passcode check (auth_mode <> 'PASSCODE' or passcode_mark is not null),
  constraint agreement_links_recipients check (auth_mode <> 'EMAILS' or recipients is not null)
);
create index agreement_links_agreement on agreement_links (organization_id, agreement_id);
create index agreement_links_search on agreement_links (organization_id) include (search_id, id);
select protect_tenant_table('agreement_links');

-- Mails that people who opened a link have caused: to those whom they named, and of codes. Counted for an hour.
create table link_mails (
  organization_id uuid not null,
  id uuid not null,
  agreement_link_id uuid not null,
  caused_at timestamptz not null,
  mails integer not null,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links on delete cascade
);
create index link_mails_link on link_mails (organization_id, agreement_link_id, caused_at);
create index link_mails_caused on link_mails (caused_at);
select protect_tenant_table('link_mails');

-- Codes that were mailed to addresses of a link, before anybody has opened it.
create table agreement_link_codes (
  organization_id uuid not null,
  id uuid not null,
  agreement_link_id uuid not null,
  address_mark bytea not null,
  -- The address, sealed, until the code was mailed.
  address bytea,
  code_hash bytea,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links on delete cascade
);
create index agreement_link_codes_address on agreement_link_codes (organization_id, agreement_link_id, address_mark);
create index agreement_link_codes_expired on agreement_link_codes (organization_id, expires_at);
select protect_tenant_table('agreement_link_codes');
