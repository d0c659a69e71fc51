-- People's sign-in: who runs this server, the language that a person reads, and when a session was last proven fresh.
alter table users add column language text check (language in ('en', 'fr'));
alter table sessions add column confirmed_at timestamptz;

create table server_admins (
  user_id uuid primary key references users on delete cascade,
  granted_at timestamptz not null,
  granted_by uuid references users on delete set null
);
