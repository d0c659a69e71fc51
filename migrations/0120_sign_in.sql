-- People's sign-in: who runs this server, the language that a person reads, and when a session was last proven fresh.
alter table users add column language text check (language in ('en', 'fr'));
alter table sessions add column confirmed_at timestamptz;

create table server_admins (
  user_id uuid primary key references users on delete cascade,
  granted_at timestamptz not null,
  granted_by uuid references users on delete set null
);

-- A person sees and ends their own sessions through any of their organizations. The token is nobody's to read.
alter table sessions enable row level security;
create policy tenant on sessions to sealane_tenant using (exists (
  select from memberships m where m.organization_id = (select current_organization_id()) and m.user_id = sessions.user_id));
grant select (id, user_id, ip_address, user_agent, expires_at, created_at, updated_at, confirmed_at), delete on sessions to sealane_tenant;
