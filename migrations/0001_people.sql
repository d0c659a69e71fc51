-- Organizations, people and their keys. Every table of a tenant has organization_id first in its key. Requests run as
-- the role sealane_tenant, which sees one organization at a time (row-level security). The owner of the tables runs
-- migrations, sign-in and delivery.

create table organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  logo text,
  metadata text,
  maintenance_since timestamptz,
  document_retention_days integer check (document_retention_days between 1 and 36500),
  tracking_parameters text[],
  -- The origins of the sites that may show signing pages in a frame.
  embedding_origins text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select protect_tenant_table('organizations', 'id');

-- Only the owner creates and deletes organizations.
revoke insert, delete on organizations from sealane_tenant;

create table users (
  id uuid primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  deactivated_at timestamptz,
  -- The time of the person's first own act: an accepted invitation, a sign-in or a chosen name.
  confirmed_at timestamptz,
  -- The language of pages and mails for the person.
  language text check (language in ('en', 'fr')),
  -- Bright or dark pages. Null follows the browser.
  scheme text check (scheme in ('light', 'dark')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index users_email on users (lower(email));

-- The tables of sign-in. Their names and columns fit better-auth (docs/architecture.md).
create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  active_organization_id uuid references organizations on delete set null,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  -- The last time at which the person proved themself again.
  confirmed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on sessions (user_id);
create trigger confirm_user after insert on sessions for each row execute function confirm_user();

create table sign_in_accounts (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index sign_in_accounts_user on sign_in_accounts (user_id);

create table sign_in_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_verifications_identifier on sign_in_verifications (identifier);

-- The operators of this server.
create table server_admins (
  user_id uuid primary key references users on delete cascade,
  granted_at timestamptz not null,
  granted_by uuid references users on delete set null
);

-- Links for a new password. Each link works once, and only its hash is stored.
create table password_resets (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index password_resets_user on password_resets (user_id, created_at);

-- Second factors and passkeys. Their columns fit better-auth. Secrets and backup codes are encrypted.
create table two_factors (
  id uuid primary key,
  user_id uuid not null unique references users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Used codes of authenticator apps, kept until they expire, so that a code signs in once.
create table used_codes (
  user_id uuid not null references users on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);

create table passkeys (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_user on passkeys (user_id);

create table roles (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  name text not null check (name ~ '^[a-z][a-z0-9-]{0,62}$'),
  permissions text[] not null,
  is_builtin boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select protect_tenant_table('roles');

create table memberships (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  user_id uuid not null references users on delete cascade,
  role text not null,
  -- The organization's name for the person until the person has confirmed their own.
  name text,
  deactivated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, user_id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade
);
create index memberships_user on memberships (user_id);
select protect_tenant_table('memberships');

-- An organization sees its own people. It may rename a person (only as that person: core/accounts) and change nothing
-- else, because an e-mail address or a second factor belongs to the person in every organization.
alter table users enable row level security;
create policy tenant on users to sealane_tenant using (exists (
  select from memberships m where m.organization_id = (select current_organization_id()) and m.user_id = users.id));
grant select, update (name, updated_at, confirmed_at) on users to sealane_tenant;

-- A person sees and ends their own sessions through any of their organizations. Nobody can read the token.
alter table sessions enable row level security;
create policy tenant on sessions to sealane_tenant using (exists (
  select from memberships m where m.organization_id = (select current_organization_id()) and m.user_id = sessions.user_id));
grant select (id, user_id, ip_address, user_agent, expires_at, created_at, updated_at, confirmed_at), delete on sessions to sealane_tenant;

-- The role is null after the invitation has ended, so that an unused role can be deleted. The token is in the mail, and
-- an operator can read it again. Its hash finds the invitation.
create table invitations (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  name text not null default '',
  email text not null,
  role text,
  token bytea,
  token_hash bytea unique,
  inviter_id uuid references users on delete set null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references users on delete set null,
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  -- Only for better-auth, which checks that its table is complete and that it could write rows without our columns.
  status text not null generated always as (case when accepted_at is not null then 'accepted' when declined_at is not null
    then 'rejected' when revoked_at is not null then 'canceled' else 'pending' end) stored,
  primary key (organization_id, id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade,
  check (role is not null or accepted_at is not null or declined_at is not null or revoked_at is not null)
);
create unique index invitations_open on invitations (organization_id, lower(email)) where role is not null;
create index invitations_sent on invitations (organization_id, created_at);
select protect_tenant_table('invitations');

create table api_keys (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  name text not null,
  key_hash bytea not null unique,
  hint text not null,
  role text not null,
  api_version text not null,
  requests_per_minute integer not null default 100 check (requests_per_minute between 1 and 1000000),
  allowed_addresses cidr[] not null default '{}',
  expires_at timestamptz,
  last_used_at timestamptz,
  -- The address of the last use. It is written with last_used_at, at most once a minute.
  last_used_from text,
  last_used_version text,
  created_by uuid references users on delete set null,
  revoked_by uuid references users on delete set null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade
);
select protect_tenant_table('api_keys');

-- The newest requests of each API key, for a day, without bodies and query values. They are written in batches after
-- the answers.
create table api_requests (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  api_key_id uuid not null,
  method text not null,
  path text not null,
  status integer not null,
  api_version text not null,
  ip_address text,
  request_id text not null,
  occurred_at timestamptz not null,
  primary key (organization_id, id)
);
create index api_requests_of_key on api_requests (organization_id, api_key_id, id);
create index api_requests_by_age on api_requests (occurred_at);
select protect_tenant_table('api_requests');

-- The number of requests of each key in each minute, including requests without a row in api_requests.
create table api_key_minutes (
  organization_id uuid not null references organizations on delete cascade,
  api_key_id uuid not null,
  minute timestamptz not null,
  requests integer not null,
  primary key (organization_id, api_key_id, minute)
);
create index api_key_minutes_by_age on api_key_minutes (minute);
select protect_tenant_table('api_key_minutes');

create table api_credentials (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  user_id uuid not null references users on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  hint text not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index api_credentials_user on api_credentials (organization_id, user_id);
select protect_tenant_table('api_credentials');

-- A saved state of a list in the web app: the path and query of its address. It belongs to one person.
create table saved_views (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  user_id uuid not null references users on delete cascade,
  name text not null,
  path text not null,
  query text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index saved_views_name on saved_views (organization_id, user_id, path, name);
select protect_tenant_table('saved_views');

-- Exports: lists that are written to files. The files stay until their time is over.
create table exports (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  -- The person or the API key that asked for it. Nobody else sees it.
  user_id uuid references users on delete cascade,
  api_key_id uuid,
  owner_id uuid not null generated always as (coalesce(user_id, api_key_id)) stored,
  list text not null,
  format text not null check (format in ('csv', 'ndjson')),
  -- The permission without which the list cannot be read.
  permission text not null,
  -- The sealed filters and order of the list. They may name people. Null after the file is gone.
  question bytea,
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'expired')),
  -- The reason why it failed.
  trouble jsonb,
  total integer,
  made integer not null default 0,
  bytes bigint not null default 0,
  parts integer not null default 0,
  -- The sealed cursor behind the last part. It has values of the row.
  place bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  kept_until timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, api_key_id) references api_keys on delete cascade,
  check (num_nonnulls(user_id, api_key_id) = 1)
);
create index exports_of_owner on exports (organization_id, owner_id, created_at, id);
create index exports_kept on exports (kept_until);
select protect_tenant_table('exports');

create table export_parts (
  organization_id uuid not null,
  export_id uuid not null,
  number integer not null,
  -- Compressed, then sealed.
  sealed bytea not null,
  primary key (organization_id, export_id, number),
  foreign key (organization_id, export_id) references exports on delete cascade
);
alter table export_parts alter column sealed set storage external;
select protect_tenant_table('export_parts');
