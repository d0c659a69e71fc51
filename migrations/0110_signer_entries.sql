-- What stands in the fields of somebody who has not acted yet: what the sender has filled in for them, and what they have
-- typed so far. Sealed under their key; gone once they have acted, or the submission has ended.
create table signer_entries (
  organization_id uuid not null,
  signer_id uuid not null,
  entered_by text not null check (entered_by in ('sender', 'signer')),
  sealed bytea not null,
  -- By which a browser knows what it has saved last.
  token text,
  entered_at timestamptz not null,
  primary key (organization_id, signer_id, entered_by),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_entries');
