-- PDFs that agreements are made of: each once in an organization, as long as a version of an agreement is made of it.
create table pdf_sources (
  organization_id uuid not null references organizations on delete cascade,
  sha256 bytea not null,
  byte_size integer not null,
  -- How large each page is as it is seen, and where words in double braces stand.
  pages jsonb not null,
  anchors jsonb not null,
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

alter table agreement_versions
  add column pdf_sha256 bytea,
  -- What the file was called.
  add column pdf_name text,
  add constraint agreement_versions_pdf foreign key (organization_id, pdf_sha256) references pdf_sources,
  add constraint agreement_versions_pdf_name check ((pdf_sha256 is null) = (pdf_name is null));
create index agreement_versions_pdf on agreement_versions (organization_id, pdf_sha256) where pdf_sha256 is not null;
