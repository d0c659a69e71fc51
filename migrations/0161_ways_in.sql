-- Who gets in by a link: everybody, who has a passcode, or who has one of some addresses. Passcodes and addresses are kept
-- as keyed hashes or sealed with the master key.
alter table agreement_links
  add column auth_mode text not null default 'PUBLIC' check (auth_mode in ('PUBLIC', 'PASSCODE', 'EMAILS')),
  add column passcode_mark bytea,
  add column recipients bytea,
  add column once_per_email boolean not null default false,
  -- With it the parameters of the link's address must be signed.
  add column parameter_secret bytea,
  add constraint agreement_links_passcode check (auth_mode <> 'PASSCODE' or passcode_mark is not null),
  add constraint agreement_links_recipients check (auth_mode <> 'EMAILS' or recipients is not null);

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

-- Who has a submission of a link that gives one address only one.
create table agreement_link_addresses (
  organization_id uuid not null,
  agreement_link_id uuid not null,
  address_mark bytea not null,
  signer_id uuid not null,
  primary key (organization_id, agreement_link_id, address_mark),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index agreement_link_addresses_signer on agreement_link_addresses (organization_id, signer_id);
select protect_tenant_table('agreement_link_addresses');
