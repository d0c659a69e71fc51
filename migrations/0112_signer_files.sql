-- Files that signers send into fields. Name and bytes are sealed under their key; one for each field.
create table signer_files (
  organization_id uuid not null,
  signer_id uuid not null,
  field_key text not null,
  name bytea not null,
  content bytea not null,
  content_type text not null,
  byte_size integer not null,
  sha256 bytea not null,
  sent_at timestamptz not null,
  primary key (organization_id, signer_id, field_key),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_files');
