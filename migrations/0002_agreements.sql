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
  -- The tags of the agreement, and the agreement that it was copied from.
  tags text[] not null default '{}',
  copy_of uuid,
  primary key (organization_id, id),
  foreign key (organization_id, copy_of) references agreements on delete set null (copy_of)
);
create index agreements_created on agreements (organization_id, created_at desc, id desc);
create index agreements_copy_of on agreements (organization_id, copy_of) where copy_of is not null;
select protect_tenant_table('agreements');

-- The PDFs of agreements. Each is stored once in an organization, while a version of an agreement uses it.
create table pdf_sources (
  organization_id uuid not null references organizations on delete cascade,
  sha256 bytea not null,
  byte_size integer not null,
  -- The visible size of each page, and the places of words in double braces.
  pages jsonb not null,
  anchors jsonb not null,
  -- The text of each page, for screen readers.
  words text[] not null default '{}',
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, sha256)
);
-- A PDF is already compressed.
alter table pdf_sources alter column bytes set storage external;
select protect_tenant_table('pdf_sources');

-- Pictures of pages. Each is drawn when it is first requested.
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

-- A version never changes, because a submission is bound to the text that was shown.
create table agreement_versions (
  organization_id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  title text not null,
  source text not null,
  source_sha256 bytea not null,
  -- The language (BCP 47), and whether the author gave it; otherwise it was detected.
  language text not null,
  language_given boolean not null default false,
  signer_roles jsonb not null,
  fields jsonb not null,
  required_verifications jsonb not null,
  -- The names of the metadata that signers see. Null shows the metadata from the address of their link.
  shown_metadata text[],
  created_by uuid references users on delete set null,
  created_at timestamptz not null,
  pdf_sha256 bytea,
  -- The name of the uploaded file.
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
  -- The other signers (sealed), the days to sign, and the reminders.
  signers bytea,
  days_to_sign integer check (days_to_sign between 1 and 365),
  reminders jsonb,
  -- The access to the link: everybody, people with a passcode, or people with one of the given addresses. Passcodes are
  -- stored as keyed hashes. Addresses are sealed with the master key.
  auth_mode text not null default 'PUBLIC' check (auth_mode in ('PUBLIC', 'PASSCODE', 'EMAILS')),
  passcode_mark bytea,
  recipients bytea,
  once_per_email boolean not null default false,
  -- If this is set, the parameters of the link's address must be signed with it.
  parameter_secret bytea,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references agreements,
  constraint agreement_links_passcode check (auth_mode <> 'PASSCODE' or passcode_mark is not null),
  constraint agreement_links_recipients check (auth_mode <> 'EMAILS' or recipients is not null)
);
create index agreement_links_agreement on agreement_links (organization_id, agreement_id);
create index agreement_links_search on agreement_links (organization_id) include (search_id, id);
select protect_tenant_table('agreement_links');

-- Mails that people caused through a link: invitations of named signers, and codes. They count for an hour.
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

-- Codes that were mailed to addresses of a link before it is opened.
create table agreement_link_codes (
  organization_id uuid not null,
  id uuid not null,
  agreement_link_id uuid not null,
  address_mark bytea not null,
  -- The sealed address, until the code is mailed.
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
