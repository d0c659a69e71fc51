-- Links by which a person who cannot sign in sets a new password: each works once, and only its hash is kept.
create table password_resets (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index password_resets_user on password_resets (user_id, created_at);
