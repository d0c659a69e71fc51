-- How a signer gets in. An invitation is used once, by a person's act, and gives a session of one browser. A second browser
-- proves itself by a code that was mailed. Secrets are kept as hashes.

create table signer_invitations (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_invitations_signer on signer_invitations (organization_id, signer_id);
select protect_tenant_table('signer_invitations');

create table signer_sessions (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  token_hash bytea not null,
  fresh_until timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_sessions_signer on signer_sessions (organization_id, signer_id);
select protect_tenant_table('signer_sessions');

create table signer_codes (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  code_hash bytea,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_codes_signer on signer_codes (organization_id, signer_id);
select protect_tenant_table('signer_codes');

-- What a signer has sent at each step, by hash: the same form again is a second click, another one is a page that is old.
create table signer_forms (
  organization_id uuid not null,
  signer_id uuid not null,
  step text not null,
  form_hash bytea not null,
  sent_at timestamptz not null,
  primary key (organization_id, signer_id, step),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_forms');

-- The page that opened it, by hash, so that a second click on that page opens nothing more.
alter table signers add column opened_by bytea;
create unique index signers_opened_by on signers (organization_id, opened_by) where opened_by is not null;

insert into signer_invitations (organization_id, id, signer_id, token_hash, created_at)
  select organization_id, id, id, token_hash, created_at from signers where viewed_at is null;
alter table signers drop column token_hash;
