-- Tenancy, people and their keys.
-- Every table of a tenant carries organization_id first in its key. Requests run as the role sealane_tenant, which
-- sees one organization at a time (row-level security); the owner of the tables runs migrations, sign-in and delivery.

do $$
begin
  if not exists (select from pg_roles where rolname = 'sealane_tenant') then
    create role sealane_tenant nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The database user % may not create the role sealane_tenant.', current_user
      using hint = format('Ask an administrator to run: CREATE ROLE sealane_tenant NOLOGIN; GRANT sealane_tenant TO %I;', current_user);
end $$;

do $$
begin
  if not pg_has_role(current_user, 'sealane_tenant', 'member') or not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant sealane_tenant to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception 'The database user % may not become sealane_tenant.', current_user
      using hint = format('Ask an administrator to run: GRANT sealane_tenant TO %I;', current_user);
end $$;

create function current_organization_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('sealane.organization_id', true), '')::uuid $$;

-- Puts a tenant's table behind row-level security and opens it to the tenant role.
create function protect_tenant_table(target regclass, key text default 'organization_id') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant on %s to sealane_tenant using (%I = (select current_organization_id()))', target, key);
  execute format('grant select, insert, update, delete on %s to sealane_tenant', target);
end $$;

create table organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  logo text,
  metadata text,
  maintenance_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select protect_tenant_table('organizations', 'id');

create table users (
  id uuid primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  deactivated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index users_email on users (lower(email));

-- Sign-in tables, named and shaped so that better-auth maps onto them (docs/architecture.md).
create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  active_organization_id uuid references organizations on delete set null,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on sessions (user_id);

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
  deactivated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, user_id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade
);
create index memberships_user on memberships (user_id);
select protect_tenant_table('memberships');

alter table users enable row level security;
create policy tenant on users to sealane_tenant using (exists (
  select from memberships m where m.organization_id = (select current_organization_id()) and m.user_id = users.id));
grant select, update on users to sealane_tenant;

create table invitations (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  email text not null,
  role text not null,
  status text not null default 'pending',
  inviter_id uuid not null references users on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
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
  created_by uuid references users on delete set null,
  revoked_by uuid references users on delete set null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade
);
select protect_tenant_table('api_keys');

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

-- Who did what. Rows of one chain are linked by hash, so that a missing or changed row shows.
create table audit_events (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  chain uuid not null,
  sequence bigint not null,
  action text not null,
  actor jsonb not null,
  subject_type text not null,
  subject_id uuid not null,
  data jsonb not null,
  occurred_at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, id),
  unique (organization_id, chain, sequence)
);
create index audit_events_subject on audit_events (organization_id, subject_id, sequence);
select protect_tenant_table('audit_events');
revoke update, delete on audit_events from sealane_tenant;
