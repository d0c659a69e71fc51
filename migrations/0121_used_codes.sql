-- Codes of authenticator apps that were used, until they can be valid no longer: a code signs in once.
create table used_codes (
  user_id uuid not null references users on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);
